"""The help that anybody may read: the topics of a role, one topic, and the user guides as page and as PDF."""

from django.http import Http404, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.user_guide import rules
from stafett.user_guide.content import library
from stafett.user_guide.enums import Reader, Role
from stafett.user_guide.views import paper, showing


@page(Action.READ_HELP, public=True, read=False)
def front(request, place=None, role=None):
    """Everything there is help with for a role, the user guides, the tour, and whom to ask."""
    here = showing.desk(request, place)
    role = role or rules.role_of(request.actor)
    if role not in Role.values:
        raise Http404
    topics = library.topics_for(role, here.language)
    context = {
        "role": Role(role), "roles": Role, "topics": topics, "readers": Reader,
        "has_tour": bool(library.tour(role, here.language)),
    }  # fmt: skip
    return showing.shown(request, here, "front.html", context, language=topics[0].language)


@page(Action.READ_HELP, public=True, read=False)
def topic(request, role, topic, place=None):
    """One page explained to one role: what it is for, what one does, what happens then, and who sees it."""
    here = showing.desk(request, place)
    found = library.topic(topic, role, here.language)
    if found is None:
        raise Http404
    context = {"topic": found, "role": Role(role), "readers": Reader}
    return showing.shown(request, here, "topic.html", context, language=found.language, topic=found)


@page(Action.READ_HELP, public=True, read=False)
def user_guide(request, reader, place=None):
    """A whole user guide on one page, to read or to print."""
    here = showing.desk(request, place)
    guide = library.user_guide(reader, here.language)
    if guide is None:
        raise Http404
    context = {"guide": guide, "speaks_english": reader == Reader.GUARDIAN}
    return showing.shown(request, here, "user_guide.html", context, language=guide.language)


@page(Action.READ_HELP, public=True, read=False)
def user_guide_pdf(request, reader, place=None):
    """The same words as one accessible PDF."""
    here = showing.desk(request, place)
    guide = library.user_guide(reader, here.language)
    if guide is None:
        raise Http404
    response = HttpResponse(paper.typeset(reader, guide.language), content_type="application/pdf")
    name = f"brukerveiledning-{reader}-{guide.language}.pdf"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if request.login is None:
        response["Cache-Control"] = f"public, max-age={showing.KEPT_SECONDS}"
        patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response
