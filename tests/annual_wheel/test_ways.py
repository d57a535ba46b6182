"""Where a task leads: for every kind the leader finds the link on the task's page, and a page behind it that answers."""

import re

import pytest
from django.utils.html import escape

from stafett.annual_wheel.enums import Opens
from stafett.annual_wheel.models import WheelTask
from stafett.annual_wheel.queries import counts
from stafett.annual_wheel.queries.counts import LogCounts
from stafett.annual_wheel.views import ways
from stafett.register.tenancy import within
from tests import stage
from tests.annual_wheel import good_forms, turning
from tests.annual_wheel.turning import HERE, SCHOOL
from tests.web.reading import words
from tests.web.visiting import Visitor

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


def tasks_that_open(kind):
    """The tasks in the wheel of Elle's school that lead there."""
    wheel = good_forms.wheel()
    with within(HERE):
        WheelTask.objects.filter(wheel=wheel).update(put_away_at=None)
        return [each.id for each in turning.seen(wheel).tasks if each.opens == kind]


def way_on(answer, kind):
    """Where the page's own links with the label of a kind lead; the menu above it is left out."""
    links = LINK.findall(answer.content.decode().split("<main", 1)[1])
    return [href.replace("&amp;", "&") for href, label in links if escape(str(kind.label)) in label]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", Opens)
def test_a_leader_comes_from_the_task_to_a_page_that_answers(kind):
    elle, found = Visitor("elle"), tasks_that_open(kind)

    pages = [elle.see("wheel_task", pk) for pk in found]

    assert found
    for page in pages:
        (href,) = way_on(page, kind)
        assert elle.get(href).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("kind", Opens)
def test_an_employee_sees_no_way_to_what_is_the_leaders_and_comes_to_the_rest(kind):
    kari = Visitor("kari")

    for pk in tasks_that_open(kind):
        links = way_on(kari.see("wheel_task", pk), kind)
        assert len(links) == (kind not in ways.FOR_LEADERS)
        assert all(kari.get(href).status_code == 200 for href in links)


@pytest.mark.parametrize(
    ("sentence", "none", "one"),
    [
        (
            ways.consents_sentence,
            "Ingen samtykker går ut den neste måneden.",
            "1 logg har et samtykke som må fornyes.",
        ),
        (
            ways.training_sentence,
            "Ingen venter på opplæring.",
            "1 ansatt trenger opplæring og er ikke meldt på.",
        ),
    ],
    ids=["consents", "training"],
)
def test_what_waits_is_said_in_words_also_when_it_is_none_or_one(sentence, none, one):
    assert sentence(0) == none
    assert sentence(1) == one
    assert sentence(2).startswith("2 ")


@pytest.mark.parametrize(
    ("kind", "none", "one"),
    [
        (Opens.FLOW, "Alle loggene har en neste dato.", "1 logg har ingen neste dato."),
        (Opens.OVERDUE, "Ingen logger har evaluering over tiden.", "1 logg har evaluering over tiden."),
    ],
)
def test_logs_that_wait_are_said_in_words_also_when_they_are_none_or_one(kind, none, one):
    class Task:
        opens = kind

    said = [
        ways.waiting_there(Task, None, LogCounts(open=9, overdue=count, without_plan=count), today=None)
        for count in (0, 1)
    ]

    assert said == [none, one]


@pytest.mark.django_db
def test_the_tasks_own_page_says_what_waits_behind_its_link():
    elle = Visitor("elle")
    with within(HERE):
        given = {"today": stage.today()}
        flow = ways.consents_sentence(counts.consents_ending(SCHOOL, **given))
        training = ways.training_sentence(counts.wanting_training(SCHOOL, **given))

    for kind, sentence in ((Opens.FLOW, flow), (Opens.TRAINING, training)):
        for pk in tasks_that_open(kind):
            assert sentence in words(elle.see("wheel_task", pk))
            assert sentence not in words(Visitor("kari").see("wheel_task", pk))
