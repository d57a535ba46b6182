"""Stafettloggen: what we pay attention to in a child's life, what we want, what we do, and whether it works.

The log belongs to the child (S003-07). It is written together with the family and works as the minutes (S003-08).
"""
