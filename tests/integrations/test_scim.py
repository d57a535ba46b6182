"""The municipality's directory keeps the staff list: who begins and ends where, who may log in, and nothing it may not do."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity import operations as logins
from stafett.identity import sessions
from stafett.identity.models import LoginSession
from stafett.integrations import operations
from stafett.integrations.models import DirectoryUser, Integration
from stafett.integrations.rules.documents import UserSaid
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.actor import Machine as Machinery
from stafett.register.models import Employment, Person, Unit
from stafett.register.tenancy import within
from tests.integrations import machines
from tests.integrations.machines import ENTERPRISE, Machine, patch
from tests.web.visiting import log_in

pytestmark = pytest.mark.django_db
HERE = cast.EKSEMPELVIK.id
SCHOOL = cast.unit("eksempelvik_school")
# What Microsoft documents that Entra ID sends for a new user, with more than we keep.
ENTRA_USER = {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
    "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
    "userName": "Test_User_ab6490ee@eksempelvik.kommune.no",
    "active": True,
    "displayName": "Lars Tenkt",
    "emails": [{"primary": True, "type": "work", "value": "lars.tenkt@eksempelvik.kommune.no"}],
    "meta": {"resourceType": "User"},
    "name": {"formatted": "Lars Tenkt", "familyName": "Tenkt", "givenName": "Lars"},
    "roles": [],
    "title": "Lærer",
    ENTERPRISE: {"department": SCHOOL.name, "employeeNumber": "1"},
}


@pytest.fixture
def directory():
    return machines.directory()


@pytest.fixture
def lars(directory):
    """An employee that the directory has told of; gives the resource."""
    return directory.ask("POST", "/Users", ENTRA_USER).said


def _posts(resource, **having):
    with within(HERE):
        user = DirectoryUser.objects.get(pk=resource["id"])
        rows = Employment.objects.filter(person_id=user.person_id, **having).order_by("id")
        return list(rows.values_list("unit__name", "position", "role", "ends_on"))


def test_a_new_employee_begins_in_the_unit_that_bears_the_departments_name(directory):
    answer = directory.ask("POST", "/Users", ENTRA_USER)

    assert answer.status_code == 201
    assert answer["Content-Type"] == "application/scim+json"
    assert answer["Location"].endswith(f"/scim/v2/Users/{answer.said['id']}")
    assert answer.said["name"] == {"familyName": "Tenkt", "givenName": "Lars"}
    assert _posts(answer.said) == [(SCHOOL.name, "Lærer", "staff", None)]
    with within(HERE):
        assert Person.objects.filter(
            given_name="Lars", family_name="Tenkt", email=ENTRA_USER["emails"][0]["value"]
        ).exists()


def test_a_name_is_told_of_once(directory, lars):
    again = directory.ask("POST", "/Users", {**ENTRA_USER, "userName": ENTRA_USER["userName"].upper()})

    assert (again.status_code, again.said["scimType"], again.said["status"]) == (409, "uniqueness", "409")


@pytest.mark.parametrize(
    "body",
    [
        patch({"op": "Replace", "path": "active", "value": "False"}),
        patch({"op": "replace", "value": {"active": False}}),
    ],
    ids=["as-Entra-writes-it", "without-a-path"],
)
def test_whoever_has_left_is_out_from_the_same_request_on(directory, body):
    person = cast.person("kari").id
    token = log_in("kari")
    with within(HERE):
        user = _directory_user_of(person)
    with clock.set_to(clock.now()):
        answer = directory.ask("PATCH", f"/Users/{user.pk}", body)

    assert (answer.status_code, answer.said["active"]) == (200, False)
    today = today_in_norway(clock.now())
    with within(HERE):
        assert token
        assert not LoginSession.objects.filter(person_id=person).exists()
        assert not Employment.objects.filter(person_id=person, ends_on__isnull=True).exists()
        assert all(post.ends_on < today for post in Employment.objects.filter(person_id=person))
        assert Person.objects.filter(pk=person).exists()


def test_whoever_comes_back_begins_anew_where_the_directory_has_them(directory, lars):
    directory.ask("PATCH", f"/Users/{lars['id']}", patch({"op": "replace", "path": "active", "value": False}))

    directory.ask(
        "PATCH", f"/Users/{lars['id']}", patch({"op": "replace", "path": "active", "value": "True"})
    )

    assert _posts(lars, ends_on__isnull=True) == [(SCHOOL.name, "Lærer", "staff", None)]


def test_another_department_moves_and_a_title_renames(directory, lars):
    other = cast.unit("fabelasen_school").name
    change = patch(
        {"op": "Replace", "path": f"{ENTERPRISE}:department", "value": other},
        {"op": "Replace", "path": "title", "value": "Inspektør"},
    )

    answer = directory.ask("PATCH", f"/Users/{lars['id']}", change)

    assert answer.said["title"] == "Inspektør"
    assert _posts(lars, ends_on__isnull=True) == [(other, "Inspektør", "staff", None)]


def test_somebody_who_has_a_login_here_already_is_found_by_its_id_and_not_made_twice(db):
    issuer, kari = "https://login.eksempel.no", cast.person("kari")
    machine = Machinery(
        person_id=cast.person("randi").id, municipality_id=HERE, name="Katalogen", login_issuer=issuer
    )
    said = UserSaid(user_name="kari@eksempelvik.kommune.no", external_id="karis-id", display_name="Kari")
    with within(HERE):
        own = sessions.actor_of(kari.id, today=today_in_norway(clock.now()))
        logins.promise_access(actor=own, issuer=issuer, handle="karis-id", now=clock.now())

        user = operations.add_user(actor=machine, said=said, today=today_in_norway(clock.now()))

        assert (user.person_id, user.person_is_ours) == (kari.id, False)
        assert Person.objects.get(pk=kari.id).family_name == kari.name.split()[-1], (
            "the list's own name stands"
        )


def test_the_directory_appoints_nobody(directory, lars):
    title = {**ENTRA_USER, "title": "Rektor", "roles": [{"value": "unit_leader"}], "role": "municipal_admin"}

    directory.ask("PUT", f"/Users/{lars['id']}", title)

    assert {role for _unit, _position, role, _end in _posts(lars)} == {"staff"}


def test_a_removed_employee_with_a_history_stays_as_a_person(directory, lars):
    with within(HERE):
        person_id = DirectoryUser.objects.get(pk=lars["id"]).person_id
        Employment.objects.filter(person_id=person_id).update(starts_on="2026-01-05")

    answer = directory.ask("DELETE", f"/Users/{lars['id']}")

    assert (answer.status_code, answer.content) == (204, b"")
    assert directory.look(f"/Users/{lars['id']}").status_code == 404
    with within(HERE):
        assert Person.objects.filter(pk=person_id).exists()
        assert Employment.objects.get(person_id=person_id).ends_on < today_in_norway(clock.now())


def test_the_last_administrator_is_not_put_out_by_a_directory(directory):
    with within(HERE):
        user = _directory_user_of(cast.person("randi").id)

    answer = directory.ask(
        "PATCH", f"/Users/{user.pk}", patch({"op": "replace", "path": "active", "value": False})
    )

    assert answer.status_code == 409
    with within(HERE):
        assert Employment.objects.filter(person=cast.person("randi").id, ends_on__isnull=True).exists()


def test_members_of_a_group_begin_and_leave_in_the_unit(directory, lars):
    unit = cast.unit("fabelasen_school")
    group = f"/Groups/{unit.id}"

    come = directory.ask(
        "PATCH",
        f"{group}?attributes=members",
        patch({"op": "Add", "path": "members", "value": [{"value": lars["id"]}]}),
    )
    there = _posts(lars, unit_id=unit.id)
    seen = directory.look(f"/Users/{lars['id']}").said["groups"]
    directory.ask("PATCH", group, patch({"op": "Remove", "path": f'members[value eq "{lars["id"]}"]'}))

    assert [each["value"] for each in come.said["members"]] == [lars["id"]]
    assert there == [(unit.name, "Lærer", "staff", None)]
    assert [each["display"] for each in seen] == [unit.name]
    assert _posts(lars, unit_id=unit.id) == []


def test_a_new_group_is_a_unit_and_one_of_ours_is_not_taken_away(directory):
    made = directory.ask("POST", "/Groups", {"displayName": "Ny tjeneste", "externalId": "g-1"})
    again = directory.ask("POST", "/Groups", {"displayName": "ny tjeneste"})
    ours = directory.ask("DELETE", f"/Groups/{SCHOOL.id}")
    gone = directory.ask("DELETE", f"/Groups/{made.said['id']}")

    assert [made.status_code, again.status_code, ours.status_code, gone.status_code] == [201, 409, 409, 204]
    with within(HERE):
        assert not Unit.objects.filter(name="Ny tjeneste").exists()


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ('userName eq "test_user_AB6490EE@eksempelvik.kommune.no"', True),
        ('externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"', True),
        ('externalId eq "0A21F0F2-8D2A-4F8E-BF98-7363C4AED4EF"', False),
        ('emails[type eq "work" and value sw "lars"]', True),
        ('emails[type eq "work"].value eq "LARS.tenkt@eksempelvik.kommune.no"', True),
        ('emails[type eq "home"].value eq "lars.tenkt@eksempelvik.kommune.no"', False),
        ('emails.value eq "LARS.tenkt@eksempelvik.kommune.no"', True),
        ('name.familyName co "enk" and not (active eq false)', True),
        ('active eq "True"', True),
        ("title pr and nickName pr", False),
        ('nickName ne "x" or title eq "x"', True),
        (f'{ENTERPRISE}:department eq "{SCHOOL.name.upper()}"', True),
        ('meta.lastModified ge "2020-01-01T00:00:00Z"', True),
        ('id eq "x"', False),
        ("displayName eq null", False),
        ('groups.value eq "00000000-0000-0000-0000-000000000000"', False),
    ],
)
def test_employees_are_found_by_what_the_directory_said(directory, lars, query, fits):
    found = directory.look("/Users", {"filter": query}).said

    assert (found["totalResults"] == 1, len(found["Resources"]) == 1) == (fits, fits)


@pytest.mark.parametrize(
    ("path", "query", "status", "word"),
    [
        ("/Users", {"filter": "userName"}, 400, "invalidFilter"),
        ("/Users", {"filter": 'active gt "x"'}, 400, "invalidFilter"),
        ("/Users", {"filter": 'userName eq "\0"'}, 400, "invalidFilter"),
        ("/Users", {"startIndex": "one"}, 400, "invalidValue"),
        ("/Schemas", {"filter": 'id eq "x"'}, 403, None),
        ("/Users/not-an-id", {}, 404, None),
        ("/Bulk", {}, 404, None),
    ],
)
def test_what_cannot_be_answered_is_an_error_of_the_protocol(directory, path, query, status, word):
    answer = directory.look(path, query)

    assert (answer.status_code, answer.said["status"], answer.said.get("scimType")) == (
        status,
        str(status),
        word,
    )
    assert answer.said["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"]


@pytest.mark.parametrize("body", ["", "[]", "{", '{"userName": NaN}', "{" * 3000, '{"userName": ["x"]}', '{"userName": "a\\u0000b"}', '{"userName": "\\ud800"}'])  # fmt: skip
def test_a_body_that_makes_no_sense_changes_nothing(directory, body):
    answer = directory.generic("POST", "/scim/v2/Users", body, content_type="application/scim+json")

    assert answer.status_code == 400
    with within(HERE):
        assert not DirectoryUser.objects.exists()


def test_pages_are_counted_from_one_and_cost_the_same_however_many_there_are(directory, lars):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            found = directory.look("/Users", {"count": 50, "sortBy": "userName", "sortOrder": "descending"})
        return len(captured), found.said

    few, _said = queries()
    for number in range(12):
        directory.ask("POST", "/Users", {"userName": f"ansatt{number:02}", "displayName": f"Ansatt {number}"})
    many, said = queries()
    part = directory.look("/Users", {"startIndex": 3, "count": 2, "sortBy": "userName"}).said

    assert few == many
    assert [each["userName"] for each in said["Resources"][:2]] == [ENTRA_USER["userName"], "ansatt11"]
    assert (part["totalResults"], part["startIndex"], part["itemsPerPage"]) == (13, 3, 2)
    assert [each["userName"] for each in part["Resources"]] == ["ansatt02", "ansatt03"]


def test_a_change_to_what_somebody_else_has_changed_is_refused(directory, lars):
    old = lars["meta"]["version"]
    change = patch({"op": "replace", "path": "title", "value": "Rådgiver"})

    first = directory.ask("PATCH", f"/Users/{lars['id']}", change, HTTP_IF_MATCH=old)
    late = directory.ask("DELETE", f"/Users/{lars['id']}", HTTP_IF_MATCH=old)
    unchanged = directory.look(f"/Users/{lars['id']}", HTTP_IF_NONE_MATCH=first["ETag"])

    assert (first.status_code, first["ETag"] != old) == (200, True)
    assert (late.status_code, late.said["scimType"]) == (412, "invalidVers")
    assert (unchanged.status_code, unchanged.content) == (304, b"")


@pytest.mark.parametrize(
    "key", ["", "x", "stafett.x.y", f"stafett.{HERE}.{'A' * 43}", f"stafett.{cast.DOMESUND.id}.{'A' * 43}"]
)
def test_nobody_comes_in_without_a_key(key):
    answer = Machine(key, root="/scim/v2").look("/Users")

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_key_opens_one_municipality_and_one_door():
    there = machines.directory(place=cast.DOMESUND, by="gudveig")
    there.ask("POST", "/Users", ENTRA_USER)

    here = machines.directory()
    units_only = Machine(
        machines.token_of(machines.connected("units.read", name="Nettsiden")), root="/scim/v2"
    )

    assert here.look("/Users").said["totalResults"] == 0
    assert here.look(f"/Groups/{cast.unit('domesund_school').id}").status_code == 404
    assert units_only.look("/Users").status_code == 403


def test_a_key_that_is_shut_out_opens_nothing_more(directory, lars):
    with within(HERE):
        system = Integration.objects.get()
        operations.disconnect(actor=_Randi(), system=system)

    assert directory.look("/Users").status_code == 401


def test_every_change_is_a_row_in_the_trail_with_the_systems_name_and_no_name_of_the_employee(
    directory, lars
):
    directory.ask(
        "PATCH", f"/Users/{lars['id']}", patch({"op": "replace", "path": "title", "value": "Rådgiver"})
    )
    directory.look(f"/Users/{lars['id']}")
    directory.ask("DELETE", f"/Users/{lars['id']}")

    with within(HERE):
        rows = list(Entry.objects.filter(actor_name="Katalogen").order_by("number"))
    assert [row.event for row in rows] == [
        "integrations.user_added", "integrations.user_changed", "access.page_read", "integrations.user_removed",
    ]  # fmt: skip
    assert "Lars" not in str([row.facts for row in rows])


class _Randi:
    """The administrator, as far as shutting out asks."""

    person_id, municipality_id, name, title = cast.person("randi").id, HERE, "Randi", ""


def _directory_user_of(person_id):
    """Somebody of the cast as the directory would have them."""
    now = clock.now()
    return DirectoryUser.objects.create(
        municipality_id=HERE, person_id=person_id, user_name="x@y.no", user_name_key="x@y.no", external_id="x",
        person_is_ours=False, made_at=now, changed_at=now,
    )  # fmt: skip
