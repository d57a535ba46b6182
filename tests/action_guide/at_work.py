"""Builds a municipality's own guide up to where a test begins, through the product's own operations. The cast plays."""

from base64 import b64encode
from copy import deepcopy

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stafett.action_guide import operations
from stafett.action_guide.content import parts
from stafett.action_guide.models import GroupMember, GuideEdition, GuidePart
from stafett.action_guide.rules import editions, exchange, images
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.register.tenancy import within
from tests import stage
from tests.action_guide import drawn

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id
STEP = ("step", "1", "evaluer")


def place(key, group="project"):
    """Somebody's place in a group; made when they have none. Must run within their municipality."""
    return GroupMember.objects.get_or_create(
        municipality_id=cast.place_of(key).id, person_id=cast.person(key).id, group=group, ended_at=None,
        defaults={"given_by_id": cast.person(key).id, "given_at": clock.now()},
    )[0]  # fmt: skip


def draft(who="yusuf"):
    """A new edition, as a copy of what holds."""
    with within(cast.place_of(who).id):
        return operations.begin_draft(actor=stage.actor(who), member=place(who))


def part_of(edition, kind="step", level="1", key="evaluer"):
    """A part of an edition as it is stored now."""
    with within(edition.municipality_id):
        return GuidePart.objects.select_related("edition").get(
            edition=edition, kind=kind, level=level, key=key
        )


def revise(edition, place=STEP, *, who="yusuf", language="nb", version=None, **changed):
    """Change a part's words."""
    part = part_of(edition, *place)
    words = {**part.words.get(language, {}), **changed}
    given = {name: words.pop(name) for name in ("tools", "is_hidden", "leads_to") if name in words}
    given.setdefault("tools", part.tools)
    with within(edition.municipality_id):
        return operations.revise_part(
            actor=stage.actor(who), part=part, version=part.version if version is None else version,
            language=language, **given, **words,
        )  # fmt: skip


def sent(edition, who="yusuf"):
    """The edition, with the steering group."""
    with within(edition.municipality_id):
        return operations.send(actor=stage.actor(who), edition=edition)


def decided(edition, who="elle", decision="approve", reason=""):
    """The edition, answered."""
    with within(edition.municipality_id):
        return operations.decide(actor=stage.actor(who), edition=edition, decision=decision, reason=reason)


def published(who="yusuf", place=STEP, **changed):
    """A whole round: a draft with one change, sent, approved and published."""
    edition = draft(who)
    revise(edition, place, who=who, **(changed or {"deadline": "Innen seks uker, hos oss."}))
    sent(edition, who)
    return publish(decided(edition), who)


def publish(edition, who="yusuf", review_by=None):
    """Let everybody read an approved edition."""
    with within(edition.municipality_id):
        return operations.publish(
            actor=stage.actor(who), edition=edition, review_by=review_by or editions.next_review(stage.today()),
            today=stage.today(),
        )  # fmt: skip


def state_of(edition):
    """The state that is stored now."""
    with within(edition.municipality_id):
        return GuideEdition.objects.get(pk=edition.pk).state


_STATES = {"guide_decision": "in_review", "guide_publication": "approved"}
SENDERS = {"guide_decision": "elle", "guide_groups": "randi"}


def in_work(state="draft"):
    """The edition in work, in a state; made when there is none. Must run within Eksempelvik."""
    edition = GuideEdition.objects.filter(state__in=("draft", "in_review", "approved")).first() or draft()
    GuideEdition.objects.filter(pk=edition.pk).update(state="draft")
    if not GuidePart.objects.filter(edition=edition, changed_by__isnull=False).exists():
        revise(edition, deadline="Innen seks uker.")
    GuideEdition.objects.filter(pk=edition.pk).update(state=state)
    return GuideEdition.objects.get(pk=edition.pk)


def address(name):
    """Where a form of the work with the guide is sent."""
    with within(HERE):
        if name == "guide_groups":
            return reverse(name) + "?q=Kari"
        edition = in_work(_STATES.get(name, "draft"))
        thing = {
            "guide_part": lambda: part_of(edition), "guide_part_words": lambda: part_of(edition),
            "guide_borrowed": lambda: borrowed(edition), "guide_new_image": lambda: part_of(edition),
        }.get(name, lambda: edition)()  # fmt: skip
        if name == "guide_image_words":
            part = part_of(edition)
            key = part.images[0]["key"] if part.images else add_image(edition)
            return reverse(name, args=[part.pk, key])
        return reverse(name, args=[thing.pk])


