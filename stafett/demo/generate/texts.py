"""What generated logs say: invented, ordinary, and warm. No story here is anybody's."""

from dataclasses import dataclass

from stafett.relay_log.enums import Arena, Category, FactorKind, MeasureType


@dataclass(frozen=True)
class Theme:
    """What a concern may be about: its words, its goal, what keeps it alive, and two measures in each arena."""

    category: Category
    title: str
    goal: str
    indicator: str
    factor: tuple[FactorKind, str]
    measures: dict[Arena, tuple[str, str]]


THEMES = (
    Theme(
        Category.SOCIAL_INTERACTION, "Blir ofte stående alene i det lange friminuttet",
        "Er med i lek eller samtale i det lange friminuttet.",
        "Vi ser samspill i minst fire av fem friminutt over tre uker.",
        (FactorKind.GROUP, "Leken er i gang før alle er kommet ut, og da er den vanskelig å komme inn i."),
        {
            Arena.SERVICE: ("Voksen starter en åpen lek ved benken hver dag", "Fast makker ut av døren, byttes hver uke"),
            Arena.HOME: ("Én klassekamerat med hjem annenhver uke", "Snakke om én fin ting fra friminuttet ved middagen"),
            Arena.CHILD: ("Spørre makkeren om å bli med på én ting i dag", "Velge én lek til lekeplakaten hver mandag"),
        },
    ),
    Theme(
        Category.CONCENTRATION, "Mister tråden når beskjeder gis til hele gruppen",
        "Kommer i gang med oppgaven innen to minutter.",
        "Kommer i gang uten ny beskjed i åtte av ti økter.",
        (FactorKind.ADULTS, "Vi gir mange beskjeder på én gang og venter for kort."),
        {
            Arena.SERVICE: ("Én beskjed om gangen, og et blikk til svar", "Plan med tre bilder på pulten, krysses av sammen"),
            Arena.HOME: ("Samme plan med tre bilder for ettermiddagen", "Ti minutter rolig lesestund uten skjerm"),
            Arena.CHILD: ("Ta det grønne kortet når noe er uklart", "Krysse av på planen selv"),
        },
    ),
    Theme(
        Category.LANGUAGE, "Trenger flere ord for å fortelle det som er viktig",
        "Forteller om noe fra dagen med egne ord, så andre forstår.",
        "Forteller i samling én gang i uken uten hjelp til ordene.",
        (FactorKind.ORGANISATION, "Samlingsstunden er stor, og de som snakker fort, får ordet."),
        {
            Arena.SERVICE: ("Språkgruppe på fire tre ganger i uken", "Bilder fra dagen som alle kan fortelle ut fra"),
            Arena.HOME: ("Lese den samme boken flere kvelder på morsmålet", "Ta ett bilde hjemme til fortellestunden"),
            Arena.CHILD: ("Velge dagens bilde og fortelle om det", "Lære bort ett nytt ord hver dag"),
        },
    ),
    Theme(
        Category.WELLBEING, "Gruer seg til å komme, særlig om mandagen",
        "Kommer glad inn døren og finner sin plass.",
        "Sier «greit» eller «bra» på morgenskalaen i fire av fem dager.",
        (FactorKind.HOME, "Helgene er innholdsrike, og overgangen til mandag blir brå."),
        {
            Arena.SERVICE: ("Fast voksen tar imot ved porten hver morgen", "Rolig start med valgfri aktivitet i ti minutter"),
            Arena.HOME: ("Legge fram klær og sekk sammen kvelden før", "Fortelle på søndag hvem som tar imot i morgen"),
            Arena.CHILD: ("Sette dagens merke på morgenskalaen", "Velge første aktivitet selv"),
        },
    ),
    Theme(
        Category.MOTOR_SKILLS, "Blir fort sliten når noe skal klippes, skrives eller kneppes",
        "Klarer påkledning og korte skriveoppgaver med pauser underveis.",
        "Kler på seg selv tre dager på rad og skriver fem linjer i ett strekk.",
        (FactorKind.CHILD, "Blir sliten i hendene, og tror da at oppgaven er for vanskelig."),
        {
            Arena.SERVICE: ("Håndlek med leire før skriveøkten", "Gode sakser og tykke blyanter innen rekkevidde"),
            Arena.HOME: ("God tid til knappene tre morgener i uken", "Lage mat sammen: røre, kna og skjære"),
            Arena.CHILD: ("Ta en fingerpause når det strammer", "Vise fram ett arbeid hver fredag"),
        },
    ),
    Theme(
        Category.HEALTH, "Sover lite og er trøtt før lunsj",
        "Våkner uthvilt og har krefter hele dagen.",
        "I seng til avtalt tid fem av sju kvelder, og våken hele formiddagen.",
        (FactorKind.HOME, "Skjermen ligger på rommet om natten."),
        {
            Arena.SERVICE: ("Hvilepause med lydbok etter lunsj", "Mat og vann på plass før første økt"),
            Arena.HOME: ("Skjermer lades på kjøkkenet fra klokken åtte", "Samme kveldsrutine fem kvelder i uken"),
            Arena.CHILD: ("Velge kveldens lydbok", "Fargelegge søvnkartet om morgenen"),
        },
    ),
    Theme(
        Category.LEISURE, "Har ikke funnet noe å være med på etter skoletid",
        "Har en aktivitet å glede seg til hver uke.",
        "Har vært med på den samme aktiviteten fem uker på rad.",
        (FactorKind.ORGANISATION, "Tilbudene ligger langt unna, og noen koster mye."),
        {
            Arena.SERVICE: ("Vise fram tre åpne tilbud i nærmiljøet", "Snakke med lederen for tilbudet om en god start"),
            Arena.HOME: ("Prøve ett tilbud sammen tre ganger", "Avtale kjøring med en annen familie"),
            Arena.CHILD: ("Velge hvilket tilbud vi prøver først", "Fortelle gruppen hvordan det var"),
        },
    ),
    Theme(
        Category.OTHER, "Flytter mellom to hjem, og noe blir ofte glemt",
        "Har med det som trengs, i begge hjem.",
        "Sekken er riktig pakket ni av ti dager.",
        (FactorKind.HOME, "To hjem har hver sin måte å gi beskjed på."),
        {
            Arena.SERVICE: ("Én felles ukeplan til begge hjem hver fredag", "Ekstra sett med gymtøy og blyanter i hyllen"),
            Arena.HOME: ("Begge hjem bruker den samme pakkelisten", "Sende melding på byttedagen om hva som er med"),
            Arena.CHILD: ("Hake av på pakkelisten kvelden før", "Bestemme hva som skal bo i hyllen"),
        },
    ),
)  # fmt: skip

