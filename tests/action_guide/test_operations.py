"""What the groups and the administrator do with the guide, what is refused them, and what the trail tells."""

from datetime import timedelta

import pytest

from stafett.access.guard import Conflict
from stafett.action_guide import operations, tasks
from stafett.action_guide.enums import Refusal
from stafett.action_guide.models import GroupMember, GuideEdition, GuidePart
from stafett.action_guide.operations.reminding import remind
from stafett.audit.models import Entry, RowVersion
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.tenancy import within
from tests import stage
from tests.action_guide import at_work
from tests.action_guide.at_work import HERE, THERE

pytestmark = pytest.mark.django_db


def _refused(work, *given, **words):
    with pytest.raises(Refused) as caught:
        work(*given, **words)
    return caught.value.refusal


def _told(kind):
    with within(HERE):
        return {m.recipient_id for m in Message.objects.filter(kind=kind)}


def _ids(*keys):
    return {cast.person(key).id for key in keys}


def test_the_whole_way_from_draft_to_published_is_in_the_trail_and_told():
    edition = at_work.draft()
    at_work.revise(edition, deadline="Innen seks uker.")
    at_work.sent(edition)
    at_work.decided(edition, decision="send_back", reason="Fristen er for lang.")
    at_work.revise(edition, deadline="Innen fire uker.")
    at_work.sent(edition)
    at_work.publish(at_work.decided(edition))

    with within(HERE):
        events = list(
            Entry.objects.filter(event__startswith="action_guide.")
            .order_by("number")
            .values_list("event", flat=True)
        )
        stored = GuideEdition.objects.get(pk=edition.pk)
    assert [event.split(".")[1] for event in events] == [
        "draft_begun", "part_revised", "sent", "sent_back", "part_revised", "sent", "approved", "published",
    ]  # fmt: skip
    assert (stored.state, stored.published_on, stored.sent_back_reason) == ("published", stage.today(), "")
    assert _told("guide_sent") == _ids("elle", "torbjorn")
    assert _told("guide_sent_back") == _told("guide_approved") == _ids("yusuf", "mina")


def test_a_new_edition_begins_as_what_holds_and_the_one_before_is_replaced():
    first = at_work.published(title="Hos oss")
    second = at_work.draft()

    assert at_work.part_of(second).words["nb"]["title"] == "Hos oss"
    at_work.revise(second, title="Hos oss nå")
    at_work.sent(second)
    at_work.publish(at_work.decided(second))
    assert (at_work.state_of(first), at_work.state_of(second)) == ("replaced", "published")
    assert (first.number, second.number) == (1, 2)


def test_one_edition_is_in_work_and_each_municipality_has_its_own():
    at_work.draft()

    assert _refused(at_work.draft, "mina") == Refusal.ALREADY_IN_WORK
    assert at_work.draft("oddny").number == 1


def test_nothing_is_written_in_an_edition_that_others_are_reading():
    edition = at_work.draft()
    at_work.revise(edition, deadline="Nå.")
    at_work.sent(edition)

    assert _refused(at_work.revise, edition, deadline="Senere.") == Refusal.WRONG_STATE
    assert _refused(at_work.sent, edition) == Refusal.WRONG_STATE
    assert at_work.part_of(edition).words["nb"]["deadline"] == "Nå."


def test_whoever_wrote_alone_does_not_approve_also_when_in_both_groups():
    with within(HERE):
        at_work.place("yusuf", "steering")
    edition = at_work.draft()
    at_work.revise(edition, deadline="Nå.")
    at_work.sent(edition)

    assert _refused(at_work.decided, edition, "yusuf") == Refusal.TWO_PEOPLE
    assert at_work.decided(edition, "elle").state == "approved"


def test_what_is_changed_back_is_no_change():
    edition = at_work.draft()
    before = at_work.part_of(edition).words["nb"]["deadline"]
    at_work.revise(edition, deadline="Nå.")
    at_work.revise(edition, deadline=before)

    assert _refused(at_work.sent, edition) == Refusal.NOTHING_CHANGED


def test_two_who_write_the_same_part_lose_nothing():
    edition = at_work.draft()
    version = at_work.part_of(edition).version
    at_work.revise(edition, who="mina", deadline="Minas frist.")

    with pytest.raises(Conflict) as caught:
        at_work.revise(edition, who="yusuf", version=version, deadline="Yusufs frist.")

    assert caught.value.current.words["nb"]["deadline"] == "Minas frist."
    with within(HERE):
        assert RowVersion.objects.filter(table_name="action_guide_guidepart").count() == 1


