"""The invented municipalities and their people: shared by the demo, the tests and the screenshots.

Also here: generated data at the size of a nation, and the bench that measures pages on it.
"""
