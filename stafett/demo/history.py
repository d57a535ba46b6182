"""History from another municipality in the demo: Vetle lived in Eksempelvik before, and his holder has taken in what was learned
there from the package. The package is made here; its words are as invented as everybody in it."""

from collections.abc import Iterator

from stafett.archive.content import log_data
from stafett.archive.queries.log_content import FORMAT
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.kernel.dates import add_years
from stafett.relay_log.models import RelayLog
from stafett.transfers import operations, rules

LEADER = {
    "author": "Pernille Gåtebo",
    "title": "Pedagogisk leder, Eventyrskogen barnehage",
    "kept_from_guardians": "",
}


def life_of(place: Place) -> Iterator[When]:
    """The one act of it, as one more life to be told beside the logs' own."""
    yield on(-40, 9, 15)
    if place.slug != "domesund":
        return
    child = cast.person("vetle")
    actor = sessions.actor_of(cast.person("oddny").id, today=today())
    log = RelayLog.objects.select_related("municipality").get(child_id=cast.child("vetle").id)
    file = rules.opened(package_about(child))
    package = operations.open_package(actor=actor, log=log, file=file)
    chosen = [part.choice for part in rules.parts_of(file.log)]
    operations.take_in(actor=actor, log=log, package=package, choices=chosen, is_same_child=True)


def package_about(child) -> bytes:
    """The package that another municipality's holder has taken out, about somebody of the cast."""
    cover = {"child_number": child.number.digits, "left_out": 0}
    return rules.packed(log_data.data_of(_log(child)), cover=cover, beside=())


def _log(child):
    year = add_years(today(), -4).year
    return {
        "format": FORMAT, "id": "018f2c00-0000-7000-8000-00000000d0a5", "municipality": cast.EKSEMPELVIK.name,
        "unit": "Eventyrskogen barnehage", "state": "Avsluttet", "level": "1", "leader": "Ingeborg Liksomrud",
        "started_at": f"{year - 1}-09-02T10:00:00", "started_by": "Pernille Gåtebo", "closed_at": f"{year}-06-10T12:00:00",
        "closed_by": "Pernille Gåtebo", "summary": "Vetle leker med ordene nå, og spør selv om å få høre mer.",
        "child": {"id": "", "name": child.name, "birth_date": child.birth_date.isoformat(), "unit": "Eventyrskogen barnehage"},
        "people": [], "consents": [], "notes": [], "meetings": [], "former": [], "events": [],
        "childs_goals": [{"text": "Jeg vil lese om traktorer selv.", "said": "Med egne ord", "written_at": f"{year}-01-14T09:30:00",
                          "replaced_at": ""}],
        "bright_spots": [{"at": f"{year}-03-20T12:10:00", "text": "Vetle laget et rim om brannbilen, og alle lo. 🚒", **LEADER}],
        "concerns": [_concern(year)],
    }  # fmt: skip


def _concern(year):
    goal = {"text": "Vetle hører første lyd i tre ord hver dag.", "kind": "Hovedmål", "success_indicator": "Han finner lyden selv.",
            "written_at": f"{year - 1}-09-20T10:00:00", "replaced_at": "", "reached_on": f"{year}-05-30"}  # fmt: skip
    return {
        "id": "018f2c00-0000-7000-8000-00000000d0a6", "title": "Vetle strever med å høre lydene i ord", "state": "Målet er nådd",
        "category": "Læring", "subcategory": "", "background": "Vi så det da gruppen begynte med rim.",
        "context": "Han er mest med når det er få barn.", "talked_with_guardians_on": f"{year - 1}-09-18",
        "talked_with_child_on": f"{year - 1}-09-19", "child_view": "«Jeg liker best bilene.»", "child_disagrees": False,
        "disagreement_weighed": "", "no_child_talk_reason": "", "no_child_measure_reason": "", "kept_from_guardians": "",
        "shared_at": f"{year - 1}-09-20T10:00:00", "ended_at": f"{year}-06-01T10:00:00", "ended_reason": "",
        "goals": [goal], "factors": [], "ladders": [], "notes": [],
        "measures": [
            _measure("a7", year, "Rim og lydleker i liten gruppe, ti minutter hver dag", "I tjenesten", "Har gitt ønsket effekt og fortsetter i det daglige", "Vetle gledet seg, og gruppen ble værende."),
            _measure("a8", year, "Lydbok i bilen til barnehagen", "Hjemme", "Har gitt ønsket effekt", "Traktorbøkene virket best."),
            _measure("a9", year, "Oppgaveark med bokstaver hjemme", "Hjemme", "Har ikke gitt ønsket effekt", "Det ble uro av det. Vi sluttet."),
        ],
    }  # fmt: skip


def _measure(number, year, description, where, outcome, words):
    return {
        "id": f"018f2c00-0000-7000-8000-00000000d0{number}", "description": description, "type": "Tiltak i gruppe", "where": where,
        "state": "Evaluert", "start_by": f"{year - 1}-10-01", "evaluate_by": f"{year}-02-01", "owners": ["Pernille Gåtebo"],
        "evaluation": {"outcome": outcome, "form": "I møte", "words": words, "evaluated_on": f"{year}-02-01",
                       "recorded_by": "Pernille Gåtebo"},
    }  # fmt: skip
