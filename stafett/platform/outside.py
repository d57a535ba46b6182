"""A server that somebody else runs, given by address: nothing is started, made or stopped."""

import psycopg

from stafett.platform.connection import Urls
from stafett.platform.environment import given
from stafett.platform.faults import PlatformError


class OutsideServer:
    """The server of `DATABASE_URL` (the app's role) and `DATABASE_OWNER_URL` (the owner's)."""

    is_ours = False

    def __init__(self) -> None:
        self._urls = Urls(app=given("DATABASE_URL"), owner=given("DATABASE_OWNER_URL"), admin="")

    def start(self, *, timeout: float = 60.0) -> None:
        """Check that it answers. Raises PlatformError when it does not."""
        try:
            psycopg.connect(self._urls.app, connect_timeout=max(2, int(timeout))).close()
        except psycopg.Error as error:
            raise PlatformError(f"The database in DATABASE_URL does not answer: {error}") from None

    def stop(self) -> None:
        """Nothing to stop."""

    def is_running(self) -> bool:
        """Whether it answers now."""
        try:
            psycopg.connect(self._urls.app, connect_timeout=2).close()
        except psycopg.Error:
            return False
        return True

    def prepare(self) -> Urls:
        """Nothing is made; the addresses are returned. Raises PlatformError without `DATABASE_OWNER_URL`."""
        if not self._urls.owner:
            raise PlatformError("DATABASE_URL is set: set DATABASE_OWNER_URL too, for migrations.")
        return self._urls

    def urls(self) -> Urls:
        """The addresses as given; there is none for a superuser."""
        return self._urls