def borrowed(edition):
    """Another municipality's guide, with one step that differs."""
    found = edition.borrowed.first()
    return found or operations.borrow(actor=stage.actor("yusuf"), edition=edition, content=a_file())


def a_guide(**changed):
    """A guide as it stands in a file: the starter guide with another deadline on one step."""
    listed = [
        {name: getattr(part, name) for name in ("kind", "level", "key", "words", "tools", "is_hidden", "leads_to", "images")}
        for part in deepcopy(parts.starter())
    ]  # fmt: skip
    step = next(each for each in listed if (each["kind"], each["level"], each["key"]) == STEP)
    step["words"]["nb"]["deadline"] = "Innen fem uker, hos naboen."
    for each in listed:
        each["kind"] = str(each["kind"])
    return {
        "from": "Nabokommunen",
        "number": 3,
        "published_on": "2026-05-01",
        "parts": listed,
        "images": {},
    } | changed


def with_image(content=None, *, packed=None, **changed):
    """The same, with an image on the step that differs. `changed`: of the image as it stands on the step."""
    content = drawn.png() if content is None else content
    guide = a_guide()
    shown = {**drawn.entry(drawn.png()), "key": images.key_of(content), **changed}
    step = next(each for each in guide["parts"] if (each["kind"], each["level"], each["key"]) == STEP)
    step["images"] = [shown]
    guide["images"] = {shown["key"]: b64encode(content).decode() if packed is None else packed}
    return guide


def add_image(
    edition,
    content=None,
    place=STEP,
    *,
    who="yusuf",
    name="hos-oss.png",
    nb="Tre barn bygger et tårn.",
    nn="",
):
    """An image on a step of the draft; gives its key."""
    part = part_of(edition, *place)
    with within(edition.municipality_id):
        part = operations.add_image(
            actor=stage.actor(who), part=part, file=(name, content or drawn.png()), alt={"nb": nb, "nn": nn}
        )
    return part.images[-1]["key"]


def a_file(**changed):
    """The same, as bytes."""
    return exchange.packed(a_guide(**changed))


def good_fields(name):
    """The fields of a form that is carried out."""
    return {
        "guide_part": lambda: {"text": "Fint, men kan fristen være kortere?"},
        "guide_part_words": lambda: {
            "title": "Se om det virker", "what": "Dere ser på det sammen.", "how": "Spør barnet.\nSkriv det ned.",
            "who": "Stafettholderen\nForesatte", "deadline": "Innen seks uker.", "tools": ["motemal"], "place": "shown",
            "leads_to": "", "more": "### Hos oss\n\n- Bruk [møtemalen](ark/motemal/)", "version": _version(),
        },
        "guide_new_image": lambda: {
            "file": SimpleUploadedFile("hos-oss.webp", drawn.webp()), "alt_nb": "Tre barn bygger et tårn.", "alt_nn": "",
        },
        "guide_image_words": lambda: {
            "alt_nb": "Fire barn bygger et tårn.", "alt_nn": "Fire barn byggjer eit tårn.", "version": _version(),
        },
        "guide_order": lambda: {"move": "1/{}/down/{}".format(*_first_two())},
        "guide_new_step": lambda: {
            "title": "Be om råd", "what": "Spør ressurspersonen.", "deadline": "Denne uken.", "after": "1/evaluer",
        },
        "guide_decision": lambda: {"decision": "approve", "reason": ""},
        "guide_publication": lambda: {"review_by": editions.next_review(stage.today()).isoformat()},
        "guide_borrowing": lambda: {"content": SimpleUploadedFile("veileder.json", a_file())},
        "guide_borrowed": lambda: {"places": [":".join(STEP)]},
        "guide_groups": lambda: {"employment_id": str(made_id("post", "kari-eksempelvik_school")), "group": "project"},
    }[name]()  # fmt: skip


def _first_two():
    rows = GuidePart.objects.filter(edition=in_work(), level="1", kind="step").order_by("position")
    return [row.key for row in rows[:2]]


def _version():
    return part_of(in_work()).version
