"""Two windows at the same thing, two presses on one button, and back again: nobody's words vanish, no row is double."""

import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from tests.journeys import auditing
from tests.journeys.browsing import answer, choose, control, follow, press, see, see_heading, unfold

pytestmark = pytest.mark.journey

NOORS_CONCERN = "SELECT concern.id FROM relay_log_concern concern JOIN relay_log_relaylog log ON log.id = log_id WHERE child_id = %s"


@pytest.fixture
def concern(site):
    """The path of Noor's concern."""
    return f"/oppmerksomheter/{site.ask(NOORS_CONCERN, cast.child('noor').id)[0][0]}/"


def test_the_second_to_save_a_concern_sees_both_texts_and_can_keep_both(enter, concern):
    first, second = enter("kari"), enter("kari")
    for window in (first, second):
        window.goto(concern + "tekst/")
    answer(first, "Bakgrunn", "Leseprøven i vår viste framgang.")
    press(first, "Lagre")
    see(first, "Oppmerksomheten er lagret.")

    answer(second, "Bakgrunn", "Noor leser helst om hester.")
    press(second, "Lagre")

    see(second, "Noen andre lagret mens du skrev", "Leseprøven i vår viste framgang.")
    expect(second.get_by_role("region", name="Noen andre lagret mens du skrev")).to_be_focused()
    expect(control(second, "Bakgrunn")).to_have_value("Noor leser helst om hester.")
    assert auditing.faults_of(second) == []
    answer(second, "Bakgrunn", "Leseprøven i vår viste framgang. Noor leser helst om hester.")
    press(second, "Lagre")
    see(second, "Oppmerksomheten er lagret.")
    unfold(second, "Bakgrunn")
    see(second, "Leseprøven i vår viste framgang. Noor leser helst om hester.")


def test_the_second_to_save_a_measure_sees_what_is_stored(enter, concern):
    first, second = enter("kari"), enter("kari")
    for window in (first, second):
        window.goto(concern)
        window.get_by_role("main").get_by_role("link", name="Noor leser en vits høyt").click()
        follow(window, "Endre tiltaket")
    answer(first, "Hva skal dere gjøre?", "Noor forteller en vits hver fredag.")
    press(first, "Lagre tiltaket")

    answer(second, "Hva skal dere gjøre?", "Noor leser to vitser hver dag.")
    press(second, "Lagre tiltaket")

    see(second, "Noen andre lagret mens du skrev", "Noor forteller en vits hver fredag.")
    expect(control(second, "Hva skal dere gjøre?")).to_have_value("Noor leser to vitser hver dag.")
    assert auditing.faults_of(second) == []


def test_the_second_to_evaluate_a_measure_sees_what_is_stored_and_keeps_own_words(enter, concern):
    first, second = enter("kari"), enter("kari")
    for window, words in ((first, "Vi leste ute."), (second, "Lesekvarten er noe Noor gleder seg til.")):
        window.goto(concern)
        window.get_by_role("main").get_by_role("link", name="Lesekvarten er flyttet").click()
        follow(window, "Evaluer tiltaket")
        choose(window, "Hvordan har det gått?", "Har gitt ønsket effekt")
        answer(window, "Hva har dere sett?", words)
    press(first, "Lagre evalueringen")
    see(first, "Evalueringen er lagret.")

    press(second, "Lagre evalueringen")

    see(second, "Tiltaket er allerede evaluert", "Har gitt ønsket effekt", "Vi leste ute.")
    see(second, "Lesekvarten er noe Noor gleder seg til.")
    assert auditing.faults_of(second) == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_two_presses_on_one_button_share_one_bright_spot(enter, site, javascript):
    page = enter("kari", javascript=javascript)
    words = f"Noor ropte hurra {'to' if javascript else 'tre'} ganger."
    page.goto(site.log_of("noor") + "lysglimt/")
    answer(page, "Hva gikk bra?", words)

    page.get_by_role("button", name="Del lysglimtet").dblclick(no_wait_after=True)

    see(page, "Lysglimtet er delt.", words)
    assert site.ask("SELECT count(*) FROM relay_log_brightspot WHERE text = %s", words) == [(1,)]


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_going_back_and_sending_the_form_again_writes_one_note(enter, site, javascript):
    page = enter("kari", javascript=javascript)
    words = f"Vi møtes igjen på {'torsdag' if javascript else 'fredag'}."
    page.goto(site.log_of("noor") + "notater/")
    answer(page, "Notat", words)
    press(page, "Lagre notatet")
    see(page, "Notatet er lagret.")

    page.go_back()
    expect(control(page, "Notat")).to_have_value(words)  # so that sending it again is one press away
    press(page, "Lagre notatet")

    see(page, "Dette har hendt")
    assert site.ask("SELECT count(*) FROM relay_log_note WHERE text = %s", words) == [(1,)]


def test_a_colleague_is_told_when_something_new_is_written_while_the_log_is_open(enter, site):
    reader, writer = enter("jonas"), enter("kari")
    reader.goto(site.log_of("noor"))

    writer.goto(site.log_of("noor") + "notater/")
    answer(writer, "Notat", "Ny bok i lesekroken.")
    press(writer, "Lagre notatet")

    expect(reader.get_by_text("Noen har skrevet noe nytt i loggen.")).to_be_visible()
    follow(reader, "Vis det nye")
    see(reader, "Ny bok i lesekroken.")


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_words_are_kept_when_the_login_has_run_out_meanwhile(enter, site, javascript):
    page = enter("kari", javascript=javascript)
    words = f"Lang tekst, skrevet {'med' if javascript else 'uten'} skript."
    page.goto(site.log_of("noor") + "notater/")
    answer(page, "Notat", words)
    page.context.clear_cookies(name="stafett")
    press(page, "Lagre notatet")

    see_heading(page, "Du er logget ut")
    see(page, words)
    with page.context.expect_page() as opened:
        follow(page, "Logg inn i en ny fane")
    opened.value.get_by_role("button", name="Kari Eksempelmo").click()
    see_heading(opened.value, "Mine stafettlogger")
    press(page, "Send på nytt")

    see(page, "Notatet er lagret.", words)
