"""The ground floor: verdicts, ids, dates, names, personal numbers and secrets.

Plain Python that knows neither Django nor the domain; every other floor may import it.
"""
