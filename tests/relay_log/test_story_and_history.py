"""What the timeline and the former wordings tell, and to whom."""

import pytest

from stafett.demo import cast
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.queries.former import former_texts
from stafett.relay_log.queries.page import log_page
from stafett.relay_log.views import story
from tests import stage


@pytest.fixture(autouse=True)
def here(db):
    with within(cast.EKSEMPELVIK.id):
        yield


@pytest.fixture
def log():
    log = stage.open_log()
    operations.add_participant(
        actor=stage.actor("kari"),
        log=log,
        employment_id=Employment.objects.get(person_id=cast.person("jonas").id).pk,
        purpose="",
        today=stage.today(),
    )
    return log


def _told(log, who):
    found = stage.reached(log, who)
    page = log_page(found, today=stage.today())
    return [entry.sentence for entry in story.told(page, sees_drafts=found.relation == "baton_holder")]


def _add_factor(log, concern):
    operations.add_factor(
        actor=stage.actor("kari"), log=log, concern=concern, kind="group", text="Bråk i gangen"
    )


def test_the_story_of_a_private_draft_is_told_to_the_holder_only(log):
    concern = stage.drafted_concern(log)
    stage.add_measure(log, concern, description="Hemmelig tiltak")
    _add_factor(log, concern)

    holder, colleague = _told(log, "kari"), _told(log, "jonas")

    assert any("Hemmelig tiltak" in sentence for sentence in holder)
    assert not any("utkast" in s or "Hemmelig" in s or "holder utfordringen" in s for s in colleague)


def test_a_shared_concern_is_told_to_everyone(log):
    concern = stage.shared_concern(log)
    _add_factor(log, concern)

    told = _told(log, "jonas")

    assert any("delte oppmerksomheten" in sentence for sentence in told)
    assert any("holder utfordringen" in sentence for sentence in told)


def _former(concern, who):
    concern.log = stage.reached(concern.log, who)
    return [
        text
        for former in former_texts(concern, {"title": "Tittel"}, shared_at=concern.shared_at)
        for _label, text in former.fields
    ]


def test_wordings_from_before_sharing_stay_with_the_holder(log):
    concern = stage.drafted_concern(log, title="Første utkast")
    revise = lambda title: operations.revise_concern(  # noqa: E731 - the same call twice
        actor=stage.actor("kari"), log=log, concern=concern, today=stage.today(),
        version=type(concern).objects.get(pk=concern.pk).version, **stage.concern_words(title=title),
    )  # fmt: skip
    revise("Delt ordlyd")
    concern = operations.share_concern(
        actor=stage.actor("kari"), log=log, concern=concern, today=stage.today()
    )
    revise("Ny ordlyd")
    concern.refresh_from_db()

    assert _former(concern, "kari") == ["Delt ordlyd", "Første utkast"]
    assert _former(concern, "jonas") == ["Delt ordlyd"]
