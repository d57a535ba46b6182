"""Leaders' pages: flow and dates, the logs that nobody holds first, and the way in with a reason."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.access.models import Grant
from stafett.audit.models import Entry
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.leadership.queries.units import PAGE
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log.models import Measure, RelayLog
from tests import stage
from tests.relay_log.queries import many
from tests.web.reading import errors, words
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
TITLE = "Eleven er ofte alene i friminuttene"


@pytest.fixture
def log(db):
    """Nils's log, held by kari, with a concern under way."""
    with within(HERE):
        log = stage.open_log("nils")
        stage.active_concern(log)
        yield log


def _leaves(key):
    yesterday = stage.today() - timedelta(days=1)
    Employment.objects.filter(person_id=cast.person(key).id).update(ends_on=yesterday)


def test_the_leader_sees_who_holds_a_log_and_when_something_happens_and_nothing_of_what_stands_in_it(log):
    page = words(Visitor("elle").see("unit_logs"))

    assert "Nils Áilo Pennalsrud" in page
    assert "Kari Eksempelmo" in page
    assert "Samtykket er på plass" in page
    assert "Neste dato:" in page
    for secret in (TITLE, "Lekegruppe", "storefri", "Jeg vil ha noen å leke med"):
        assert secret not in page


def test_the_list_is_narrowed_to_logs_with_an_evaluation_that_is_late(log):
    many.logs_like(log, 1)
    late = stage.today() - timedelta(days=3)
    Measure.objects.filter(log=log, arena="home").update(start_by=late, evaluate_by=late)

    page = words(Visitor("elle").see("unit_logs", vis="forsinket"))

    assert "Nils" in page
    assert "Barn 0" not in page
    assert "Barn 0" in words(Visitor("elle").see("unit_logs"))


def test_the_list_is_narrowed_to_logs_where_nothing_is_planned(log):
    many.logs_like(log, 2)
    idle, meeting_soon = RelayLog.objects.exclude(pk=log.pk).order_by("child__person__given_name")
    Measure.objects.exclude(log=log).update(state="evaluated")
    RelayLog.objects.filter(pk=meeting_soon.pk).update(next_meeting_at=clock.now() + timedelta(days=5))

    page = words(Visitor("elle").see("unit_logs", vis="uten-dato"))

    assert idle.child.person.name in page
    assert meeting_soon.child.person.name not in page
    assert "Nils" not in page


def test_the_list_is_narrowed_to_logs_with_a_consent_to_renew_and_the_day_leads_there(log):
    many.logs_like(log, 1)
    for giver in set(Consent.objects.filter(log=log).values_list("guardian_id", flat=True)):
        stage.consent_from(stage.reached(log), giver, until=stage.today() + timedelta(days=9))
    elle = Visitor("elle")

    page = words(elle.see("unit_logs", vis="samtykke"))

    assert "Nils" in page
    assert "Barn 0" not in page
    assert "?vis=samtykke" in elle.see("leaders_day").content.decode()


@pytest.mark.parametrize(
    ("vis", "said"),
    [
        ("forsinket", "Ingen evaluering er over tiden"),
        ("uten-dato", "Ingen logger er uten neste dato"),
        ("samtykke", "Ingen samtykker må fornyes nå"),
    ],
)
def test_a_narrowed_list_that_is_empty_says_that_all_is_well(log, vis, said):
    page = words(Visitor("elle").see("unit_logs", vis=vis))

    assert said in page
    assert "Ingen åpne logger" not in page


def test_a_narrowing_that_does_not_exist_shows_all_the_logs(log):
    assert "Nils" in words(Visitor("elle").see("unit_logs", vis="noe"))


def test_a_narrowed_list_stays_narrowed_on_its_next_page(log):
    many.logs_like(log, PAGE)
    _let_slip("forsinket")
    elle = Visitor("elle")

    first = elle.see("unit_logs", vis="forsinket")

    assert "?side=2&amp;vis=forsinket" in first.content.decode()
    assert words(elle.see("unit_logs", vis="forsinket", side=2)).count("Åpne med begrunnelse") == 1


def test_a_leader_of_another_unit_sees_nothing_of_it(log):
    assert "Nils" not in words(Visitor("aslaug").see("unit_logs"))


def test_a_log_whose_holder_has_left_stands_first_with_the_way_to_a_new_one(log):
    _leaves("kari")

    page = words(Visitor("elle").see("unit_logs"))

    assert "Uten stafettholder" in page
    assert "Kari" not in page
    assert page.index("Velg ny stafettholder") < page.index("Åpne med begrunnelse")


def test_the_leader_gives_the_baton_to_a_colleague_when_the_holder_has_left(log):
    _leaves("kari")

    answer = Visitor("elle").send(
        "new_holder", log.pk, fields={"employment_id": str(made_id("post", "jonas-eksempelvik_school"))}
    )

    assert answer.status_code == 302
    assert Visitor("jonas").see("log", log.pk).status_code == 200
    assert Visitor("kari").see("log", log.pk).status_code == 404
    holder = Grant.objects.get(log=log, relation="baton_holder", ended_at__isnull=True)
    assert (holder.person_id, holder.unit_id) == (cast.person("jonas").id, log.unit_id)
    assert Entry.objects.filter(event="participant.holder_appointed", log_id=log.pk).count() == 1
    assert Message.objects.filter(recipient_id=cast.person("jonas").id, kind="holder_appointed").count() == 1


