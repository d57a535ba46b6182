"""Steps in another order: moved by a button, told where they went, answered when somebody else was quicker."""

import pytest

from stafett.action_guide import operations
from stafett.action_guide.enums import Refusal
from stafett.action_guide.models import GuidePart
from stafett.audit.models import Entry
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within
from tests import stage
from tests.action_guide import at_work
from tests.action_guide.at_work import HERE
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def _keys(edition, level="1"):
    with within(edition.municipality_id):
        rows = GuidePart.objects.filter(edition=edition, level=level, kind="step").order_by("position")
        return list(rows.values_list("key", flat=True))


def _move(edition, step, past, *, who="yusuf", level="1"):
    with within(HERE):
        return operations.move_step(
            actor=stage.actor(who), edition=edition, level=level, step=step, past=past
        )


def _press(edition, move, who="yusuf"):
    return Visitor(who).send("guide_order", edition.pk, fields={"move": move})


def test_a_step_goes_up_and_down_and_the_rest_stands():
    edition = at_work.draft()
    first, second, third, *rest = _keys(edition)

    _move(edition, third, second)
    assert _keys(edition) == [first, third, second, *rest]
    _move(edition, third, second)
    assert _keys(edition) == [first, second, third, *rest]
    with within(HERE):
        assert Entry.objects.filter(event="action_guide.step_moved").count() == 2


def test_the_page_says_where_it_went_and_the_same_button_is_in_focus():
    edition = at_work.draft()
    first, second, *rest = _keys(edition)

    answer = _press(edition, f"1/{first}/down/{second}")
    page = Visitor("yusuf").get(answer["Location"])

    assert answer.status_code == 302
    assert f"Flyttet. Nå nummer 2 av {len(rest) + 2} på nivå 1." in reading.words(page)
    html = page.content.decode()
    assert html.count("autofocus") == 1
    assert f'value="1/{first}/down/{rest[0]}" autofocus aria-describedby="st-moved">Flytt ned' in html


def test_at_the_end_of_the_level_the_focus_is_on_the_way_back():
    edition = at_work.draft()
    *_rest, last_but_one, last = _keys(edition)

    page = Visitor("yusuf").get(_press(edition, f"1/{last_but_one}/down/{last}")["Location"])

    assert f'value="1/{last_but_one}/up/{last}" autofocus' in page.content.decode()


def test_two_who_move_the_same_step_are_told_and_nothing_is_moved_twice():
    edition = at_work.draft()
    first, second, *rest = _keys(edition)
    _move(edition, first, second, who="mina")
    _move(edition, first, rest[0], who="mina")

    answer = _press(edition, f"1/{first}/down/{second}")

    assert answer.status_code == 422
    assert "Noen andre har endret rekkefølgen" in reading.words(answer)
    assert _keys(edition)[:3] == [second, rest[0], first]
    assert f'value="1/{first}/up/{rest[0]}"' in answer.content.decode()  # as it is now


def test_two_who_move_the_same_step_down_once_do_not_move_it_back():
    edition = at_work.draft()
    first, second, *rest = _keys(edition)
    _press(edition, f"1/{first}/down/{second}", who="mina")

    answer = _press(edition, f"1/{first}/down/{second}")

    assert answer.status_code == 422
    assert _keys(edition) == [second, first, *rest]


@pytest.mark.parametrize(
    "move", ["", "1/x/up/y", "1/evaluer", "9/a/down/b", "<script>", "0/mote/down/evaluer", "1/../.."]
)
def test_a_move_that_cannot_be_is_answered(move):
    answer = _press(at_work.draft(), move)

    assert answer.status_code == 422
    assert "Noen andre har endret rekkefølgen" in reading.words(answer)


def test_what_others_are_reading_keeps_its_order():
    edition = at_work.draft()
    first, second, *_rest = _keys(edition)
    _move(edition, first, second)
    at_work.sent(edition)

    with pytest.raises(Refused) as caught:
        _move(edition, first, second)

    assert caught.value.refusal == Refusal.WRONG_STATE
    assert "Rekkefølgen kan endres når utgaven er et utkast." in reading.words(
        Visitor("yusuf").see("guide_order", edition.pk)
    )


def test_an_order_is_a_change_that_is_seen_sent_and_read_by_everybody():
    edition = at_work.draft()
    first, second, *rest = _keys(edition)
    _move(edition, first, second)

    review = reading.words(Visitor("elle").see("guide_review", edition.pk))
    level = Visitor("elle").see("guide_part", at_work.part_of(edition, "level", "1", "").pk)
    at_work.sent(edition)
    at_work.publish(at_work.decided(edition))
    page = Visitor().get("/eksempelvik/veileder/niva-1/").content.decode()
    picture = Visitor().get("/eksempelvik/veileder/").content.decode()
    file = Visitor("yusuf").see("guide_file", edition.pk).json()

    assert "1 del er endret." in review
    assert "Rekkefølgen på stegene" in review
    assert "Rekkefølgen på stegene" in reading.words(level)
    for shown in (page, picture.split('st-bti"')[1].split("</svg>")[0]):
        assert shown.index(f"/niva-1/{second}/") < shown.index(f"/niva-1/{first}/")
    told = [part["key"] for part in file["guide"]["parts"] if (part["level"], part["kind"]) == ("1", "step")]
    assert told == [second, first, *rest]


def test_whoever_moves_a_step_has_had_a_hand_in_the_edition():
    edition = at_work.draft()
    first, second, *_rest = _keys(edition)
    with within(HERE):
        at_work.place("yusuf", "steering")
    _move(edition, first, second)
    at_work.sent(edition)

    with pytest.raises(Refused) as caught:
        at_work.decided(edition, "yusuf")

    assert caught.value.refusal == Refusal.TWO_PEOPLE


def test_a_level_that_is_taken_brings_the_order_and_our_own_steps_stay():
    guide = at_work.a_guide()
    steps = [part for part in guide["parts"] if (part["level"], part["kind"]) == ("1", "step")]
    others = [part for part in guide["parts"] if part not in steps]
    content = at_work.a_file(parts=[*others, *reversed(steps)])
    edition = at_work.draft()
    before = _keys(edition)
    with within(HERE):
        given = {"language": "nb", "level": "1", "title": "Vårt steg", "what": "Noe.", "deadline": "Nå."}
        operations.add_step(actor=stage.actor("yusuf"), edition=edition, after=before[0], **given)
        borrowed = operations.borrow(actor=stage.actor("yusuf"), edition=edition, content=content)
    shown = reading.words(Visitor("yusuf").see("guide_borrowed", borrowed.pk))
    with within(HERE):
        operations.take(actor=stage.actor("yusuf"), borrowed=borrowed, places=["level:1:"])

    assert "Rekkefølgen på stegene" in shown
    expected = list(reversed(before))
    assert _keys(edition) == [expected[0], "vart-steg", *expected[1:]]
