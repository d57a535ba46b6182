"""Changes as directories send them, Entra ID's own ways among them: a document goes in, another comes out (INT-01)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.integrations.content.scim import ENTERPRISE, GROUP, USER
from stafett.integrations.rules.documents import read_user
from stafett.integrations.rules.patching import patched
from stafett.kernel.protocol import Fault

KARI = {
    "schemas": [USER],
    "userName": "kari@kommune.no",
    "name": {"givenName": "Kari", "familyName": "Mo"},
    "active": True,
    "emails": [{"value": "kari@kommune.no", "type": "work", "primary": True}],
}
DEPARTMENT = f"{ENTERPRISE}:department"


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"op": "Replace", "path": "active", "value": "False"}, "is_active", False),
        ({"op": "replace", "value": {"active": False}}, "is_active", False),
        ({"op": "Replace", "path": "displayName", "value": "Kari M."}, "display_name", "Kari M."),
        ({"op": "Add", "path": "name.givenName", "value": "Karin"}, "given_name", "Karin"),
        ({"op": "Replace", "value": {"name.familyName": "Berg"}}, "family_name", "Berg"),
        ({"op": "Add", "path": DEPARTMENT, "value": "Skolen"}, "department", "Skolen"),
        ({"op": "Add", "value": {DEPARTMENT: "Skolen"}}, "department", "Skolen"),
        ({"op": "replace", "value": {ENTERPRISE: {"department": "Skolen"}}}, "department", "Skolen"),
        ({"op": "Replace", "path": 'emails[type eq "work"].value', "value": "ny@kommune.no"}, "email", "ny@kommune.no"),
        ({"op": "Add", "path": 'emails[type eq "work"].value', "value": "ny@kommune.no"}, "email", "ny@kommune.no"),
        ({"op": "remove", "path": "emails"}, "email", ""),
        ({"op": "remove", "path": 'emails[type eq "work"]'}, "email", ""),
        ({"op": "remove", "path": "name"}, "given_name", ""),
        ({"op": "remove", "path": "name.familyName"}, "family_name", ""),
        ({"op": "add", "path": "externalId", "value": "abc"}, "external_id", "abc"),
        ({"op": "add", "path": f"{USER}:title", "value": "Lærer"}, "title", "Lærer"),
        ({"op": "Add", "path": "addresses[type eq \"work\"].locality", "value": "Byen"}, "title", ""),
        ({"op": "Add", "value": {"nickName": "K", "title": "Rektor"}}, "title", "Rektor"),
    ],
    ids=lambda part: str(part.get("path", part.get("value"))) if isinstance(part, dict) else "",
)  # fmt: skip
def test_a_change_of_an_employee_is_understood(change, field, expected):
    made = patched(KARI, [change], kind=USER)

    assert getattr(read_user(made), field) == expected


def test_an_address_is_made_where_there_was_none():
    without = {name: value for name, value in KARI.items() if name != "emails"}

    made = patched(
        without, [{"op": "Add", "path": 'emails[type eq "work"].value', "value": "a@b.no"}], kind=USER
    )

    assert made["emails"] == [{"type": "work", "value": "a@b.no"}]


def test_the_document_that_went_in_is_as_it_was():
    patched(KARI, [{"op": "replace", "path": "name.givenName", "value": "X"}], kind=USER)

    assert KARI["name"]["givenName"] == "Kari"


@pytest.mark.parametrize(
    ("changes", "members"),
    [
        ([{"op": "Add", "path": "members", "value": [{"value": "3"}]}], ["1", "2", "3"]),
        ([{"op": "add", "path": "members", "value": [{"value": "2"}]}], ["1", "2"]),
        ([{"op": "Remove", "path": 'members[value eq "1"]'}], ["2"]),
        ([{"op": "Remove", "path": "members", "value": [{"value": "1"}]}], ["2"]),
        ([{"op": "remove", "path": "members"}], []),
        ([{"op": "replace", "path": "members", "value": [{"value": "9"}]}], ["9"]),
        ([{"op": "replace", "value": {"members": [{"value": "9"}]}}], ["9"]),
    ],
    ids=[
        "one-more",
        "the-same-again",
        "by-filter",
        "by-value-as-Entra",
        "all",
        "others",
        "others-without-path",
    ],
)
def test_members_come_and_go(changes, members):
    group = {"schemas": [GROUP], "displayName": "Skolen", "members": [{"value": "1"}, {"value": "2"}]}

    made = patched(group, changes, kind=GROUP)

    assert sorted(each["value"] for each in made["members"]) == members


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"op": "move", "path": "title"}, "invalidSyntax"),
        ({"op": "remove"}, "noTarget"),
        ({"op": "add", "value": "x"}, "invalidValue"),
        ({"op": "add", "path": "shoeSize", "value": 43}, "invalidPath"),
        ({"op": "add", "path": "name.shoeSize", "value": 43}, "invalidPath"),
        ({"op": "add", "path": "title[", "value": "x"}, "invalidPath"),
        ({"op": "add", "path": "urn:other:title", "value": "x"}, "invalidPath"),
        ({"op": "replace", "path": "id", "value": "x"}, "mutability"),
        ({"op": "add", "path": "groups", "value": []}, "mutability"),
        ({"op": "add", "path": 'title[value eq "x"]', "value": "y"}, "invalidPath"),
        ({"op": "replace", "path": 'emails[value co "zzz"].value', "value": "y"}, "noTarget"),
        ({"op": "remove", "path": "emails", "value": [{"value": ["x"]}]}, "invalidValue"),
        ({"op": "add", "path": "emails.value", "value": {"value": "x"}}, "invalidValue"),
        ({"op": "replace", "path": "title", "value": ["x"]}, "invalidValue"),
        ("title", "invalidSyntax"),
    ],
    ids=str,
)
def test_a_change_that_makes_no_sense_is_refused_with_its_name(change, code):
    with pytest.raises(Fault) as raised:
        patched(KARI, [change], kind=USER)

    assert (raised.value.status, raised.value.code) == (400, code)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
SENT_PATHS = st.sampled_from(
    ["title", "emails", "emails.value", 'emails[type eq "work"]', 'emails[type eq "x"].value', "name", "name.givenName",
     ENTERPRISE, DEPARTMENT, "active", None, USER]
)  # fmt: skip


@given(st.sampled_from(["add", "Replace", "remove"]), SENT_PATHS, JSON)
def test_whatever_is_sent_as_a_change_is_made_or_refused(op, path, value):
    try:
        assert read_user(patched(KARI, [{"op": op, "path": path, "value": value}], kind=USER)).user_name
    except Fault as fault:
        assert fault.status == 400
