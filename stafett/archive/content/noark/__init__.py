"""A deposit in the format of Noark 5, version 5.0: values, the files written from them, and the check of what was written.

Everything streams: one folder is in memory at a time, however many a period has (ARK-08).
"""