def test_bokmaal_and_nynorsk_are_changed_apart():
    edition = at_work.draft()
    at_work.revise(edition, language="nn", title="Var det til hjelp?")

    words = at_work.part_of(edition).words

    assert (words["nb"]["title"], words["nn"]["title"]) == ("Se om det virker", "Var det til hjelp?")


@pytest.mark.parametrize(("more", "refusal"), [
    ("[a](niva-2/finnes-ikke/)", Refusal.LEADS_NOWHERE), ("[a](javascript:x)", Refusal.LINK), ("![a](b)", Refusal.PICTURE),
])  # fmt: skip
def test_a_text_that_leads_astray_is_not_kept(more, refusal):
    assert _refused(at_work.revise, at_work.draft(), more=more) == refusal


def test_a_new_step_stands_where_it_was_put_and_keeps_its_key():
    edition = at_work.draft()
    given = {"language": "nb", "level": "1", "title": "Mål og tiltak", "what": "Noe.", "deadline": "Nå."}
    with within(HERE):
        operations.add_step(actor=stage.actor("yusuf"), edition=edition, after="mote", **given)
        operations.add_step(actor=stage.actor("yusuf"), edition=edition, after="", **given)
        rows = GuidePart.objects.filter(edition=edition, level="1", kind="step").order_by("position")
        keys = list(rows.values_list("key", flat=True))

    assert keys[:4] == ["mal-og-tiltak-c", "mote", "mal-og-tiltak-b", "mal-og-tiltak"]


def test_chosen_parts_are_taken_from_a_file_and_the_rest_stays():
    edition = at_work.draft("oddny")
    with within(THERE):
        borrowed = operations.borrow(actor=stage.actor("oddny"), edition=edition, content=at_work.a_file())
        before = at_work.part_of(edition, key="mote").words
        operations.take(actor=stage.actor("oddny"), borrowed=borrowed, places=["step:1:evaluer"])

    part = at_work.part_of(edition)
    assert part.words["nb"]["deadline"] == "Innen fem uker, hos naboen."
    assert part.notices == at_work.part_of(at_work.draft()).notices
    assert at_work.part_of(edition, key="mote").words == before


def test_a_step_that_only_the_other_municipality_has_comes_in_last():
    guide = at_work.a_guide()
    guide["parts"].append({**guide["parts"][-1], "level": "1", "key": "radsmote"})
    edition = at_work.draft("oddny")
    with within(THERE):
        content = at_work.a_file(parts=guide["parts"])
        borrowed = operations.borrow(actor=stage.actor("oddny"), edition=edition, content=content)
        operations.take(actor=stage.actor("oddny"), borrowed=borrowed, places=["step:1:radsmote"])
        last = GuidePart.objects.filter(edition=edition, level="1").order_by("position").last()

    assert (last.key, last.outcomes, last.notices) == ("radsmote", {}, [])


def test_a_place_in_a_group_is_given_once_and_can_be_ended():
    post = made_id("post", "kari-eksempelvik_school")
    given = {"employment_id": post, "group": "project", "today": stage.today()}
    with within(HERE):
        randi = stage.actor("randi")
        member = operations.add_member(actor=randi, **given)
        assert _refused(operations.add_member, actor=randi, **given) == Refusal.ALREADY_MEMBER
        operations.end_membership(actor=randi, member=member)
        again = operations.add_member(actor=randi, **given)
        strangers = made_id("post", "oddny-domesund_school")
        assert (
            _refused(operations.add_member, actor=randi, **{**given, "employment_id": strangers})
            == Refusal.NOT_EMPLOYED
        )
        assert GroupMember.objects.filter(person_id=cast.person("kari").id).count() == 2
    assert again.pk != member.pk


def test_the_project_group_is_told_once_when_the_guide_is_due_and_once_when_it_is_overdue():
    edition = at_work.published()
    days = (-31, -30, -29, 0, 1, 2)

    with within(HERE):
        made = [remind(HERE, today=edition.review_by + timedelta(days=day)) for day in days]

    assert made == [0, 2, 0, 0, 2, 0]
    assert _told("guide_review") == _ids("yusuf", "mina")


def test_the_morning_job_reminds_in_every_municipality():
    edition = at_work.published()

    with clock.set_to(clock.now() + (edition.review_by - stage.today())):
        assert tasks.remind_everybody(0) == 2
        assert tasks.remind_everybody(0) == 0