@pytest.mark.parametrize(
    "post", ["dag-fabelasen_school", "trond-eksempelvik_school", "oddny-domesund_school"]
)
def test_the_baton_goes_to_nobody_outside_the_unit(log, post):
    _leaves("kari")

    answer = Visitor("elle").send("new_holder", log.pk, fields={"employment_id": str(made_id("post", post))})

    assert answer.status_code == 422
    assert Grant.objects.get(log=log, relation="baton_holder").ended_at is None


def test_a_log_that_has_a_holder_is_not_given_away_by_the_leader(log):
    answer = Visitor("elle").send(
        "new_holder", log.pk, fields={"employment_id": str(made_id("post", "jonas-eksempelvik_school"))}
    )

    assert answer.status_code == 403


def test_a_leader_opens_a_log_with_a_reason_that_the_family_reads_and_the_holder_is_told_of(log):
    elle, reason = Visitor("elle"), "Kari er borte, og møtet må forberedes."
    assert elle.see("log", log.pk).status_code == 404

    answer = elle.send("look_with_reason", log.pk, fields={"reason": reason})

    assert answer.status_code == 302
    assert elle.see("log", log.pk).status_code == 200
    assert reason in words(Visitor("bente").see("log", log.pk))
    assert Entry.objects.get(event="participant.leader_looks").reason == reason
    assert (
        Message.objects.filter(recipient_id=cast.person("kari").id, kind="log_opened_by_leader").count() == 1
    )
    place = Grant.objects.get(log=log, relation="leader_insight")
    assert place.ends_on == stage.today() + timedelta(days=7)


@pytest.mark.parametrize("route", ["new_note", "new_bright_spot", "new_concern", "participants", "closure"])
def test_a_leader_who_looks_only_reads(log, route):
    elle = Visitor("elle")
    elle.send("look_with_reason", log.pk, fields={"reason": "Kari er borte, og møtet må forberedes."})

    assert elle.see(route, log.pk).status_code == 403


@pytest.mark.parametrize("reason", ["", "fordi", "møtet er"])
def test_a_reason_of_a_word_is_not_enough(log, reason):
    answer = Visitor("elle").send("look_with_reason", log.pk, fields={"reason": reason})

    assert answer.status_code == 422
    assert "reason" in errors(answer)
    assert not Grant.objects.filter(log=log, relation="leader_insight").exists()


def test_after_seven_days_the_log_is_closed_to_the_leader_and_can_be_opened_anew(log):
    elle, reason = Visitor("elle"), {"reason": "Kari er borte, og møtet må forberedes."}
    elle.send("look_with_reason", log.pk, fields=reason)
    Grant.objects.filter(relation="leader_insight").update(ends_on=stage.today() - timedelta(days=1))

    assert elle.see("log", log.pk).status_code == 404
    assert elle.send("look_with_reason", log.pk, fields=reason).status_code == 302
    assert elle.see("log", log.pk).status_code == 200


def test_the_area_is_numbers_for_each_unit_and_small_ones_are_not_shown(log):
    many.logs_like(log, 5)
    _leaves("kari")

    page = words(Visitor("torbjorn").see("area"))

    assert "Eksempelvik barneskole færre enn 5 færre enn 5 minst 5" in page
    assert "Fabelåsen ungdomsskole færre enn 5 færre enn 5 færre enn 5" in page
    assert "Nils" not in page
    assert "Eventyrskogen" not in page


def test_the_area_counts_logs_without_a_plan_that_have_never_had_a_meeting(log):
    many.logs_like(log, 5)
    Measure.objects.exclude(log=log).update(state="evaluated")

    assert "Eksempelvik barneskole færre enn 5 minst 5 færre enn 5" in words(Visitor("torbjorn").see("area"))


def test_fewer_than_five_is_all_the_area_leader_is_told(log):
    assert "Eksempelvik barneskole færre enn 5 færre enn 5 færre enn 5" in words(
        Visitor("torbjorn").see("area")
    )


def test_leaders_pages_ask_as_much_however_many_logs_there_are(log):
    elle, torbjorn = Visitor("elle"), Visitor("torbjorn")
    few = [_asked(elle, "unit_logs"), _asked(torbjorn, "area")]

    many.logs_like(log, 12)

    assert [_asked(elle, "unit_logs"), _asked(torbjorn, "area")] == few
    assert max(few) <= 14


@pytest.mark.parametrize("vis", ["forsinket", "uten-dato"])
def test_a_narrowed_list_asks_as_much_however_many_logs_are_in_it(log, vis):
    elle = Visitor("elle")
    _let_slip(vis)
    few = _asked(elle, "unit_logs", vis=vis)

    many.logs_like(log, 12)
    _let_slip(vis)

    assert words(elle.see("unit_logs", vis=vis)).count("Åpne med begrunnelse") == 13
    assert _asked(elle, "unit_logs", vis=vis) == few <= 14


@pytest.mark.parametrize(
    ("key", "route"),
    [
        ("kari", "my_logs"),
        ("elle", "leaders_day"),
        ("torbjorn", "area"),
        ("sunniva", "family_logs"),
        ("arkivar", "deposits"),
    ],
)
def test_everybody_lands_where_their_day_begins(log, key, route):
    assert Visitor(key).see("start")["Location"] == Visitor(key).see(route).wsgi_request.path


def _let_slip(vis):
    """Every measure becomes late, or is evaluated with nothing after it."""
    late = stage.today() - timedelta(days=3)
    changed = {"start_by": late, "evaluate_by": late} if vis == "forsinket" else {"state": "evaluated"}
    Measure.objects.update(**changed)


def _asked(visitor, route, **query):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see(route, **query).status_code == 200
    return len([query for query in asked if "SAVEPOINT" not in query["sql"]])
