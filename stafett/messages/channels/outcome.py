"""How a pointer can fail. Neither says more than its name: what a server answers may quote the address (SEC-13)."""


class WrongAddress(Exception):
    """The address does not exist or takes nothing: trying again will not help."""


class NotNow(Exception):
    """The service did not answer, or asked us to come back."""
