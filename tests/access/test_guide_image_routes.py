"""Every route of images in the guide and of the order of its steps, for every kind of person: the groups, and nobody else."""

from stafett.action_guide import operations
from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.access import asking
from tests.access.guide_image_routes import PUBLIC, ROUTES
from tests.access.who_may import GET, GUIDE_GROUPS, POST
from tests.action_guide import at_work


def test_images_and_order_are_for_the_groups_alone(logs):
    things, key = _things()
    asked = [
        (who, method, name, things[thing], _status(who, name, method, whose))
        for name, (thing, methods, whose) in ROUTES.items()
        for who in [*asking.EVERY_KIND, None]
        for method in methods
    ]
    asked += [(who, GET, PUBLIC, (key,), 404) for who in [*asking.EVERY_KIND, None]]

    asking.all_as_expected(asked, at_least=270)


def _things():
    """What the addresses name: a draft, a step of it with an image, and a borrowed guide with one; and the image's key."""
    with within(cast.EKSEMPELVIK.id):
        edition = at_work.draft()
        key = at_work.add_image(edition)
        content = at_work.a_file(**at_work.with_image())
        borrowed = operations.borrow(actor=stage.actor("yusuf"), edition=edition, content=content)
        part = at_work.part_of(edition)
        return {
            "edition": (edition.pk,), "edition_image": (edition.pk, key), "borrowed_image": (borrowed.pk, key),
            "part": (part.pk,), "part_image": (part.pk, key),
        }, key  # fmt: skip


def _status(who, name, method, whose):
    if who is None:
        return 302
    if any(who in GUIDE_GROUPS[group] for group in whose):
        return 302 if name == "guide_image_removal" else 422 if method == POST else 200
    return 403 if who in GUIDE_GROUPS["project"] | GUIDE_GROUPS["steering"] else 404
