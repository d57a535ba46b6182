"""Arkiv: what leaves the house for good keeping: PDF/A, Fiks Arkiv, Noark 5, retention."""
