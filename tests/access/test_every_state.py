"""Every route on a log that waits, that has lost its consent, that is closed, and on a private draft."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access import asking, four_logs, who_may
from tests.web.visiting import Visitor

NEAR = ("kari", "jonas", "henrik", "trond", "elle", "sunniva", "dag", "oddny")
PAPERS = ("concern_papers", "concern_paper", "care_plan_file")
FAMILY = {"a": ("marta", "marek"), "c": ("wenche", "gudrun"), "d": ("lars", "siv"), "e": ("hamid", "ahmed")}


@pytest.mark.parametrize("letter", FAMILY)
def test_those_near_a_log_get_what_the_table_says_in_every_state(logs, letter):
    asked = asking.log_routes((*NEAR, *FAMILY[letter]), letter, logs[letter])

    asking.all_as_expected(asked, at_least=330)


def test_a_private_draft_and_what_is_in_it_is_unknown_to_everyone_but_the_holder(logs):
    with within(cast.EKSEMPELVIK.id):
        draft = four_logs.draft_in(logs["b"])
    own = [
        name
        for name, (_rule, kinds, _methods) in who_may.LOG_ROUTES.items()
        if kinds[0] not in ("log", "note", "meeting")
    ]

    answers = {
        key: {
            asking.status(Visitor(key), asking.methods(name)[0], name, asking.address(name, draft))
            for name in own
        }
        for key in who_may.IN_LOG["b"]
    }

    papers = {asking.status(Visitor("kari"), "GET", name, asking.address(name, draft)) for name in PAPERS}
    assert papers == {404}, "nothing is taken out of a draft, by its holder either"
    assert answers.pop("kari") <= {
        200,
        302,
        404,
        422,
    }  # 422: a draft's measure cannot start, its goal cannot be reached; 404: its papers
    assert answers == {"jonas": {404}, "henrik": {404}, "hilde": {404}}


def test_somebody_let_in_who_has_left_the_job_meets_the_same_door_as_a_stranger(logs):
    with within(cast.EKSEMPELVIK.id):
        grants = [
            things.log.grants.filter(person_id=cast.person("trond").id).count() for things in logs.values()
        ]

    answers = [asking.status(Visitor("trond"), "GET", "log", [things.log.pk]) for things in logs.values()]

    assert grants == [1] * 5
    assert answers == [404] * 5