TYPES = {
    Arena.SERVICE: (MeasureType.GROUP, MeasureType.INDIVIDUAL, MeasureType.OBSERVATION),
    Arena.HOME: (MeasureType.HOME, MeasureType.TRAINING),
    Arena.CHILD: (MeasureType.TRAINING, MeasureType.INDIVIDUAL),
}

EVALUATIONS = (
    "Vi ser en tydelig endring. Det går lettere når den samme voksne er der.",
    "Det virker på gode dager. Vi justerer og prøver tre uker til.",
    "Dette ble for stort. Vi deler det opp og begynner med det minste.",
    "Alle rundt bordet merker forskjell, og barnet sier det selv også.",
    "Vi fikk det ikke til som planlagt denne perioden, og vet nå hva som sto i veien.",
)

BRIGHT_SPOTS = (
    "Var den første som rakk opp hånden i dag, og sto i det helt til slutt.",
    "Hjalp en yngre elev med glidelåsen uten at noen spurte.",
    "I dag kom det et stort smil i garderoben, og en «hei» til alle.",
    "Fortalte hele historien fra helgen ved middagsbordet. Vi bare lyttet.",
    "Sto opp selv, kledde på seg og var klar ti minutter før tiden.",
    "Spurte om å bli med, fikk ja, og lekte til klokken ringte.",
    "Leste to sider høyt for bestemor på telefon.",
    "Sa fra på en fin måte da det ble for mye, og tok pausen sin.",
)

NOTES = (
    "Snakket kort med foresatte ved henting. Ettermiddagene går roligere, og de bruker den samme planen hjemme. "
    "Vi ble enige om å fortsette slik og se på det sammen ved neste evaluering.",
    "Observasjon i to økter denne uken. Lettest når oppgaven er vist før den forklares. "
    "Vanskeligst i overgangen fra ute til inne, der mange skal gjennom den samme døren.",
    "Telefon med foresatte. De ser det samme som oss, og har et godt forslag til morgenen som vi prøver fra mandag.",
    "Teamet har gått gjennom planen. Vikarer får nå et ark på én side om hva som hjelper, og hvem som gjør hva.",
    "Vi flytter plassen nærmere vinduet etter ønske fra barnet selv. Ser an i to uker.",
)

LADDER_TITLE = "Trappen min"
STEPS = (
    "Jeg er med og ser på", "Jeg står ved siden av en venn", "Jeg sier én ting", "Jeg er med i fem minutter",
    "Jeg spør selv om å få være med",
)  # fmt: skip
CHILD_VIEWS = (
    "Jeg vil helst at noen spør meg først.",
    "Det er best når jeg vet hva som skal skje.",
    "Jeg liker det når vi er få.",
    "Det er mye bråk, men det går bedre nå.",
)
LEVEL_REASONS = (
    "Vi trenger flere øyne og kompetanse vi ikke har selv.",
    "Foresatte og vi ønsker hjelp fra en tjeneste til.",
)
SUMMARY = "Målet er nådd, og familien og vi er enige om å fortsette med det som virker i hverdagen."
