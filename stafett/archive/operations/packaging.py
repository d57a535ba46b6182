"""Making a log's package and handing it in: at closing, and each year a log is in use (L-53..L-55)."""

from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import LogState
from stafett.archive.content.log_files import files_of
from stafett.archive.enums import Kind
from stafett.archive.models import Deposit
from stafett.archive.operations.handing_in import hand_in_log
from stafett.archive.queries.log_content import content_of
from stafett.kernel import clock
from stafett.register.actor import Actor
from stafett.relay_log.models import RelayLog


def package(log_id) -> Deposit | None:
    """Hand a log in as it stands; gives the Deposit, None when it is not one to hand in. Within the municipality.

    The log is held meanwhile, so that the package is one moment's. The same package twice is one Deposit.
    """
    rows = RelayLog.objects.select_related("municipality", "child")
    log = rows.select_for_update(of=("self",)).filter(pk=log_id).first()
    if log is None or log.state == LogState.AWAITING_CONSENT:
        return None
    kind = Kind.LOG_CLOSED if log.state == LogState.CLOSED else Kind.LOG_SNAPSHOT
    today = clock.today_in_norway(clock.now())
    language = log.municipality.locale
    with translation.override(language):
        title = _("Avsluttet stafettlogg") if kind == Kind.LOG_CLOSED else _("Stafettlogg i bruk, årlig kopi")
        files = files_of(content_of(log.pk), language=language, made_on=today)
    actor = Actor(person_id=None, municipality_id=log.municipality_id, name="Stafett")
    return hand_in_log(actor=actor, log=log, kind=kind, title=title, made_on=today, files=files)
