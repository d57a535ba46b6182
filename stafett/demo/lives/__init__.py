"""The lives of the demo's logs."""


def of(place):
    return []
