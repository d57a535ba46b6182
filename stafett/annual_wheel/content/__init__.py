"""The wheels that units begin from, as data that people can read and change (S000-01)."""
