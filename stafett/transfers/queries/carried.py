"""History that a log has got from another municipality, as its readers see it; and a package its holder has opened."""

from stafett.relay_log import queries as log_queries
from stafett.transfers import rules
from stafett.transfers.models import ArrivedPackage, CarriedPart


def reachable_arrival(actor, pk):
    """A package opened for a log the actor reaches, with that log; None when there is none for them."""
    package = ArrivedPackage.objects.select_related("opened_by").filter(pk=pk).first()
    log = log_queries.reachable_log(actor, package.log_id) if package else None
    if log is None:
        return None
    package.log = log
    return package


def carried_into(log) -> list[CarriedPart]:
    """Every part of the history in a reached log, each with `.package` and who took it in; the newest first, and as the
    package has them. One query.

    Whoever is let into some concerns only sees none of it: consent here names no concern that was written elsewhere (L-07).
    """
    if log.sight.only is not None:
        return []
    rows = CarriedPart.objects.filter(log_id=log.pk).select_related("package", "taken_in_by")
    return list(rows.order_by("-taken_in_at", "package_id", "position"))


def has_carried(log) -> bool:
    """Whether there is any history that this reader sees."""
    return log.sight.only is None and CarriedPart.objects.filter(log_id=log.pk).exists()


def waiting_parts(package) -> list[rules.Part]:
    """The parts of an opened package that are not in the log yet, in their order; none when it is put away."""
    if package.content is None:
        return []
    rows = CarriedPart.objects.filter(log_id=package.log_id)
    known = set(rows.values_list("fingerprint", flat=True))
    return [part for part in rules.parts_of(package.content) if part.fingerprint not in known]
