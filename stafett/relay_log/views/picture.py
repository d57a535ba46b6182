"""The picture of an analysis: the challenge in the middle, what keeps it alive around it, and the measures that aim at
each. Geometry only, in the picture's own units; templates/relay_log/picture.html draws it, the list beside it says the
same (ADR 0026)."""

import math
from dataclasses import dataclass, field

LINE, PAD, GAP = 19, 14, 20
HEAD, TEXT, LEAF = 15, 14, 13
MOST_LINES, MOST_LEAF_LINES, MOST_CHALLENGE_LINES = 6, 3, 4
STEM = 34
WIDE, COLUMN, MOST_COLUMNS = 760, 240, 3
NARROW, SPINE = 340, 9
_WIDTHS = {
    **dict.fromkeys("iljtfrI.,:;'!|()[]«» ", 0.36),
    **dict.fromkeys("mwæœMW@%–—", 0.92),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÆØÅÄÖ&", 0.72),
}
_USUAL = 0.6


@dataclass(frozen=True)
class Words:
    """Lines of text: where the first begins, and how far apart they are."""

    x: float
    y: float
    lines: tuple[str, ...]

    def placed(self):
        """(y, text) of each line."""
        return [(self.y + at * LINE, text) for at, text in enumerate(self.lines)]


@dataclass
class Leaf:
    """A measure below the factor it aims at, and the line that leads to it."""

    href: str
    words: Words
    x: float
    y: float
    width: float
    height: float
    path: str


@dataclass
class Twig:
    """One factor: its words, its mark, and its measures."""

    href: str
    words: Words
    mark_x: float
    mark_y: float
    is_within_reach: bool
    is_own: bool
    box: tuple[float, float, float, float]
    leaves: list[Leaf] = field(default_factory=list)


@dataclass
class Block:
    """Where some factors lie, as a box with its name, and the line from it to the challenge."""

    label: str
    x: float
    y: float
    width: float
    height: float
    twigs: list[Twig]
    stem: str = ""


@dataclass(frozen=True)
class Picture:
    """A whole picture. `spine` is the line that runs through a narrow one; empty in a wide one."""

    width: float
    height: float
    challenge: Words
    box: tuple[float, float, float, float]
    blocks: list[Block]
    spine: str = ""


@dataclass(frozen=True)
class Shown:
    """A factor as the picture needs it; `aiming` are (text, address) of measures."""

    text: str
    href: str
    is_within_reach: bool
    is_own: bool
    aiming: tuple[tuple[str, str], ...] = ()


def wide(challenge: str, kinds: list[tuple[str, list[Shown]]]) -> Picture:
    """For a screen and for paper: one half of the kinds above the challenge, the other below. `kinds` are (label,
    factors) in order. Source: S001-24."""
    half = min(MOST_COLUMNS, math.ceil(len(kinds) / 2))
    above, below = _row(kinds[:half]), _row(kinds[half:])
    words = wrapped(challenge, size=18, width=540 - 2 * PAD, most=MOST_CHALLENGE_LINES)
    top = max((block.height for block in above), default=0)
    box_y, box_height = (top + STEM if above else 1), len(words) * 24 + 2 * PAD
    for block in above:
        _move(block, top - block.height + 1)
        block.stem = f"M{block.x + COLUMN / 2:g} {top + 1:g}V{box_y:g}"
    for block in below:
        _move(block, box_y + box_height + STEM)
        block.stem = f"M{block.x + COLUMN / 2:g} {box_y + box_height:g}v{STEM}"
    bottom = max((block.y + block.height for block in below), default=box_y + box_height)
    place = Words(WIDE / 2, box_y + PAD + 18, words)
    return Picture(WIDE, bottom + 2, place, (110, box_y, 540, box_height), [*above, *below])


