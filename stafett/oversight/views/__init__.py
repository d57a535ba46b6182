"""Pages of oversight: translators between the address, the question and the words."""
