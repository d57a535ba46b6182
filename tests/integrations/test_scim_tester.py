"""An independent tester of SCIM servers finds nothing wrong with ours (INT-01)."""

import warnings

from scim2_client.engines.wsgi import WSGISCIMClient
from scim2_tester import Status, check_server

from stafett.integrations.enums import KeyKind
from tests.integrations import machines


def test_the_whole_of_scim2_tester_passes(application):
    key = machines.connected("scim").shown_keys[KeyKind.BEARER]
    scim = WSGISCIMClient(
        application, base_url="http://localhost/scim/v2", headers={"Authorization": f"Bearer {key}"}
    )

    with warnings.catch_warnings():  # the tester's own: its models make fields with names of their parents
        warnings.simplefilter("ignore")
        results = check_server(scim)

    wrong = [
        f"{each.title} {each.resource_type or ''}: {each.reason}"
        for each in results
        if each.status not in (Status.SUCCESS, Status.COMPLIANT)
    ]
    assert wrong == [], "\n".join(wrong)
    assert len(results) > 60
