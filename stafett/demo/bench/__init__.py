"""Measures pages on generated data: how long they take, what they ask of the database, and how heavy they are.

Start reading in `run.py`. Every number stands beside what a bare static file costs in the same run.
"""
