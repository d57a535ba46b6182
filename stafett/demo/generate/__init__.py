"""Invented municipalities in any number, up to the size of the nation: the same seed gives the same rows.

Start reading in `nation.py`. The words are invented; no name, place or story belongs to anybody.
"""

from stafett.demo.generate.nation import generate, is_there
from stafett.demo.generate.sizes import Marks, Plan, Share

__all__ = ["Marks", "Plan", "Share", "generate", "is_there"]
