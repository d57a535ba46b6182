"""Staff lists as files, and the jobs that deal with them, as tests need them."""

from stafett.administration import operations, tasks
from stafett.administration.models import StaffImport
from stafett.administration.operations import lists
from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.administration.good_forms import number

HERE = cast.EKSEMPELVIK.id
HEADINGS = "Fødselsnummer;Fornavn;Etternavn;Enhet;Stilling;Rolle"
SCHOOL = "Eksempelvik barneskole"


def text(*rows, headings=HEADINGS):
    """A list as CSV."""
    return "\n".join([headings, *rows])


def row(given="Ola", family="Oppspinn", *, who=None, serial=0, unit=SCHOOL, position="Lærer", role=""):
    """A row about somebody new, or about somebody of the cast."""
    digits = number(serial).digits
    if who:
        person = cast.person(who)
        digits, given, family = person.number.digits, person.given, person.family
    return f"{digits};{given};{family};{unit};{position};{role}"


def added(content, *, is_whole=False):
    """A list that waits to be read, with its job left aside."""
    with within(HERE):
        body = content if isinstance(content, bytes) else content.encode()
        return operations.add_list(actor=stage.actor("randi"), file=("liste.csv", body), is_whole=is_whole)


def read(content, *, is_whole=False):
    """A list that has been read."""
    row = added(content, is_whole=is_whole)
    tasks.read_list(str(HERE), str(row.pk))
    return anew(row)


def taken_in(content, *, is_whole=False, ends_confirmed=False):
    """A list that has been taken in."""
    row = read(content, is_whole=is_whole)
    with within(HERE):
        operations.order_list(actor=stage.actor("randi"), staff_import=row, ends_confirmed=ends_confirmed)
    tasks.take_in_list(str(HERE), str(row.pk))
    return anew(row)


def undone(row):
    """The same list, undone."""
    with within(HERE):
        lists.order_undoing(actor=stage.actor("randi"), staff_import=row)
    tasks.undo_list(str(HERE), str(row.pk))
    return anew(row)


def ready():
    """The list that waits for somebody's yes."""
    with within(HERE):
        there = StaffImport.objects.order_by("added_at").first()
    return there or read(text(row()))


def anew(row):
    """The list as it stands."""
    with within(HERE):
        return StaffImport.objects.get(pk=row.pk)
