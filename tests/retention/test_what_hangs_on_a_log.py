"""The door deletes what the foreign keys say hangs on a log, two steps down: nothing hangs deeper, and each has a name."""

from django.apps import apps

from stafett.relay_log.models import RelayLog
from stafett.retention.models import DisposalItem, Hold
from stafett.retention.views import paper

LET_GO_OF = {
    DisposalItem,
    Hold,
}  # the list keeps its line; a former hold has no row of its own on the certificate


def test_nothing_hangs_deeper_on_a_log_than_the_door_reaches():
    first = _pointing_at({RelayLog})
    second = _pointing_at(first) - first
    deeper = _pointing_at(second) - first - second

    assert {model._meta.db_table for model in first} >= {
        "relay_log_concern",
        "inbox_message",
        "archive_deposit",
    }
    assert {model._meta.db_table for model in second} == {"archive_depositfile", "inbox_delivery"}
    assert deeper == set()


def test_the_certificate_has_a_name_for_each():
    first = _pointing_at({RelayLog})
    named = {table for tables in paper.PARTS.values() for table in tables}

    hanging = {model._meta.db_table for model in first | _pointing_at(first) | {RelayLog}}

    assert hanging == named


def _pointing_at(models):
    return {
        model
        for model in apps.get_models()
        if model not in LET_GO_OF and any(field.related_model in models for field in model._meta.local_fields)
    }
