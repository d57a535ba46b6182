"""The certificate of a disposal in words, for the page and for the PDF. It names no child, guardian or log."""

from types import SimpleNamespace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.kernel.clock import local
from stafett.kernel.pdf import Bullets, Document, Facts, Heading, Paragraph, Table
from stafett.retention.content.standard import STANDARD
from stafett.retention.enums import Fate, Kind
from stafett.retention.queries.plan import Rule
from stafett.retention.views import presenting

# What the tables are called for people. One that has no name here goes under OTHERS.
PARTS = {
    gettext_lazy("Stafettlogger"): ("relay_log_relaylog",),
    gettext_lazy("Oppmerksomheter, mål og analyse"): (
        "relay_log_concern", "relay_log_goal", "relay_log_maintainingfactor",
    ),
    gettext_lazy("Tiltak, trapper og evalueringer"): (
        "relay_log_measure", "relay_log_measureowner", "relay_log_measureladder", "relay_log_ladderstep",
        "relay_log_evaluation",
    ),
    gettext_lazy("Notater og lysglimt"): ("relay_log_note", "relay_log_brightspot", "child_page_brightspotpicture"),
    gettext_lazy("Møter, invitasjoner og referater"): (
        "log_meetings_meeting", "log_meetings_invitation", "log_meetings_minutespart", "log_meetings_workingtext",
        "log_meetings_confirmation", "log_meetings_pulse", "log_meetings_wish",
    ),
    gettext_lazy("Barnets side"): ("child_page_childgoal",),
    gettext_lazy("Samtykker og skjemaer"): (
        "consent_consent", "consent_consentrequest", "consent_consentdocument",
    ),
    gettext_lazy("Tilganger, samordning og overføringer"): (
        "access_grant", "relay_log_coordination", "transfers_transfer", "transfers_schoolstart",
        "transfers_arrivedpackage", "transfers_carriedpart",
    ),
    gettext_lazy("Innleveringer til arkivet, med filer"): ("archive_deposit", "archive_depositfile"),
    gettext_lazy("Meldinger og varsler"): ("inbox_message", "inbox_delivery"),
}  # fmt: skip
OTHERS = gettext_lazy("Annet som hang ved loggene")
_NAMED = {table for tables in PARTS.values() for table in tables}


def parts(proof) -> SimpleNamespace:
    """The certificate's facts, rules, rows of each kind and hashes, in words."""
    facts = [
        (_("Nummer"), str(proof.number)),
        (_("Slettet"), f"{local(proof.made_at):%-d.%-m.%Y kl. %H.%M}"),
        (_("Foreslått av"), proof.proposed_by_name),
        (_("Godkjent av"), proof.approved_by_name),
        (_("Logger slettet"), str(proof.logs)),
        (_("Logger som ble stående"), str(proof.left)),
        (_("Fingeravtrykk"), proof.fingerprint),
    ]
    return SimpleNamespace(
        number=proof.number, facts=facts, rules=[_rule(*each) for each in proof.rules], rows=_rows(proof.rows),
        hashes=proof.hashes,
    )  # fmt: skip


def certificate(disposal, *, place, language, made_on) -> Document:
    """The same as a document. `place` is the municipality's name."""
    told = parts(disposal.proof)
    blocks = (
        Facts(tuple(told.facts)),
        Heading(1, _("Etter hvilke regler")),
        Bullets(tuple(told.rules)),
        Heading(1, _("Begrunnelse")),
        Paragraph(disposal.words),
        Heading(1, _("Hva som er slettet")),
        Table(
            _("Rader som er slettet, etter slag"),
            (_("Slag"), _("Antall")),
            tuple((name, str(count)) for name, count in told.rows),
            widths=(3, 1),
        ),
        Heading(1, _("Loggene")),
        Paragraph(_("Hver linje står for én logg. Den som har loggens nøkkel, kan vise at det er den.")),
        Bullets(tuple(told.hashes)),
    )
    return Document(
        _("Slettebevis nr. %(number)s") % {"number": told.number},
        language,
        made_on,
        subtitle=place,
        blocks=blocks,
    )


def _rule(kind, version, fate, months, basis):
    said = presenting.sentence(
        Rule(Kind(kind), version, Fate(fate), months, basis, STANDARD[Kind(kind)].count_from)
    )
    return f"{Kind(kind).label}: {said} {basis}"


def _rows(counts):
    """(what people call them, how many rows), without what there was none of."""
    told = [(str(name), sum(counts.get(table, 0) for table in tables)) for name, tables in PARTS.items()]
    told.append((str(OTHERS), sum(count for table, count in counts.items() if table not in _NAMED)))
    return [(name, count) for name, count in told if count]
