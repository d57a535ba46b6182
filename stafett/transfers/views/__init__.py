"""Pages of transfers: giving, receiving, reading what has been taken over, and school starters."""