def narrow(challenge: str, kinds: list[tuple[str, list[Shown]]]) -> Picture:
    """For a phone: one column along a line, with the challenge where the halves meet. Source: S001-24, design 5."""
    half, y, blocks, box, place = math.ceil(len(kinds) / 2), 1.0, [], None, None
    x = SPINE + 17
    for at, (label, factors) in enumerate([*kinds, ("", [])]):
        if at == half or (at == len(kinds) and box is None):
            words = wrapped(challenge, size=17, width=NARROW - 2 * PAD, most=MOST_CHALLENGE_LINES + 2)
            box = (1, y, NARROW - 2, len(words) * 24 + 2 * PAD)
            place = Words(NARROW / 2, y + PAD + 18, words)
            y += box[3] + GAP
        if at < len(kinds):
            block = _block(label, factors, x=x, width=NARROW - x - 1)
            _move(block, y)
            block.stem = f"M{SPINE} {y + PAD + HEAD / 2:g}H{x}"
            blocks.append(block)
            y += block.height + GAP
    ends = [block.y + PAD + HEAD / 2 for block in blocks] + [box[1] + 1]
    return Picture(NARROW, y - GAP + 2, place, box, blocks, spine=f"M{SPINE} {min(ends):g}V{max(ends):g}")


def wrapped(text: str, *, size: float, width: float, most: int) -> tuple[str, ...]:
    """A text as at most so many lines that fit the width, a long word broken, what is left told by three dots."""
    lines, line = [], ""
    for word in _pieces(text.split(), size, width):
        longer = f"{line} {word}".strip()
        if _width(longer, size) <= width:
            line = longer
        else:
            lines.append(line)
            line = word
    lines = [each for each in [*lines, line] if each]
    if len(lines) <= most:
        return tuple(lines) or ("",)
    last = lines[most - 1]
    while last and _width(f"{last} …", size) > width:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], f"{last} …")


def _row(kinds):
    """Blocks side by side in the middle, at the top."""
    width = len(kinds) * COLUMN + (len(kinds) - 1) * GAP
    left = (WIDE - width) / 2
    return [
        _block(label, factors, x=left + at * (COLUMN + GAP), width=COLUMN - 2)
        for at, (label, factors) in enumerate(kinds)
    ]


def _block(label, factors, *, x, width):
    twigs, y = [], PAD + HEAD + 10
    for factor in factors:
        twig, y = _twig(factor, x=x + PAD, y=y, width=width - 2 * PAD)
        twigs.append(twig)
    return Block(label, x, 0, width, y + (PAD - 6 if twigs else PAD - 8), twigs)


def _twig(factor, *, x, y, width):
    """A factor at a place, and where the next thing below it begins."""
    lines = wrapped(factor.text, size=TEXT, width=width - 22, most=MOST_LINES)
    height = len(lines) * LINE + 8
    twig = Twig(
        factor.href, Words(x + 18, y + TEXT + 4, lines), x + 6, y + TEXT - 1, factor.is_within_reach,
        factor.is_own, (x - 4, y, width + 8, height),
    )  # fmt: skip
    below = y + height
    for text, href in factor.aiming:
        leaf = _leaf(text, href, x=x + 18, y=below + 5, width=width - 18, start=(x + 6, y + TEXT + 6))
        twig.leaves.append(leaf)
        below = leaf.y + leaf.height
    return twig, below + 8


def _leaf(text, href, *, x, y, width, start):
    lines = wrapped(text, size=LEAF, width=width - 18, most=MOST_LEAF_LINES)
    height = len(lines) * LINE + 9
    middle = y + height / 2
    path = f"M{start[0]:g} {start[1]:g}V{middle:g}H{x:g}"
    return Leaf(href, Words(x + 9, y + LEAF + 5, lines), x, y, width, height, path)


def _move(block, y):
    """The block, made at the top, taken down to its place: a group in the drawing."""
    block.y = y


def _pieces(words, size, width):
    """Words, with those that are wider than a line cut in two or more."""
    for word in words:
        while _width(word, size) > width:
            fits = next(
                at for at in range(len(word), 0, -1) if at == 1 or _width(word[:at] + "-", size) <= width
            )
            if fits >= len(word):
                break
            yield word[:fits] + "-"
            word = word[fits:]
        yield word


def _width(text, size):
    """About how wide a text is in our typeface, rather too wide than too narrow."""
    return size * sum(_WIDTHS.get(letter, _USUAL) for letter in text)
