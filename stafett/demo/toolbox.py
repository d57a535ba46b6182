"""What the invented municipalities have in their toolboxes: documents, services, news, and how far the roll-out has come."""

from collections.abc import Iterator
from datetime import timedelta

from stafett.demo import cast, paper
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.toolbox import operations

AGO = 60  # days since the documents were put in
ADMINISTRATORS = {"eksempelvik": "randi", "domesund": "gudveig"}
# Title, shelf, what it is for, who looks after it, days from today until it is looked at again, and a file or an address.
DOCUMENTS = (
    ("Ti bud for et godt møte", "tool", "Til den som leder stafettloggmøtet.", "elle", 200, "file"),
    ("Skolekontakt: hvem ringer hvem", "tool", "Hvem i tjenestene hver skole har som kontakt.", "yusuf", 9, "file"),
    ("Slik melder dere til PPT", "tool", "Hva PPT trenger, og hva de gjør når de får det.", "liv", 150, "file"),
    ("Slik melder dere til logoped", "tool", "", "liv", 150, "file"),
    ("Rutine ved vold og overgrep", "guidance", "Det kommunen har bestemt. Utgangen i veilederen gjelder først.", "randi", 80, "file"),
    ("Programmer på helsestasjonen", "guidance", "Hva alle får, og når.", "astrid", 300, "file"),
    ("Om samarbeidet i Eksempelvik", "model", "Kommunens egen side.", "randi", 300, "https://www.eksempelvik.example/bti/"),
    ("Film: slik jobber vi", "model", "Seks minutter.", "randi", 300, "https://film.eksempelvik.example/bti/"),
    ("Tilpasset opplæring", "link", "Hva retten går ut på.", "elle", 300, "https://opplaering.example/tilpasset/"),
)  # fmt: skip
SERVICES = {
    "eksempelvik": (
        ("PPT", "Hjelper skoler og barnehager med barn som strever med å lære eller være sammen med andre.",
         "Barn, unge, foresatte og ansatte", "Leder for PPT", "00 00 00 05", "Hverdager 8–15.",
         "Ring tirsdager 13–15. Fortell hva du ser, aldri hvem det er."),
        ("Helsestasjonen", "Følger opp helsen til barn og unge, og snakker med foresatte om det som er vanskelig.",
         "Barn fra 0 til 20 år og familiene deres", "Leder for helsestasjonen", "00 00 00 06",
         "Åpen dør onsdager 12–15, uten time.", "Helsesykepleieren på skolen svarer også på spørsmål uten navn."),
        ("Barnevernstjenesten", "Gir råd og hjelp når et barn ikke har det godt nok hjemme.", "Alle",
         "Den som har vakt", "00 00 00 01", "Hverdager 8–15. Utenom det: barnevernvakten.",
         "Spør først, uten å si hvem det gjelder, hvis du er usikker."),
    ),
    "domesund": (
        ("PPT", "Hjelper skular og barnehagar med barn som strevar med å lære.", "Barn, unge, føresette og tilsette",
         "Leiar for PPT", "00 00 00 07", "Kvardagar 8–15.", "Ring fredagar før lunsj. Sei aldri namnet."),
    ),
}  # fmt: skip
ARTICLES = (
    ("Å være foresatt", "Ingen har fasiten på å være foresatt. Noen ting går over av seg selv, andre tar tid.\n\n"
     "Du trenger ikke vente til noe er alvorlig. Snakk med den barnet ditt kjenner, så finner dere ut av det sammen.",
     "Snakk med oss tidlig. Du trenger ikke ha en stor sak."),
    ("Hvor er vi nå?", "Alle skolene og barnehagene er i gang, og handlingsveilederen ligger åpen for alle.\n\n"
     "Til våren spør vi dere om hva som virker og hva som ikke gjør det.",
     "Veilederen er åpen for alle, uten innlogging. Til våren spør vi dere hva som virker."),
)  # fmt: skip


def life_of(place: Place) -> Iterator[When]:
    """What the administrator has put in, as one more life to be told beside the logs' own."""
    randi = ADMINISTRATORS[place.slug]
    yield on(-90, 9, 0)
    for service in SERVICES[place.slug]:
        _add_service(randi, *service)
    if place.slug != "eksempelvik":
        return
    for document in DOCUMENTS:
        yield on(-AGO, 10, 0)
        _add_document(randi, *document)
    yield on(-50, 9, 0)
    _set_phase(
        randi,
        "work",
        "Prosjektgruppen skriver handlingsveilederen.",
        "Styringsgruppen leser og svarer.",
        None,
    )
    yield on(-20, 9, 0)
    _publish_news(randi)
    yield on(-12, 9, 0)
    _set_phase(
        randi, "establishment", "Alle enheter bruker loggen. Ressurspersonene møtes hver måned.",
        "Systemmøte om det vi har lært, og en ny utgave av veilederen.", today() + timedelta(days=120),
    )  # fmt: skip


def _add_document(who, title, kind, about, owner, days, source):
    is_file = source == "file"
    operations.add_document(
        actor=_actor(who), title=title, kind=kind, about=about, owner_id=cast.person(owner).id, sheet="",
        review_on=today() + timedelta(days=days + AGO), link="" if is_file else source,
        file=("dokument.pdf", paper.signed_form(title)) if is_file else None, today=_now(),
    )  # fmt: skip


def _add_service(who, name, does, for_whom, contact, phone, how, consultation):
    operations.add_service(
        actor=_actor(who), name=name, does=does, for_whom=for_whom, contact=contact, phone=phone, email="", link="",
        how=how, consultation=consultation,
    )  # fmt: skip


def _publish_news(who):
    actor = _actor(who)
    issue = operations.start_issue(
        actor=actor, volume=2, number=2, locale="nb", title="Sammen om barna våre", lead="Høstens nyheter."
    )
    for title, text, in_short in ARTICLES:
        operations.write_article(actor=actor, issue=issue, title=title, text=text, in_short=in_short)
    operations.publish_issue(actor=actor, issue=issue, today=_now())


def _set_phase(who, kind, now, following, aims_on):
    operations.set_phase(actor=_actor(who), kind=kind, now=now, following=following, aims_on=aims_on)


def _actor(key):
    return sessions.actor_of(cast.person(key).id, today=today())


def _now():
    return clock.today_in_norway(clock.now())
