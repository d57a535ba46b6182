"""Min side: one's own language and contact details, and nobody else's."""

import pytest

from stafett.demo import cast
from stafett.register.models import Person
from stafett.register.tenancy import within
from tests.web import good_forms
from tests.web.visiting import Visitor


@pytest.mark.parametrize(
    ("locale", "said"), [("nb", "Endringene er lagret."), ("nn", "Endringane er lagra."), ("en", "")]
)
def test_a_changed_language_is_spoken_from_the_next_page_on(db, locale, said):
    kari = Visitor("kari")

    answer = kari.send("own_page", fields={**good_forms.fields("own_page"), "locale": locale})
    page = kari.get(answer["Location"]).content.decode()

    assert f'<html lang="{locale}">' in page
    assert said in page


def test_contact_details_are_stored_for_oneself_alone(db):
    Visitor("kari").send("own_page", fields=good_forms.fields("own_page"))

    with within(cast.EKSEMPELVIK.id):
        changed = list(Person.objects.exclude(email="").values_list("id", "email", "phone"))
    assert changed == [(cast.person("kari").id, "kari@eksempel.no", "900 00 000")]


@pytest.mark.parametrize("phone", ["12", "ring meg", "+47", "1" * 21, "٩٠٠٠٠٠٠٠ x"])
def test_a_number_that_cannot_be_called_is_asked_for_again(db, phone):
    answer = Visitor("kari").send("own_page", fields={**good_forms.fields("own_page"), "phone": phone})

    assert answer.status_code == 422


def test_a_guardian_has_a_page_of_their_own_without_a_post(db):
    page = Visitor("fatima").see("own_page")

    assert page.status_code == 200
    assert "Kontaktlærer" not in page.content.decode()


def test_a_resource_person_is_reached_as_they_have_written_and_where_they_are_looked_for(db):
    fields = good_forms.fields("own_page")

    Visitor("yusuf").send("own_page", fields={**fields, "work_contact": "00 00 00 21"})

    for name in ("staff_search", "choose_child"):
        page = Visitor("kari").see(name).content.decode()
        assert '<a class="ds-link" href="tel:00000021">00 00 00 21</a>' in page
        assert fields["phone"] not in page


@pytest.mark.parametrize("contact", ["ring meg", "yusuf(at)eksempel.no", "12"])
def test_how_one_is_reached_is_a_number_or_an_address(db, contact):
    answer = Visitor("yusuf").send(
        "own_page", fields={**good_forms.fields("own_page"), "work_contact": contact}
    )

    assert answer.status_code == 422


def test_a_guardian_is_not_reached_by_employees_as_a_colleague(db):
    Visitor("fatima").send(
        "own_page", fields={**good_forms.fields("own_page"), "work_contact": "00 00 00 22"}
    )

    assert "Slik når kolleger deg" not in Visitor("fatima").see("own_page").content.decode()
    with within(cast.EKSEMPELVIK.id):
        assert not Person.objects.exclude(work_contact="").exists()
