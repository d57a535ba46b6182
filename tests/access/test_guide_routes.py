"""Every route of the work with the guide, for every grown-up of the cast: the groups, the administrator, and nobody else."""

from stafett.action_guide.models import GroupMember, GuideEdition
from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access import asking, who_may
from tests.access.who_may import POST
from tests.action_guide import at_work


def test_the_guide_is_worked_with_by_its_groups_alone(logs):
    things = _things()
    asked = [
        (key, method, name, (things[thing],) if thing else (), _status(key, name, method))
        for key in asking.GROWN_UPS
        for name, (thing, methods, _whose) in who_may.GUIDE_WORK_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=1000)


def test_a_stranger_is_sent_to_the_login(logs):
    things = _things()
    asked = [
        (None, method, name, (things[thing],) if thing else (), 302)
        for name, (thing, methods, _whose) in who_may.GUIDE_WORK_ROUTES.items()
        for method in methods
    ]

    asking.all_as_expected(asked, at_least=20)


def _things():
    """Ids of what the pages are about: a draft with a borrowed guide, and an edition that has held."""
    with within(cast.EKSEMPELVIK.id):
        former = at_work.published()
        edition = at_work.draft()
        GuideEdition.objects.filter(pk=former.pk).update(state="replaced")
        return {
            "former": former.pk,
            "edition": edition.pk,
            "part": at_work.part_of(edition).pk,
            "borrowed": at_work.borrowed(edition).pk,
            "place": at_work.place("yusuf").pk,
            "member": GroupMember.objects.get(person_id=cast.person("mina").id).pk,
        }


def _status(key, name, method):
    thing, _methods, whose = who_may.GUIDE_WORK_ROUTES[name]
    if name == "guide_desk":
        return 200 if _is_employed(key) else 403
    if name == "guide_groups" and key == "gudveig":
        return 422 if method == POST else 200  # her own municipality's
    if name == "guide_draft":  # one's own place in the group
        return 422 if key == "yusuf" else 404
    if any(key in who_may.GUIDE_GROUPS[each] for each in whose):
        return 302 if name == "guide_membership_end" else 422 if method == POST else 200
    in_groups = key in who_may.GUIDE_GROUPS["project"] | who_may.GUIDE_GROUPS["steering"]
    return 403 if thing is None or (in_groups and name != "guide_membership_end") else 404


def _is_employed(key):
    return any(not post.ended_last_month for post in cast.person(key).posts)
