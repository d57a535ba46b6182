"""Fixed words of the guide: its outcomes and numbers, and the states, groups and refusals of a municipality's own."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OutcomeKind(TextChoices):
    """Where a step that decides can lead (domain 7). The order is the order they are shown in."""

    CLOSE = "close", _("Avslutt")
    STAY = "stay", _("Fortsett på samme nivå")
    UP = "up", _("Gå opp et nivå")
    DOWN = "down", _("Gå ned et nivå")
    REPORT = "report", _("Meld fra")


class ContactKind(TextChoices):
    """Whom a municipality can have a number of its own for; the rest of the exit's numbers are the nation's."""

    CHILD_WELFARE = "child_welfare", _("Barnevernstjenesten")
    CHILD_WELFARE_DUTY = "child_welfare_duty", _("Barnevernvakten")
    POLICE = "police", _("Politiet")


class Group(TextChoices):
    """Who works with a municipality's own guide (S004-07, S004-08, S004-14)."""

    PROJECT = "project", _("Prosjektgruppen")
    STEERING = "steering", _("Styringsgruppen")


class EditionState(TextChoices):
    """Where an edition of the guide is, from draft to what everybody reads (S004-08)."""

    DRAFT = "draft", _("Utkast")
    IN_REVIEW = "in_review", _("Hos styringsgruppen")
    APPROVED = "approved", _("Godkjent")
    PUBLISHED = "published", _("Gjelder nå")
    REPLACED = "replaced", _("Erstattet")


EDITION_STATES = {
    EditionState.DRAFT: {EditionState.IN_REVIEW},
    EditionState.IN_REVIEW: {EditionState.DRAFT, EditionState.APPROVED},
    EditionState.APPROVED: {EditionState.PUBLISHED},
    EditionState.PUBLISHED: {EditionState.REPLACED},
    EditionState.REPLACED: set(),
}
IN_WORK = (EditionState.DRAFT, EditionState.IN_REVIEW, EditionState.APPROVED)
READABLE = (EditionState.PUBLISHED, EditionState.REPLACED)


class PartKind(TextChoices):
    """What a part of an edition is: the guide's own words, a level, or a step."""

    FRONT = "front", _("Forsiden")
    LEVEL = "level", _("Nivå")
    STEP = "step", _("Steg")


class Decision(TextChoices):
    """What the steering group answers."""

    APPROVE = "approve", _("Godkjenn")
    SEND_BACK = "send_back", _("Send tilbake")


