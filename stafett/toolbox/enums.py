"""Fixed words of the toolbox with their Norwegian labels: kinds, states, phases, and the sentences of a no."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentKind(TextChoices):
    """The shelves of the toolbox, in the order they are shown (S003-14..18)."""

    TOOL = "tool", _("Verktøy og rutiner")
    FORM = "form", _("Skjema")
    GUIDANCE = "guidance", _("Veiledninger")
    MODEL = "model", _("Om modellen")
    LINK = "link", _("Nyttige lenker")


class DocumentState(TextChoices):
    """Whether a document stands in the toolbox."""

    PUBLISHED = "published", _("I verktøykassen")
    WITHDRAWN = "withdrawn", _("Trukket tilbake")


class IssueState(TextChoices):
    """Whether an issue of the news can be read by everybody."""

    DRAFT = "draft", _("Utkast")
    PUBLISHED = "published", _("Publisert")


DOCUMENT_STATES = {
    DocumentState.PUBLISHED: {DocumentState.WITHDRAWN},
    DocumentState.WITHDRAWN: {DocumentState.PUBLISHED},
}
# Back to a draft when something must be put right: an issue that is read is not changed while it is read.
ISSUE_STATES = {
    IssueState.DRAFT: {IssueState.PUBLISHED},
    IssueState.PUBLISHED: {IssueState.DRAFT},
}


class NewsLocale(TextChoices):
    """What language an issue is in."""

    BOKMAAL = "nb", "Bokmål"
    NYNORSK = "nn", "Nynorsk"
    ENGLISH = "en", "English"


class PhaseKind(TextChoices):
    """The phases of a roll-out, in order (S004-04)."""

    PLANNING = "planning", _("Planlegging")
    WORK = "work", _("Arbeid")
    ESTABLISHMENT = "establishment", _("Etablering")
    RUNNING = "running", _("Drift")


class Refusal(TextChoices):
    """Why something cannot be done, in words that people read."""

    ONE_SOURCE = "one_source", _("Velg én: en fil, en adresse eller et av våre egne ark.")
    FILE_TOO_LARGE = "file_too_large", _("Filen kan være på inntil 10 MB.")
    FILE_TYPE = (
        "file_type",
        _(
            "Filen må være en PDF, et bilde (JPG, PNG) eller et dokument fra Word, Excel, PowerPoint eller LibreOffice, "
            "uten makroer og passord."
        ),
    )
    FILE_NAME = "file_name", _("Filen er noe annet enn navnet sier. Lagre den på nytt i riktig format.")
    NOT_AN_ADDRESS = (
        "not_an_address",
        _("Skriv en hel adresse som begynner med https://, for eksempel https://www.eksempel.no/"),
    )
    REVIEW_PASSED = "review_passed", _("Velg en dag fram i tid, høyst fem år fram.")
    NOT_THE_NEXT_STATE = "not_the_next_state", _("Dette er gjort allerede.")
    NOTHING_TO_PUBLISH = "nothing_to_publish", _("Skriv minst én sak først.")
    ISSUE_IS_PUBLISHED = "issue_is_published", _("Utgaven er publisert. Ta den tilbake til utkast først.")
    SAME_ISSUE = "same_issue", _("Det finnes allerede en utgave med dette nummeret på dette språket.")
    NO_WAY_TO_REACH = "no_way_to_reach", _("Skriv minst én måte å nå tjenesten på.")
    NOT_EMPLOYED = "not_employed", _("Velg en som er ansatt nå.")


class Event(TextChoices):
    """What happens in the toolbox, as the trail tells it."""

    DOCUMENT_ADDED = "toolbox.document_added", _("%(actor)s la et dokument i verktøykassen.")
    DOCUMENT_CHANGED = "toolbox.document_changed", _("%(actor)s endret opplysningene om et dokument.")
    DOCUMENT_RENEWED = "toolbox.document_renewed", _("%(actor)s la inn en ny utgave av et dokument.")
    DOCUMENT_WITHDRAWN = "toolbox.document_withdrawn", _("%(actor)s trakk et dokument tilbake.")
    DOCUMENT_RETURNED = "toolbox.document_returned", _("%(actor)s la et dokument tilbake i verktøykassen.")
    SERVICE_ADDED = "toolbox.service_added", _("%(actor)s la inn en tjeneste.")
    SERVICE_CHANGED = "toolbox.service_changed", _("%(actor)s endret en tjeneste.")
    SERVICE_REMOVED = "toolbox.service_removed", _("%(actor)s tok bort en tjeneste.")
    ISSUE_STARTED = "toolbox.issue_started", _("%(actor)s begynte på et nyhetsbrev.")
    ISSUE_CHANGED = "toolbox.issue_changed", _("%(actor)s endret et nyhetsbrev.")
    ISSUE_PUBLISHED = "toolbox.issue_published", _("%(actor)s publiserte et nyhetsbrev.")
    ISSUE_TAKEN_BACK = "toolbox.issue_taken_back", _("%(actor)s tok et nyhetsbrev tilbake til utkast.")
    ARTICLE_WRITTEN = "toolbox.article_written", _("%(actor)s skrev en sak i et nyhetsbrev.")
    ARTICLE_CHANGED = "toolbox.article_changed", _("%(actor)s endret en sak i et nyhetsbrev.")
    ARTICLE_REMOVED = "toolbox.article_removed", _("%(actor)s tok bort en sak i et nyhetsbrev.")
    PHASE_SET = "toolbox.phase_set", _("%(actor)s skrev hvor kommunen er i innføringen.")
