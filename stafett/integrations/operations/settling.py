"""From what the directory says to who works where: employments begin and end here, and logins with them (INT-02, L-29).

The directory puts people in units as staff, and nothing more: it appoints no leader and no administrator, and a post that
somebody has been given here by hand in another role stays until the directory says that the employee has left.
"""

from datetime import date, timedelta

from stafett.administration.rules import LEADERS_GIVE, may_lose_administrator
from stafett.identity import operations as logins
from stafett.identity import queries, sessions
from stafett.integrations.enums import Basis
from stafett.integrations.models import DirectoryPlace, DirectoryUser
from stafett.integrations.queries.directory import NO_GROUPS
from stafett.integrations.rules import keys
from stafett.kernel import clock
from stafett.kernel.protocol import Fault
from stafett.kernel.sort_key import sort_key
from stafett.kernel.verdict import Refused
from stafett.register import staff
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment, Unit

POSITION = "Ansatt"
DAY = timedelta(days=1)


def settle(machine, user: DirectoryUser, *, today: date) -> dict:
    """Let employments and logins follow from what the directory says of somebody now; gives facts for the trail.

    Raises Fault 409 for the municipality's last administrator.
    """
    _place_by_department(user)
    if user.is_active is False:
        ended = _end(Employment.objects.filter(person_id=user.person_id), today=today)
        sessions.forget_person(user.person_id, municipality_id=user.municipality_id)
        return {"ended": ended}
    wanted = set(DirectoryPlace.objects.filter(user=user).values_list("unit_id", flat=True))
    held = list(
        Employment.objects.filter(staff.holding_on(today), person_id=user.person_id).order_by(
            "starts_on", "id"
        )
    )
    begun = [_begin(user, unit_id, today) for unit_id in sorted(wanted - {post.unit_id for post in held})]
    _name_position(user, held, wanted)
    _promise_login(machine, user, today)
    return {"begun": begun} if begun else {}


def leave(user: DirectoryUser, unit_ids, *, today: date) -> list[str]:
    """End somebody's posts as staff in units where the directory has them no more; gives the posts' ids."""
    still = set(DirectoryPlace.objects.filter(user=user).values_list("unit_id", flat=True))
    gone = set(unit_ids) - still
    rows = Employment.objects.filter(person_id=user.person_id, unit_id__in=gone, role=EmploymentRole.STAFF)
    return _end(rows, today=today)


def _place_by_department(user):
    """The unit that bears the department's name, when there is one. Posts in the former one are ended by `leave`."""
    unit = None
    if user.department:
        rows = Unit.objects.filter(name__iexact=user.department).exclude(kind__in=NO_GROUPS)
        unit = rows.order_by("id").first()
    wanted = {unit.pk} if unit else set()
    own = {place.unit_id: place for place in DirectoryPlace.objects.filter(user=user, basis=Basis.DEPARTMENT)}
    for unit_id in own.keys() - wanted:
        own[unit_id].delete()
    for unit_id in wanted - own.keys():
        DirectoryPlace.objects.create(
            municipality_id=user.municipality_id, user=user, unit_id=unit_id, basis=Basis.DEPARTMENT
        )


def _end(rows, *, today):
    """End posts with yesterday, so that nothing opens from this moment on; one that had not begun by then is taken away."""
    ended = []
    for post in rows.filter(staff.holding_on(today) | staff.beginning_after(today)).order_by("id"):
        _require_administrator_left(post)
        if post.starts_on >= today:
            Employment.objects.filter(pk=post.pk).delete()
        else:
            post.ends_on = today - DAY
            post.save(update_fields=["ends_on"])
        ended.append(str(post.pk))
    return ended


def _require_administrator_left(post):
    if post.role != EmploymentRole.MUNICIPAL_ADMIN:
        return
    rows = Employment.objects.select_for_update(of=("self",)).filter(
        role=EmploymentRole.MUNICIPAL_ADMIN, ends_on__isnull=True
    )
    others = set(rows.order_by("id").values_list("person_id", flat=True)) - {post.person_id}
    if not may_lose_administrator(others=others):
        raise Fault(
            409, "This is the last administrator of the municipality in Stafett. Appoint another one first."
        )


def _begin(user, unit_id, today):
    post = Employment.objects.create(
        municipality_id=user.municipality_id, person_id=user.person_id, unit_id=unit_id,
        position=user.title or POSITION, role=EmploymentRole.STAFF, starts_on=today,
    )  # fmt: skip
    return str(post.pk)


def _name_position(user, held, wanted):
    """The position that the directory tells of, on the posts it looks after."""
    for post in held:
        if (
            user.title
            and post.unit_id in wanted
            and post.role == EmploymentRole.STAFF
            and post.position != user.title
        ):
            post.position = user.title
            post.save(update_fields=["position"])


def _promise_login(machine, user, today):
    """Let the employee log in at the directory's own provider, by the id it knows them by (compliance 1.2)."""
    if not machine.login_issuer or not user.external_id:
        return
    person = user.person
    _take_back_former(machine, user, today)
    own = Actor(person_id=person.pk, municipality_id=user.municipality_id, name=person.name)
    try:
        logins.promise_access(
            actor=own, issuer=machine.login_issuer, handle=user.external_id, now=clock.now()
        )
    except Refused:
        raise Fault(409, "Somebody else has this external id.", code="uniqueness") from None


def _take_back_former(machine, user, today):
    """Another id is another login: the former one opens nothing any more. A directory appoints no leader and no
    administrator, so it says of none of them who they are either, once they have a login. Raises Fault 409."""
    place = {"issuer": machine.login_issuer, "municipality_id": user.municipality_id}
    if not queries.handles_of(user.person_id, **place) - {user.external_id}:
        return
    posts = Employment.objects.filter(
        staff.holding_on(today) | staff.beginning_after(today), person_id=user.person_id
    )
    if posts.exclude(role__in=LEADERS_GIVE).exists():
        raise Fault(409, "This employee has a role from Stafett and a login already. End the role first.")
    sessions.forget_handles(user.person_id, but=user.external_id, **place)


def give_name(user: DirectoryUser) -> None:
    """Let the person bear the name and address that the directory tells of. Saves."""
    given, family = keys.name_of(
        given_name=user.given_name, family_name=user.family_name, display_name=user.display_name,
        user_name=user.user_name,
    )  # fmt: skip
    person = user.person
    person.given_name, person.family_name = given, family
    person.sort_key = sort_key(f"{family}, {given}")[:400]
    person.save(update_fields=["given_name", "family_name", "sort_key"])