class Refusal(TextChoices):
    """Why something with the guide cannot be done now."""

    WRONG_STATE = "wrong_state", _("Utgaven er %(state)s. Dette kan ikke gjøres nå.")
    ALREADY_IN_WORK = "already_in_work", _("Det er allerede en utgave i arbeid.")
    NOTHING_CHANGED = "nothing_changed", _("Ingenting er endret ennå. Endre en del før dere sender.")
    NO_STEPS = "no_steps", _("Nivå %(level)s må ha minst ett steg som vises.")
    TOO_MANY_STEPS = "too_many_steps", _("Et nivå kan ha inntil tolv steg som vises.")
    TWO_PEOPLE = "two_people", _("Du har skrevet utgaven alene. En annen må godkjenne den.")
    REASON_MISSING = "reason_missing", _("Skriv hvorfor, slik at prosjektgruppen vet hva de skal gjøre.")
    REVIEW_NOT_AHEAD = "review_not_ahead", _("Datoen må være fram i tid, og høyst tre år fram.")
    LINK = (
        "link",
        _(
            "Lenken «%(address)s» kan ikke brukes. Bruk https://, eller en side i veilederen, som niva-1/evaluer/."
        ),
    )
    LEADS_NOWHERE = "leads_nowhere", _("Lenken «%(address)s» fører ikke til noen side i veilederen.")
    PICTURE = "picture", _("Bilder kan ikke stå i teksten. Lagre den, og velg «Legg til bilde» på steget.")
    TOO_LONG_LIST = "too_long_list", _("Skriv inntil %(lines)s linjer, hver på inntil %(limit)s tegn.")
    MOVED_TO_ITSELF = "moved_to_itself", _("Steget kan ikke vise til seg selv.")
    NOT_EMPLOYED = "not_employed", _("Denne personen er ikke ansatt i kommunen i dag.")
    ALREADY_MEMBER = "already_member", _("Denne personen er alt med i gruppen.")
    FILE_TOO_LARGE = "file_too_large", _("Filen er for stor. En veileder med bilder er på inntil 6 MB.")
    NOT_A_GUIDE = "not_a_guide", _("Filen er ikke en handlingsveileder fra Stafett.")
    OTHER_VERSION = "other_version", _("Filen er laget for en annen versjon av Stafett.")
    DAMAGED = "damaged", _("Filen er endret eller skadet etter at den ble laget. Be om en ny.")
    BAD_CONTENT = "bad_content", _("Filen har innhold som ikke hører hjemme i en veileder: %(where)s.")
    ORDER_CHANGED = (
        "order_changed",
        _("Noen andre har endret rekkefølgen mens du så på den. Se hvordan den er nå, og flytt igjen."),
    )
    IMAGE_KIND = (
        "image_kind",
        _("Filen er ikke et helt bilde i PNG, JPEG eller WebP. Lagre bildet på nytt, og prøv igjen."),
    )
    IMAGE_TOO_LARGE = (
        "image_too_large",
        _("Bildet er for stort. Gjør det mindre, så det er på inntil 500 kB."),
    )
    IMAGE_TOO_MANY_PIXELS = (
        "image_too_many_pixels",
        _("Bildet har for mange punkter. Gjør det mindre: inntil %(side)s punkter bredt og høyt."),
    )
    IMAGE_TOO_SMALL = "image_too_small", _("Bildet er for lite. Det må være minst %(side)s punkter hver vei.")
    IMAGE_MOVES = "image_moves", _("Bildet beveger seg. Bruk et bilde som står stille.")
    IMAGE_TURNED = (
        "image_turned",
        _("Bildet ligger på siden. Roter det i et bildeprogram, og lagre det på nytt."),
    )
    IMAGE_HAS_MORE = (
        "image_has_more",
        _("Det ligger noe mer enn et bilde i filen. Lagre bildet på nytt i et bildeprogram, og prøv igjen."),
    )
    IMAGE_TWICE = "image_twice", _("Dette bildet står her fra før.")
    IMAGES_ON_STEPS = "images_on_steps", _("Bilder kan bare stå på et steg.")
    TOO_MANY_IMAGES = "too_many_images", _("Et steg kan ha inntil %(most)s bilder. Ta bort et først.")
    IMAGES_TOO_LARGE = (
        "images_too_large",
        _("Bildene i veilederen er til sammen for store. Gjør dem mindre, eller ta bort noen."),
    )
    ALT_MISSING = "alt_missing", _("Skriv hva bildet viser, for dem som ikke ser det.")
    ALT_IS_A_NAME = "alt_is_a_name", _("Dette er for kort, eller navnet på en fil. Fortell hva bildet viser.")


class Event(TextChoices):
    """What the groups and the administrator do, as the trail tells it."""

    CONTACT_SET = "action_guide.contact_set", _("%(actor)s skrev inn et kontaktkort.")
    CONTACT_REMOVED = "action_guide.contact_removed", _("%(actor)s tok bort et kontaktkort.")
    MEMBER_ADDED = "action_guide.member_added", _("%(actor)s la til et medlem i en gruppe for veilederen.")
    MEMBER_ENDED = "action_guide.member_ended", _("%(actor)s avsluttet en plass i en gruppe for veilederen.")
    DRAFT_BEGUN = "action_guide.draft_begun", _("%(actor)s begynte på en ny utgave av veilederen.")
    PART_REVISED = "action_guide.part_revised", _("%(actor)s endret en del av veilederen.")
    STEP_ADDED = "action_guide.step_added", _("%(actor)s la til et steg i veilederen.")
    STEP_MOVED = "action_guide.step_moved", _("%(actor)s flyttet et steg i veilederen.")
    IMAGE_ADDED = "action_guide.image_added", _("%(actor)s la til et bilde i veilederen.")
    IMAGE_TOLD = "action_guide.image_told", _("%(actor)s endret teksten til et bilde i veilederen.")
    IMAGE_REMOVED = "action_guide.image_removed", _("%(actor)s tok bort et bilde fra veilederen.")
    COMMENTED = "action_guide.commented", _("%(actor)s kommenterte en del av veilederen.")
    SENT = "action_guide.sent", _("%(actor)s sendte utgaven til styringsgruppen.")
    APPROVED = "action_guide.approved", _("%(actor)s godkjente utgaven.")
    SENT_BACK = "action_guide.sent_back", _("%(actor)s sendte utgaven tilbake.")
    PUBLISHED = "action_guide.published", _("%(actor)s publiserte en ny utgave av veilederen.")
    BORROWED = "action_guide.borrowed", _("%(actor)s hentet inn en veileder fra en fil.")
    TAKEN = "action_guide.taken", _("%(actor)s tok inn deler fra en annen veileder.")


LANGUAGES = ("nb", "nn")
