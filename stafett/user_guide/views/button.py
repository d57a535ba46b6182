"""Where the help button on a page leads: the topic of its route, for whoever reads it. No question to the database."""

from django.urls import reverse

from stafett.user_guide import rules
from stafett.user_guide.content import library


def help_of_page(request) -> str:
    """The address of the help for this page and this reader: a role and a topic, and no id (S003-24).

    Where a municipality's short name stands in the page's address, it stands in this too.
    """
    match = getattr(request, "resolver_match", None)
    if match is None:
        key, place = library.GENERAL, None
    else:
        key = library.topic_of_route(match.url_name or "", _package_of(match.func))
        place = match.kwargs.get("place") if match.url_name != "short_address" else None
    route = {"role": rules.role_of(getattr(request, "actor", None)).value, "topic": key}
    return reverse("help_topic", kwargs=route | ({"place": place} if place else {}))


def _package_of(view):
    """The name of the feature that a view belongs to."""
    return view.__module__.split(".")[1]
