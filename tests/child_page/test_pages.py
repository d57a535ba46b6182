"""The child's side as those meet it who open it: the youth at home, the father beside, the holder, and others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.audit.models import Entry
from stafett.child_page.models import BrightSpotPicture, ChildGoal
from stafett.demo import cast
from stafett.log_meetings.models import Pulse, Wish
from stafett.log_meetings.queries.wish import current_wish
from stafett.register.tenancy import within
from stafett.relay_log.models import BrightSpot, LadderStep
from tests import stage
from tests.child_page.conftest import HERE, held_meeting
from tests.web import reading
from tests.web.visiting import Visitor

AHMED = cast.person("ahmed").id


def test_the_youth_opens_the_side_and_finds_goal_stairs_lysglimt_and_meeting(log):
    words = reading.words(Visitor("ahmed").see("child_page", log.pk))

    for heading in ("Ahmed", "Målet mitt", "Trappen min", "Lysglimt", "Møtet", "Jeg klarte det"):
        assert heading in words


def test_the_goal_is_kept_in_the_childs_own_words_and_the_former_wording_too(log):
    ahmed = Visitor("ahmed")

    for text in ("Jeg vil sove hele natta", "Jeg vil ut i friminuttet"):
        page = ahmed.see("child_goal", log.pk)
        ahmed.send("child_goal", log.pk, fields={**reading.fields(page), "text": text})

    words = reading.words(ahmed.see("child_page", log.pk))
    assert "Jeg vil ut i friminuttet" in words
    assert "sove" not in words
    with within(HERE):
        rows = list(ChildGoal.objects.order_by("written_at").values_list("text", "said", "written_by_id"))
    assert rows == [
        ("Jeg vil sove hele natta", "own_login", AHMED),
        ("Jeg vil ut i friminuttet", "own_login", AHMED),
    ]


def test_a_step_is_taken_celebrated_in_words_and_can_be_put_back(log):
    ahmed = Visitor("ahmed")

    taken = ahmed.send("child_step", log.pk, log.steps[0].pk, "take")
    cheer = reading.words(ahmed.get(taken["Location"]))
    ahmed.send("child_step", log.pk, log.steps[0].pk, "undo")

    assert "Du klarte det!" in cheer
    assert "Du klarte det!" not in reading.words(ahmed.get(taken["Location"]))
    with within(HERE):
        assert LadderStep.objects.get(pk=log.steps[0].pk).state == "planned"


@pytest.mark.parametrize("change", ["skip", "merge", "delete"])
def test_the_staircase_is_not_reshaped_here(log, change):
    assert Visitor("ahmed").send("child_step", log.pk, log.steps[0].pk, change).status_code == 404


def test_a_step_of_another_childs_staircase_is_not_there(log):
    with within(HERE):
        other = stage.open_log("nils")
        concern = stage.active_concern(other)
        ladder = stage.operations.shape_ladder(
            actor=stage.actor("kari"), log=other, concern=concern, title="Til skolen", shaped_with_child=True,
            steps=["Ut", "Inn"],
        )  # fmt: skip
        step = ladder.steps.first().pk

    assert Visitor("kari").send("child_step", log.pk, step, "take").status_code == 404


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"symbol": "mountain"}, "Jeg turte"),
        ({"text": "Vi vant!"}, "Vi vant!"),
        ({"symbol": "heart", "text": "Lillebror lo"}, "Lillebror lo"),
    ],
)
def test_a_lysglimt_is_told_by_a_picture_by_words_or_both(log, fields, text):
    ahmed = Visitor("ahmed")

    answer = ahmed.send("child_bright_spot", log.pk, fields=fields)

    assert answer.status_code == 302
    assert text in reading.words(ahmed.see("child_page", log.pk))
    with within(HERE):
        spot = BrightSpot.objects.get()
        picture = BrightSpotPicture.objects.get()
    assert (spot.text, spot.author_id, spot.author_name) == (text, AHMED, "Ahmed Flettverk")
    assert (picture.bright_spot_id, picture.symbol) == (spot.pk, fields.get("symbol", ""))


def test_a_lysglimt_without_picture_and_words_is_asked_for_one_of_them(log):
    answer = Visitor("ahmed").send("child_bright_spot", log.pk)

    assert answer.status_code == 422
    assert "Velg et bilde, eller skriv noe." in reading.words(answer)


def test_what_a_child_says_to_an_adult_stands_as_the_childs_and_tells_how_it_came(log):
    kari = Visitor("kari")

    kari.send("child_bright_spot", log.pk, fields={"text": "Jeg fikk være målvakt."})

    with within(HERE):
        spot, picture = BrightSpot.objects.get(), BrightSpotPicture.objects.get()
        entry = Entry.objects.get(event="bright_spot.shared_by_child")
    assert (spot.author_id, picture.said) == (AHMED, "dictated")
    assert entry.actor_id == cast.person("kari").id
    assert "Sagt til en voksen" in reading.words(kari.see("child_page", log.pk))
    story = reading.words(kari.see("log", log.pk))
    assert "Barnet delte et lysglimt." in story
    assert "Jeg fikk være målvakt." in story


def test_the_childs_wishes_stand_until_others_are_said(log):
    ahmed = Visitor("ahmed")
    wished = {"people": ["few", "trusted"], "people_words": "Farmor", "seat": "door", "voice": "myself"}

    ahmed.send("child_wish", log.pk, fields={**wished, "not_about": "Karakterene"})
    form = reading.fields(ahmed.see("child_wish", log.pk))
    ahmed.send("child_wish", log.pk, fields={"ease": ["break"]})

    assert (form["people"], form["seat"], form["not_about"]) == (
        ["few", "trusted"],
        ["door"],
        ["Karakterene"],
    )
    with within(HERE):
        lines = current_wish(stage.reached(log)).lines()
        assert Wish.objects.count() == 2
    assert lines == [("Det blir lettere med", "En pause")]


def test_the_wish_is_for_the_holder_and_the_family_and_nobody_else(log):
    Visitor("ahmed").send("child_wish", log.pk, fields={"talk_about": "Fotball"})

    with within(HERE):
        reached = stage.reached(log)
        reached.relation = "participant"
        assert current_wish(reached) is None
        assert current_wish(stage.reached(log)).talk_about == "Fotball"


def test_wishing_nothing_at_all_is_told_plainly(log):
    answer = Visitor("ahmed").send("child_wish", log.pk)

    assert answer.status_code == 422
    assert reading.errors(answer) == {"people": "Velg noe, eller skriv noe."}


def test_after_a_meeting_the_youth_is_asked_with_three_faces_once(log, meeting):
    ahmed, faces = Visitor("ahmed"), {"heard": "3", "agreed": "2", "knows_next": "1"}

    asked = reading.words(ahmed.see("child_page", log.pk))
    answer = ahmed.send("child_pulse", log.pk, meeting.pk, fields=faces)
    again = ahmed.send("child_pulse", log.pk, meeting.pk, fields=faces)

    assert "Hvordan var det?" in asked
    assert (answer.status_code, again.status_code) == (302, 422)
    assert "Hvordan var det?" not in reading.words(ahmed.see("child_page", log.pk))
    with within(HERE):
        row = Pulse.objects.get()
    assert (row.person_id, row.heard, row.agreed, row.knows_next) == (AHMED, 3, 2, 1)


def test_the_holder_cannot_answer_for_the_child(log, meeting):
    kari, faces = Visitor("kari"), {"heard": "3", "agreed": "3", "knows_next": "3"}

    page = reading.words(kari.see("child_pulse", log.pk, meeting.pk))
    answer = kari.send("child_pulse", log.pk, meeting.pk, fields=faces)

    assert "Gi skjermen til barnet først." in page
    assert answer.status_code == 422
    with within(HERE):
        assert not Pulse.objects.exists()


def test_a_meeting_that_is_still_planned_is_not_asked_about(log):
    planned = held_meeting(log, days_ago=-3, state="planned")
    ahmed = Visitor("ahmed")

    answer = ahmed.send(
        "child_pulse", log.pk, planned.pk, fields={"heard": "3", "agreed": "3", "knows_next": "3"}
    )

    assert answer.status_code == 422
    assert "Møtet er ikke" in reading.words(answer)


def test_the_father_reads_along_and_writes_nothing(log):
    hamid = Visitor("hamid")

    page = hamid.see("child_page", log.pk)

    assert page.status_code == 200
    assert b"<form" not in page.content.split(b'id="innhold"')[1]
    assert hamid.see("child_goal", log.pk).status_code == 403
    assert hamid.send("child_step", log.pk, log.steps[0].pk, "take").status_code == 403


def test_others_in_the_log_do_not_open_it(log):
    assert Visitor("jonas").see("child_page", log.pk).status_code == 404
    assert Visitor("oddny").see("child_page", log.pk).status_code == 404


@pytest.mark.parametrize("who", ["kari", "hamid"])
def test_what_is_a_draft_or_kept_from_guardians_is_not_on_the_table(log, who):
    with within(HERE):
        concern = log.ladder.concern
        concern.kept_from_guardians = "Ungdommen har bedt om det."
        concern.save(update_fields=["kept_from_guardians"])

    words = reading.words(Visitor(who).see("child_page", log.pk))

    assert "Ut i friminuttet" not in words
    assert "Ut i friminuttet" in reading.words(Visitor("ahmed").see("child_page", log.pk))


def test_the_number_of_queries_does_not_grow_with_what_is_told(log):
    ahmed = Visitor("ahmed")
    ahmed.see("child_page", log.pk)
    with_little = _queries(ahmed, log)
    for number in range(12):
        ahmed.send("child_bright_spot", log.pk, fields={"text": f"Lysglimt {number}"})
    with within(HERE):
        for number in range(3):
            stage.operations.shape_ladder(
                actor=stage.actor("kari"), log=stage.reached(log), concern=log.ladder.concern, title=f"Trapp {number}",
                shaped_with_child=True, steps=["Ett", "To", "Tre"],
            )  # fmt: skip

    assert _queries(ahmed, log) == with_little + 1  # one for the pictures of lysglimt, when there are any
    assert with_little <= 22


def _queries(visitor, log):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see("child_page", log.pk).status_code == 200
    return len(asked)


def test_the_holder_reads_the_wishes_on_the_page_of_the_next_meeting(log):
    meeting = held_meeting(log, days_ago=-3, state="planned")
    Visitor("ahmed").send("child_wish", log.pk, fields={"seat": "door", "not_about": "Karakterene"})

    words = reading.words(Visitor("kari").see("meeting", meeting.pk))

    assert "Slik vil barnet ha det" in words
    assert "Nær døra" in words
    assert "Karakterene" in words
