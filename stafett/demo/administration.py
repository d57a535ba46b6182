"""What the invented municipalities' administrators have done with lists and settings: a colleague put on, a list taken in."""

from collections.abc import Iterator

from stafett.administration import operations, queries
from stafett.administration.models import StaffImport
from stafett.administration.operations import taking_in
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.kernel import clock, personal_number
from stafett.register.models import Municipality, Unit

HEADINGS = "Fødselsnummer;Fornavn;Etternavn;Arbeidssted;Stillingstittel;Rolle"
NEW = (("Turid", "Strekerud"), ("Halvor", "Papirvik"))


def life_of(place: Place) -> Iterator[When]:
    """In Eksempelvik: settings looked over, one list taken in, and one with faults that waits to be put right."""
    yield on(-40, 9, 0)
    if place.slug != "eksempelvik":
        return
    _look_over_settings()
    _say_how_to_be_reached()
    yield on(-15, 9, 30)
    _take_in(_list())
    yield on(-1, 14, 0)
    _add(
        "nye-ansatte.csv",
        f"{HEADINGS}\n12345678901;Ola;Skisse;Månebyen skole;Lærer;\n;Kari;;Eventyrskogen;;konge",
    )


def _look_over_settings():
    randi = _actor()
    municipality = Municipality.objects.get(pk=randi.municipality_id)
    operations.change_settings(
        actor=randi, municipality=municipality, part="contacts", privacy_contact="personvernombud@eksempelvik.example",
        accessibility_contact="hjelp@eksempelvik.example",
    )  # fmt: skip
    operations.note_assessment(actor=randi, assessed_on=_now(), today=_now())


def _say_how_to_be_reached():
    """The school's resource person lets colleagues ring (S003-05)."""
    yusuf = sessions.actor_of(cast.person("yusuf").id, today=today())
    own = queries.own_person(yusuf)
    operations.change_own_contact(
        actor=yusuf, locale=own.locale, email=own.email, phone=own.phone, work_contact="00 00 00 21"
    )


def _list():
    """A list from the payroll system: the school as it is, and two who are new."""
    unit = Unit.objects.get(pk=cast.unit("eksempelvik_school").id)
    here = [
        (person.number.digits, person.given, person.family, post.position)
        for person in cast.EKSEMPELVIK.people for post in person.posts
        if post.unit.id == unit.pk and post.ends is None
    ]  # fmt: skip
    new = [
        (_number(serial).digits, given, family, "Lærer")
        for serial, (given, family) in enumerate(NEW, start=1)
    ]
    rows = [
        f"{digits};{given};{family};{unit.name};{position};" for digits, given, family, position in here + new
    ]
    return "\n".join([HEADINGS, *rows])


def _take_in(text):
    row = _add("lønnssystemet.csv", text)
    row = StaffImport.objects.get(pk=row.pk)
    operations.order_list(actor=_actor(), staff_import=row, ends_confirmed=False)
    taking_in.take_in(actor=_actor(), staff_import=row)


def _add(name, text):
    row = operations.add_list(actor=_actor(), file=(name, text.encode()), is_whole=False)
    taking_in.read_list(row.municipality_id, row.pk)
    return row


def _number(serial):
    """A number that nobody else in the demo has."""
    born = today().replace(year=1987, month=11, day=serial)
    return next(each for each in (personal_number.synthetic(born, 400 + k) for k in range(10)) if each)


def _actor():
    return sessions.actor_of(cast.person("randi").id, today=today())


def _now():
    return clock.today_in_norway(clock.now())
