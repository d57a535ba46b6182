"""The protocol of logging in by OpenID Connect: one core for every provider, what differs is data in `profiles`.

Nothing here knows the database, and nothing here knows who a person is.
"""
