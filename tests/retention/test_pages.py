"""The archivist's and personvernombudet's pages: what is due, held, proposed and disposed of, and never who it is about."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.relay_log.models import RelayLog
from stafett.retention.models import Certificate, Disposal, Hold, RetentionRule
from tests import stage
from tests.retention import ageing, good_forms
from tests.retention.ageing import here
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db
NAME = cast.person("nils").name


def words(key, name, *args):
    return reading.words(Visitor(key).see(name, *args))


def sent(key, name, *args, **fields):
    return Visitor(key).send(name, *args, fields={"submission": str(new_id()), **fields})


def test_with_nothing_due_the_page_says_so():
    assert "Ingen logg har stått lenge nok" in words("arkivar", "retention")


def test_one_item_of_the_menu_is_where_one_is():
    page = Visitor("arkivar").see("retention").content.decode()
    menu = page.split("Hovedmeny", 1)[1].split("</nav>", 1)[0]

    assert menu.count('aria-current="page"') + menu.count('aria-current="true"') == 1
    assert "Bevaring" in menu.split("aria-current", 1)[1].split("</a>", 1)[0]


def test_from_due_to_certificate_by_two_people():
    with here():
        log = ageing.old_log()
    page = words("arkivar", "retention")
    assert "1 logg kan slettes" in page
    assert "2020/17" in page

    proposed = sent("arkivar", "disposal_proposal", log_ids=[str(log.pk)], words="Fem år er gått.")
    assert proposed.status_code == 302
    with here():
        disposal = Disposal.objects.get()
    assert "Godkjenn og slett" not in words("arkivar", "disposal", disposal.pk)
    assert "Godkjenn og slett" in words("personvern", "disposal", disposal.pk)
    answer = sent("personvern", "disposal_approval", disposal.pk, seen="on", words="")
    assert answer.status_code == 302

    page = words("personvern", "disposal", disposal.pk)
    assert "Slettebevis nr. 1" in page
    assert cast.person("arkivar").name in page
    assert NAME not in page
    paper = Visitor("arkivar").see("disposal_certificate", disposal.pk)
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    with here():
        assert not RelayLog.objects.filter(pk=log.pk).exists()
        assert Certificate.objects.count() == 1


def test_whoever_proposed_is_told_that_another_must_look():
    with here():
        disposal = ageing.proposed(ageing.old_log())

    answer = sent("arkivar", "disposal_approval", disposal.pk, seen="on")

    assert answer.status_code == 403
    assert "En annen må se på listen" in reading.words(answer)


def test_a_list_is_not_approved_without_having_been_looked_over():
    with here():
        disposal = ageing.proposed(ageing.old_log())

    answer = sent("personvern", "disposal_approval", disposal.pk, words="Fint.")

    assert answer.status_code == 422
    assert "Sett kryss når du har sett over listen." in reading.words(answer)
    assert "Fint." in answer.content.decode()


def test_a_no_needs_a_reason_and_is_shown_with_it():
    with here():
        disposal = ageing.proposed(ageing.old_log())
    assert sent("personvern", "disposal_refusal", disposal.pk, words="").status_code == 422

    sent("personvern", "disposal_refusal", disposal.pk, words="Vi venter på planen.")

    assert "Vi venter på planen." in words("arkivar", "disposal", disposal.pk)


def test_a_list_that_changed_meanwhile_is_looked_over_again():
    with here():
        log = ageing.old_log()
        ageing.held(log)

    answer = sent("arkivar", "disposal_proposal", log_ids=[str(log.pk)], words="Nå.")

    assert answer.status_code == 422
    with here():
        assert not Disposal.objects.exists()


def test_a_log_is_stopped_and_the_page_says_why_it_stands():
    with here():
        log = ageing.old_log()
    assert sent("arkivar", "log_hold", log.pk, reason="", ends_on="").status_code == 422

    sent("arkivar", "log_hold", log.pk, reason="Klagen er ikke avgjort.", ends_on="")

    assert "Slettingen er stoppet." in words("arkivar", "retention")
    shown = words("arkivar", "holds")
    assert "Klagen er ikke avgjort." in shown
    assert NAME not in shown
    assert NAME in words("personvern", "holds")
    with here():
        told = Entry.objects.filter(event="retention.held").get()
        assert (told.log_id, told.reason) == (log.pk, "Klagen er ikke avgjort.")


def test_a_hold_is_not_placed_until_a_day_that_is_over():
    with here():
        log = ageing.old_log()
    yesterday = (stage.today() - timedelta(days=1)).isoformat()

    answer = sent("arkivar", "log_hold", log.pk, reason="Klage.", ends_on=yesterday)

    assert answer.status_code == 422
    assert "Velg en dag fra i dag og framover" in reading.words(answer)


def test_personvernombudet_stops_all_logs_about_a_child_and_lifts_it_again():
    nils = cast.child("nils").id
    assert (
        reverse("child_hold", args=[nils])
        in Visitor("personvern").see("trail_of_child", nils).content.decode()
    )
    sent("personvern", "child_hold", nils, **good_forms.fields("child_hold"))
    with here():
        hold = Hold.objects.get()
        assert str(hold.child_id) == str(nils)

    sent("personvern", "hold_lifting", hold.pk, reason="Saken er over.")

    assert "Saken er over." in words("arkivar", "holds")


def test_a_rule_is_changed_with_a_reason_and_the_former_one_stands():
    assert "5 år" in words("personvern", "retention_rules")

    sent("arkivar", "retention_rule", "closed_log", **good_forms.fields("retention_rule"))

    page = words("arkivar", "retention_rules")
    assert "10 år" in page
    assert "Vedtatt i planen for 2027." in page
    late = sent("arkivar", "retention_rule", "closed_log", **good_forms.fields("retention_rule"))
    assert late.status_code == 409
    assert "Noen andre lagret mens du skrev" in reading.words(late)
    with here():
        assert RetentionRule.objects.count() == 1


def test_a_rule_of_the_house_has_no_page_to_change_it():
    assert Visitor("arkivar").see("retention_rule", "trail").status_code == 404
    assert Visitor("arkivar").see("retention_rule", "1").status_code == 404


def test_a_rule_that_keeps_leaves_nothing_due():
    with here():
        ageing.old_log()
    given = good_forms.fields("retention_rule") | {"fate": "keep", "months": ""}

    sent("arkivar", "retention_rule", "closed_log", **given)

    assert "Ingen logg har stått lenge nok" in words("arkivar", "retention")


@pytest.mark.parametrize("name", ["retention", "holds", "disposals"])
def test_a_page_takes_as_many_queries_for_one_as_for_several(name):
    def asked():
        archivist = Visitor("arkivar")
        archivist.see(name)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            archivist.see(name)
        return len(queries)

    with here():
        ageing.proposed(ageing.old_log("nils"))
        ageing.held(ageing.old_log("sara"))
    one = asked()
    with here():
        ageing.proposed(ageing.old_log("oskar"))
        for child in ("even", "linnea"):
            ageing.held(ageing.old_log(child))

    assert asked() == one
