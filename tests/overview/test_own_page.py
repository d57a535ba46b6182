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
