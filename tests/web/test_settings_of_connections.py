"""What an address of a database says reaches the driver, encryption first of all."""

from stafett.web.settings import _connection


def test_an_address_that_asks_for_encryption_gets_it():
    told = _connection("postgresql://u:p@db.example/stafett?sslmode=verify-full&sslrootcert=/etc/ca.pem")

    assert (told["HOST"], told["NAME"], told["USER"]) == ("db.example", "stafett", "u")
    assert told["OPTIONS"]["sslmode"] == "verify-full"
    assert told["OPTIONS"]["sslrootcert"] == "/etc/ca.pem"


def test_an_address_may_name_two_servers_of_which_one_takes_writes():
    told = _connection("postgresql://u:p@one:5432,two:5433/stafett?target_session_attrs=read-write")

    assert (told["HOST"], told["PORT"]) == ("one,two", "5432,5433")
    assert told["OPTIONS"]["target_session_attrs"] == "read-write"
