"""Lets `python -m stafett` do what the command `stafett` does."""

import sys

from stafett.platform.cli import main

if __name__ == "__main__":
    sys.exit(main())
