"""Every text on the screen exists in nynorsk and English, whole and with its placeholders."""

import gettext
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import DEFAULT_KEYWORDS, parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
KEYWORDS = DEFAULT_KEYWORDS | parse_keywords(["gettext_lazy", "pgettext_lazy:1c,2"])
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|#")
ONLY_BOKMAAL = re.compile(
    r"\b(ikke|hva|hvem|hvor\w*|hvilke\w*|dere|deres|noen?|jeg|fra|bare|mer|være|ble|uten|hjemme|sammen|selv|"
    r"tjeneste\w*|enhet\w*|foresatt\w*|kommer|skriver|leser|velg)\b",
    re.IGNORECASE,
)

both = pytest.mark.parametrize("language", ["nn", "en"])


@pytest.fixture(scope="module")
def source():
    """The bokmål texts as they stand in code and templates now: {(context, text or (one, many))}."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = Catalog()
    texts = extract_from_dir(ROOT, methods, options, KEYWORDS, directory_filter=_may_hold_texts)
    for _path, _line, text, _comments, context in texts:
        found.add(text, context=context)
    return {(message.context, message.id) for message in found if message.id}


@both
def test_no_text_in_the_product_is_missing_from_the_catalogue(source, language):
    assert source, "the extraction found no texts at all"
    assert _sorted(source - set(_translated(language))) == []


@both
def test_the_catalogue_holds_no_text_that_the_product_no_longer_has(source, language):
    assert _sorted(set(_translated(language)) - source) == []
    assert list(_catalogue(language).obsolete) == []


@both
def test_no_translation_is_empty_or_uncertain(language):
    unfinished = [
        message.id
        for message in _messages(language)
        if message.fuzzy or not all(text.strip() for text in _texts(message.string))
    ]

    assert unfinished == []


@both
def test_placeholders_are_the_same_on_both_sides(language):
    wrong = [
        (said, translated)
        for message in _messages(language)
        for said, translated in zip(_texts(message.id), _texts(message.string), strict=True)
        if sorted(PLACEHOLDER.findall(said)) != sorted(PLACEHOLDER.findall(translated))
    ]

    assert wrong == []


@both
def test_a_translation_ends_in_the_same_mark_as_its_source(language):
    wrong = [
        (said, translated)
        for message in _messages(language)
        for said, translated in zip(_texts(message.id), _texts(message.string), strict=True)
        if _mark(said) != _mark(translated)
    ]

    assert wrong == []


def test_nynorsk_is_more_than_a_copy_of_bokmaal():
    long = [message for message in _messages("nn") if len(_texts(message.id)[0]) > 25]
    copied = [message.id for message in long if message.string == message.id]

    assert len(copied) < 0.2 * len(long), copied


def test_nynorsk_holds_no_words_that_only_bokmaal_has():
    slips = {
        text: ONLY_BOKMAAL.findall(text) for message in _messages("nn") for text in _texts(message.string)
    }

    assert {text: words for text, words in slips.items() if words} == {}


def test_no_sentence_is_left_in_norwegian_in_the_english_catalogue():
    left = [m.id for m in _messages("en") if len(_texts(m.id)[0]) > 25 and m.string == m.id]

    assert left == []


@both
def test_the_compiled_catalogue_gives_each_text_back(language):
    compiled = io.BytesIO()
    write_mo(compiled, _catalogue(language))
    compiled.seek(0)

    loaded = gettext.GNUTranslations(compiled)

    assert [m.id for m in _messages(language) if _looked_up(loaded, m) != _texts(m.string)[0]] == []


def _may_hold_texts(folder):
    below = Path(folder).relative_to(ROOT).parts
    return below[0] == "stafett" and not below[-1].startswith(("_", "."))


def _catalogue(language):
    path = ROOT / "stafett" / "web" / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _messages(language):
    return [message for message in _catalogue(language) if message.id]


def _translated(language):
    return {(message.context, message.id): message.string for message in _messages(language)}


def _texts(one_or_more):
    return [one_or_more] if isinstance(one_or_more, str) else list(one_or_more)


def _mark(text):
    """The mark a text ends in, quotes aside; none for a word or a number."""
    return text.rstrip("»”")[-1:] if text.rstrip("»”")[-1:] in ".?!:" else ""


def _looked_up(loaded, message):
    if message.pluralizable:
        return loaded.ngettext(*message.id, 1)
    return loaded.pgettext(message.context, message.id) if message.context else loaded.gettext(message.id)


def _sorted(keys):
    return sorted(keys, key=str)
