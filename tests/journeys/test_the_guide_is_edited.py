"""A municipality's own guide: drafted, sent back, approved, published; given as a file, borrowed, and changed there."""

import pytest
from django.utils import translation
from playwright.sync_api import expect

from tests.action_guide import drawn
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, follow, press, see

pytestmark = pytest.mark.journey

EVALUER = "/eksempelvik/veileder/niva-1/evaluer/"


def test_the_guide_goes_from_draft_to_published_and_on_to_the_neighbour(enter, tmp_path):
    yusuf, elle, parent = enter("yusuf", width=PHONE), enter("elle"), enter()

    _begin(yusuf)
    _write(yusuf, "Innen åtte uker.")
    _show(yusuf, tmp_path)
    assert auditing.faults_of(yusuf) == []
    press(yusuf, "Send til styringsgruppen")
    see(yusuf, "Utgaven er hos styringsgruppen.")

    _open(elle)
    follow(elle, "Se alle endringene")
    see(elle, "Innen åtte uker.")
    assert auditing.faults_of(elle, schemes=("light", "dark")) == []
    elle.set_viewport_size({"width": 1280, "height": 900})
    follow(elle, "Svar prosjektgruppen")
    elle.get_by_label("Send tilbake", exact=True).check()
    press(elle, "Svar")
    see(elle, "Skriv hvorfor")
    answer(elle, "Hva må endres?", "Åtte uker er for lenge.")
    press(elle, "Svar")
    see(elle, "Utgaven er sendt tilbake.")

    _open(yusuf)
    see(yusuf, "Styringsgruppen ber om endringer", "Åtte uker er for lenge.")
    _write(yusuf, "Innen fire uker.")
    press(yusuf, "Send til styringsgruppen")
    _open(elle)
    follow(elle, "Svar prosjektgruppen")
    elle.get_by_label("Godkjenn", exact=True).check()
    press(elle, "Svar")
    see(elle, "Utgaven er godkjent.")

    parent.goto(EVALUER)
    expect(parent.get_by_text("Innen fire uker.")).to_have_count(0)
    _open(yusuf)
    follow(yusuf, "Publiser utgaven")
    press(yusuf, "Publiser")
    see(yusuf, "Den gjelder fra nå.")
    parent.context.clear_cookies()
    parent.goto(f"{EVALUER}?maal=nb")
    see(parent, "Innen fire uker.")
    picture = parent.get_by_role("img", name="To barn ved en trapp med tre trinn.")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 48
    follow(parent, "Eldre utgaver")
    see(parent, "Utgave 1")

    with yusuf.expect_download() as given:
        follow(yusuf, "Last ned som fil til en annen kommune")
    file = tmp_path / "veileder.json"
    given.value.save_as(file)
    _borrow_and_change(enter, file)


def test_the_guide_is_written_without_script_and_by_keyboard_and_two_at_once_lose_nothing(
    windows, fresh_site
):
    yusuf = windows.open(fresh_site, "yusuf", javascript=False)
    mina = windows.open(fresh_site, "mina", javascript=False, width=PHONE)
    _begin(yusuf)
    _open(mina)
    for page in (yusuf, mina):
        page.get_by_role("link", name="Forsiden", exact=True).click()
        page.get_by_role("link", name="Skriv på bokmål", exact=True).click()

    answer(mina, "Hva heter veilederen?", "Minas veileder")
    press(mina, "Lagre")
    answer(yusuf, "Hva heter veilederen?", "Yusufs veileder")
    yusuf.get_by_role("button", name="Lagre", exact=True).focus()
    yusuf.keyboard.press("Enter")

    see(yusuf, "Noen andre lagret mens du skrev", "Minas veileder")
    expect(yusuf.get_by_label("Hva heter veilederen?")).to_have_value("Yusufs veileder")
    answer(yusuf, "Hva heter veilederen?", "Vår felles veileder")
    yusuf.keyboard.press("Enter")
    see(yusuf, "Lagret.")

    for page in (yusuf, mina):
        follow(page, "Endre rekkefølgen på stegene")
    yusuf.get_by_role("button", name="Flytt ned Se om det virker", exact=True).first.focus()
    yusuf.keyboard.press("Enter")
    see(yusuf, "Flyttet. Nå nummer")
    expect(yusuf.locator("[autofocus]")).to_be_focused()
    press(mina, "Flytt ned Se om det virker")
    see(mina, "Noen andre har endret rekkefølgen")


def _show(page, folder):
    """Put an image on the step, and see the whole draft with it."""
    file = folder / "trapp.webp"
    file.write_bytes(drawn.webp())
    page.get_by_role("link", name="Se om det virker", exact=True).first.click()
    follow(page, "Legg til bilde")
    answer_file(page, file)
    press(page, "Legg til")
    see(page, "Skriv hva bildet viser")
    answer_file(page, file)
    answer(page, "Hva viser bildet? (bokmål)", "To barn ved en trapp med tre trinn.")
    press(page, "Legg til")
    see(page, "Bildet er lagt til.")
    assert auditing.faults_of(page) == []
    _open(page)
    follow(page, "Se hele veilederen")
    see(page, "Dette er ikke publisert.")
    assert auditing.faults_of(page) == []
    _open(page)


def _begin(page):
    page.goto("/veilederarbeid/")
    press(page, "Lag vår egen")
    see(page, "Utkastet er laget.")


def _open(page):
    page.goto("/veilederarbeid/")
    page.get_by_role("link", name="Åpne utgaven").first.click()


def _write(page, deadline):
    page.get_by_role("link", name="Se om det virker", exact=True).first.click()
    follow(page, "Skriv på bokmål")
    answer(page, "Frist", deadline)
    press(page, "Lagre")
    see(page, "Lagret.")


def _borrow_and_change(enter, file):
    """In the neighbouring municipality, which reads nynorsk."""
    gudveig, oddny = enter("gudveig"), enter("oddny", width=PHONE)
    gudveig.goto("/veilederarbeid/grupper/?q=Oddny")
    gudveig.get_by_role("radio", name="Oddny").check()
    gudveig.get_by_label(_nn("Prosjektgruppen"), exact=True).check()
    press(gudveig, _nn("Legg til"))
    see(gudveig, _nn("Lagt til i gruppen."))

    oddny.goto("/veilederarbeid/")
    press(oddny, _nn("Lag vår egen"))
    follow(oddny, _nn("Lån fra en annen kommune"))
    answer_file(oddny, file)
    press(oddny, _nn("Se hva som er ulikt"))
    expect(oddny.get_by_role("heading", level=1)).to_contain_text("Eksempelvik")
    assert auditing.faults_of(oddny) == []
    oddny.get_by_role("checkbox").first.check()
    press(oddny, _nn("Ta inn i utkastet"))
    see(oddny, _nn("Delene er tatt inn i utkastet. Endre dem så de passer hos dere."))

    oddny.get_by_role("link", name="Sjå om det verkar", exact=True).first.click()
    follow(oddny, _nn("Skriv på bokmål"))
    expect(oddny.get_by_label(_nn("Frist"))).to_have_value("Innen fire uker.")
    answer(oddny, _nn("Frist"), "Innan tre veker.")
    press(oddny, _nn("Lagre"))
    see(oddny, _nn("Lagret."))


def answer_file(page, file):
    """Choose a file for the one question that asks for it."""
    page.locator("input[type=file]").set_input_files(file)


def _nn(words):
    """The words as the neighbour reads them."""
    with translation.override("nn"):
        return translation.gettext(words)
