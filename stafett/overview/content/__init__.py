"""Fixed words of the public statements: what is processed, how far the pages are for everybody, what browsers keep."""
