"""Where the administrator writes the news: drafts, articles, publishing."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.toolbox import operations
from stafett.toolbox.enums import IssueState
from stafett.toolbox.forms.news import ArticleForm, EditArticleForm, EditIssueForm, IssueForm
from stafett.toolbox.queries import news as queries
from stafett.toolbox.views import place as places

ISSUE = {"of": queries.issue_edited, "read": False}
ARTICLE = {"of": queries.article_edited, "read": False}
HEAD = ("volume", "number", "locale", "title", "lead", "version")
WORDS = ("title", "text", "in_short", "version")


@page(Action.EDIT_NEWS, read=False)
def newsroom(request):
    """Every issue, drafts too."""
    return render(request, "toolbox/newsroom.html", {"issues": queries.all_issues()})


@page(Action.EDIT_NEWS, methods=("GET", "POST"), read=False)
def new_issue(request):
    """Begin an issue."""
    volume, number = queries.next_number()
    form = IssueForm(
        request.POST or None, initial={"volume": volume, "number": number, "locale": request.actor.locale}
    )
    if made := attempt(request, form, operations.start_issue):
        return redirect("issue_draft", made.pk)
    return _form(request, form, _("Ny utgave"), reverse("newsroom"), label=_("Lag utkastet"))


@page(Action.EDIT_NEWS, **ISSUE)
def issue_draft(request, issue):
    """One issue in the making: its articles, and what can be done with it."""
    context = {
        "issue": issue, "articles": queries.articles_of(issue), "is_draft": issue.state == IssueState.DRAFT,
    }  # fmt: skip
    return render(request, "toolbox/issue_draft.html", context)


@page(Action.EDIT_NEWS, **ISSUE, methods=("GET", "POST"))
def edit_issue(request, issue):
    """Change the head of a draft."""
    form = EditIssueForm(request.POST or None, initial=_values(issue, HEAD))
    if attempt(request, form, operations.change_issue, issue=issue):
        return redirect("issue_draft", issue.pk)
    back = reverse("issue_draft", args=[issue.pk])
    return _form(request, form, _("Endre overskrift og nummer"), back, theirs=HEAD)


@page(Action.EDIT_NEWS, **ISSUE, methods=("GET", "POST"))
def new_article(request, issue):
    """Write an article in a draft."""
    form = ArticleForm(request.POST or None)
    if attempt(request, form, operations.write_article, issue=issue):
        return redirect("issue_draft", issue.pk)
    return _form(request, form, _("Ny sak"), reverse("issue_draft", args=[issue.pk]))


@page(Action.EDIT_NEWS, **ARTICLE, methods=("GET", "POST"))
def edit_article(request, article):
    """Change an article; when somebody else was quicker, both texts are shown."""
    form = EditArticleForm(request.POST or None, initial=_values(article, WORDS))
    if attempt(request, form, operations.change_article, issue=article.issue, article=article):
        return redirect("issue_draft", article.issue_id)
    back = reverse("issue_draft", args=[article.issue_id])
    removal = reverse("article_removal", args=[article.pk])
    return _form(request, form, _("Endre saken"), back, theirs=WORDS, removal=removal)


@page(Action.EDIT_NEWS, **ARTICLE, methods=("POST",))
def article_removal(request, article):
    """Take an article out of a draft."""
    operations.remove_article(actor=request.actor, issue=article.issue, article=article)
    messages.success(request, _("Saken er tatt bort."))
    return redirect("issue_draft", article.issue_id)


@page(Action.EDIT_NEWS, **ISSUE, methods=("POST",))
def issue_publishing(request, issue):
    """Let everybody read it."""
    operations.publish_issue(actor=request.actor, issue=issue, today=request.today)
    messages.success(request, _("Nyhetsbrevet er publisert. Alle kan lese det."))
    return redirect("issue_draft", issue.pk)


@page(Action.EDIT_NEWS, **ISSUE, methods=("POST",))
def issue_taking_back(request, issue):
    """Make it a draft again."""
    operations.take_issue_back(actor=request.actor, issue=issue)
    messages.success(request, _("Nyhetsbrevet er et utkast igjen. Ingen andre ser det nå."))
    return redirect("issue_draft", issue.pk)


def _values(row, names):
    return {name: getattr(row, name) for name in names}


def _form(request, form, title, back, *, label=None, theirs=None, removal=None):
    context = {
        "form": form, "title": title, "lead": None, "eyebrow": _("Nyheter"), "label": label or _("Lagre"), "back": back,
        "removal": removal, "theirs": places.differing(form, _values(form.conflict, theirs)) if form.conflict else [],
    }  # fmt: skip
    return render(request, "toolbox/form.html", context, status=form.status)
