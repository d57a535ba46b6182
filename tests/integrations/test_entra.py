"""What Entra ID's provisioning service is documented to send, in the order it sends it, and the answers it needs.

Source: Microsoft, "Develop and plan provisioning for a SCIM endpoint": user operations, group operations, schema discovery.
"""

from urllib.parse import quote

import pytest

from stafett.integrations.models import DirectoryUser
from stafett.kernel.ids import new_id
from stafett.register.models import Unit
from stafett.register.tenancy import within
from tests.integrations import machines
from tests.integrations.machines import PATCH, patch

pytestmark = pytest.mark.django_db
ENTERPRISE_USER = [
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
]
USER = {
    "schemas": ENTERPRISE_USER,
    "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
    "userName": "Test_User_ab6490ee-1e48-479e-a20b-2d77186b5dd1",
    "active": True,
    "emails": [{"primary": True, "type": "work", "value": "Test_User_fd0ea19b@testuser.com"}],
    "meta": {"resourceType": "User"},
    "name": {"formatted": "givenName familyName", "familyName": "familyName", "givenName": "givenName"},
    "roles": [],
}
GROUP = {
    "schemas": [
        "urn:ietf:params:scim:schemas:core:2.0:Group",
        "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
    ],
    "externalId": "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
    "displayName": "displayName",
    "meta": {"resourceType": "Group"},
}


@pytest.fixture
def entra():
    return machines.directory(name="Entra ID")


@pytest.fixture
def user(entra):
    return entra.ask("POST", "/Users", USER).said


@pytest.fixture
def group(entra):
    return entra.ask("POST", "/Groups", GROUP).said


def test_the_connection_is_tried_by_asking_for_somebody_who_is_not_there(entra):
    answer = entra.look("/Users", {"filter": f'userName eq "{new_id()}"'})

    assert answer.status_code == 200
    assert (answer.said["totalResults"], answer.said["Resources"]) == (0, [])


def test_a_user_is_made_as_it_was_sent(entra, user):
    kept = ("externalId", "userName", "active", "emails")

    assert {name: user[name] for name in kept} == {name: USER[name] for name in kept}
    assert user["name"] == {"familyName": "familyName", "givenName": "givenName"}
    assert (user["meta"]["resourceType"], bool(user["id"])) == ("User", True)


@pytest.mark.parametrize(
    "query",
    [
        f'userName eq "{USER["userName"]}"',
        f'externalId eq "{USER["externalId"]}"',
        'emails[type eq "work"].value eq "test_user_fd0ea19b@testuser.com"',
        f'userName eq "{USER["userName"]}" and active eq true',
    ],
)
def test_a_user_is_found_by_whatever_the_mapping_matches_on(entra, user, query):
    said = entra.look(f"/Users?filter={quote(query)}").said

    assert [each["id"] for each in said["Resources"]] == [user["id"]]
    assert (said["totalResults"], said["startIndex"]) == (1, 1)


def test_a_user_is_read_and_one_that_is_not_there_is_not(entra, user):
    assert entra.look(f"/Users/{user['id']}").said == user
    missing = entra.look("/Users/5171a35d82074e068ce2")
    assert (missing.status_code, missing.said["status"]) == (404, "404")


def test_a_user_is_changed_in_several_values_and_in_one(entra, user):
    several = entra.ask("PATCH", f"/Users/{user['id']}", patch(
        {"op": "Replace", "path": 'emails[type eq "work"].value', "value": "updatedEmail@microsoft.com"},
        {"op": "Replace", "path": "name.familyName", "value": "updatedFamilyName"},
    ))  # fmt: skip
    one = entra.ask("PATCH", f"/Users/{user['id']}", patch(
        {"op": "Replace", "path": "userName", "value": "5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com"},
    ))  # fmt: skip

    assert (several.status_code, one.status_code) == (200, 200)
    assert several.said["emails"] == [
        {"value": "updatedEmail@microsoft.com", "type": "work", "primary": True}
    ]
    assert several.said["name"] == {"familyName": "updatedFamilyName", "givenName": "givenName"}
    assert one.said["userName"] == "5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com"


@pytest.mark.parametrize("value", [False, "False"], ids=["as-documented", "before-the-fix-flag"])
def test_a_user_is_disabled_and_then_deleted(entra, user, value):
    disabled = entra.ask("PATCH", f"/Users/{user['id']}", {
        "Operations": [{"op": "Replace", "path": "active", "value": value}], "schemas": [PATCH],
    })  # fmt: skip
    deleted = entra.ask("DELETE", f"/Users/{user['id']}")

    assert (disabled.status_code, disabled.said["active"]) == (200, False)
    assert (deleted.status_code, deleted.content) == (204, b"")


def test_a_group_is_made_empty_and_read_without_its_members(entra, group, user):
    _add(entra, group, user)
    without = entra.look(f"/Groups/{group['id']}?excludedAttributes=members").said
    query = quote('displayName eq "displayName"')
    by_name = entra.look(f"/Groups?excludedAttributes=members&filter={query}").said

    assert (group["externalId"], group["displayName"]) == (GROUP["externalId"], "displayName")
    assert not group.get("members")
    assert "members" not in without
    assert [(each["id"], "members" in each) for each in by_name["Resources"]] == [(group["id"], False)]


def test_a_groups_name_and_members_are_changed_and_nothing_comes_back(entra, group, user):
    named = entra.ask("PATCH", f"/Groups/{group['id']}", patch(
        {"op": "Replace", "path": "displayName", "value": "1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName"},
    ))  # fmt: skip
    added = _add(entra, group, user)
    with_members = entra.look(f"/Groups/{group['id']}").said
    removed = entra.ask("PATCH", f"/Groups/{group['id']}", patch(
        {"op": "Remove", "path": "members", "value": [{"$ref": None, "value": user["id"]}]},
    ))  # fmt: skip
    after = entra.look(f"/Groups/{group['id']}").said

    assert {(each.status_code, each.content) for each in (named, added, removed)} == {(204, b"")}
    assert with_members["displayName"].endswith("updatedDisplayName")
    assert [each["value"] for each in with_members["members"]] == [user["id"]]
    assert not after.get("members")


def test_whether_somebody_is_a_member_is_asked_without_reading_the_members(entra, group, user):
    _add(entra, group, user)

    def holds(member):
        query = quote(f'id eq "{group["id"]}" and members eq "{member}"')
        return entra.look(f"/Groups?excludedAttributes=members&filter={query}").said["totalResults"]

    assert (holds(user["id"]), holds(new_id())) == (1, 0)


def test_a_group_that_is_deleted_is_gone_and_nobody_with_it(entra, group, user):
    _add(entra, group, user)

    answer = entra.ask("DELETE", f"/Groups/{group['id']}")

    assert entra.look(f"/Users/{user['id']}").status_code == 200
    with within(machines.PLACE.id):
        assert DirectoryUser.objects.filter(pk=user["id"]).exists()
        assert Unit.objects.filter(pk=group["id"]).exists() == (answer.status_code == 409)


def test_the_schemas_are_told_as_a_list_with_no_empty_values(entra):
    said = entra.look("/Schemas").said

    assert said["totalResults"] == len(said["Resources"])
    assert {*ENTERPRISE_USER, GROUP["schemas"][0]} <= {each["id"] for each in said["Resources"]}
    assert "null" not in str(said).lower().split()


def _add(entra, group, user):
    change = {"op": "Add", "path": "members", "value": [{"$ref": None, "value": user["id"]}]}
    return entra.ask("PATCH", f"/Groups/{group['id']}", patch(change))
