"""The help's content: every page has a topic, every topic is whole in its languages, every picture has its words."""

import re
import struct
import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import get_resolver

from stafett.action_guide.enums import LANGUAGES as NORWEGIAN
from stafett.user_guide.content import library
from stafett.user_guide.enums import IN_ENGLISH, LANGUAGES, Reader, Role
from stafett.user_guide.views import button
from tests.action_guide.test_content import ONLY_BOKMAAL, ONLY_NYNORSK

FOLDER = Path(library.__file__).parent
PICTURES = Path(settings.ROOT) / "stafett" / "web" / "assets" / "pictures"
LARGEST_PICTURE = 60_000  # bytes
TWO_MINUTES = 300  # words


def _file(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _shape(thing):
    return (
        {key: _shape(each) for key, each in thing.items()}
        if isinstance(thing, dict)
        else type(thing).__name__
    )


def _pages(resolver):
    for each in resolver.url_patterns:
        yield from _pages(each) if hasattr(each, "url_patterns") else [each]


def _texts(thing):
    if isinstance(thing, dict):
        return [text for each in thing.values() for text in _texts(each)]
    return [text for each in thing for text in _texts(each)] if isinstance(thing, list) else [thing]


def test_every_page_of_the_site_has_a_topic_of_its_own_or_its_packages():
    without = [
        page.name
        for page in _pages(get_resolver())
        if library.topic_of_route(page.name or "", button._package_of(page.callback)) == library.GENERAL
    ]

    assert without == []


def test_no_topic_names_a_route_or_a_package_that_is_another_topics():
    named = [name for topic in _file("topics")["topic"].values() for name in topic.get("routes", [])]
    packages = [name for topic in _file("topics")["topic"].values() for name in topic.get("packages", [])]

    assert len(named) == len(set(named))
    assert len(packages) == len(set(packages))


def test_a_page_that_nobody_has_written_about_gets_the_general_help():
    assert library.topic_of_route("new_page", "new_package") == library.GENERAL


@pytest.mark.parametrize("name", ["{}", "tours.{}"])
def test_both_norwegian_languages_have_the_same_words_to_say(name):
    bokmaal, nynorsk = (_file(name.format(language)) for language in NORWEGIAN)

    assert _shape(bokmaal) == _shape(nynorsk)


@pytest.mark.parametrize(("language", "others"), [("nb", ONLY_NYNORSK), ("nn", ONLY_BOKMAAL)])
def test_no_word_of_the_other_language_has_come_in(language, others):
    texts = _texts(_file(language)) + _texts(_file(f"tours.{language}"))

    assert [text for text in texts if others.search(text)] == []


def test_what_the_files_hold_is_what_the_structure_names():
    made_of = _file("topics")

    assert set(_file("nb")["topic"]) == set(made_of["topic"])
    assert set(_file("en")["topic"]) <= set(made_of["topic"])
    assert set(made_of["guide"]) == set(Reader.values) == set(_file("nb")["guide"])


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_says_what_the_page_is_for_and_two_or_three_things_to_do(role, language):
    for topic in library.topics_for(role, language):
        assert topic.title and topic.what and topic.then and topic.sees, topic.key
        assert 2 <= len(topic.do) <= 3, topic.key


@pytest.mark.parametrize("role", IN_ENGLISH)
def test_families_and_strangers_have_all_of_it_in_english(role):
    topics = library.topics_for(role, "en")

    assert [topic.key for topic in topics if topic.language != "en"] == []
    assert all(step.language == "en" for step in library.tour(role, "en"))


def test_employees_who_read_english_get_bokmaal_and_not_half_of_each():
    assert {topic.language for topic in library.topics_for(Role.STAFF, "en")} == {"nb"}


@pytest.mark.parametrize("reader", Reader.values)
@pytest.mark.parametrize("language", NORWEGIAN)
def test_a_user_guide_says_each_thing_once(reader, language):
    guide = library.user_guide(reader, language)
    keys = [topic.key for chapter in guide.chapters for topic in chapter.topics]

    assert guide.language == language
    assert len(keys) == len(set(keys)) > 10


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.ANYBODY])
@pytest.mark.parametrize("language", NORWEGIAN)
def test_a_tour_is_over_in_two_minutes(role, language):
    steps = library.tour(role, language)

    assert 3 < len(steps) < 8
    assert sum(len(f"{step.title} {step.text}".split()) for step in steps) < TWO_MINUTES


def test_every_picture_exists_is_small_and_is_said_in_words_in_every_language():
    for key in library.pictures():
        file = PICTURES / f"{key}.webp"
        assert 2_000 < file.stat().st_size < LARGEST_PICTURE, key
        for language in LANGUAGES:
            picture = library.picture(key, language)
            assert len(picture.alt) > 30, key
            assert _size(file) == (picture.width, picture.height), key


def test_there_is_no_picture_that_nobody_sees():
    used = {key for topic in _file("topics")["topic"].values() for key in topic.get("picture", {}).values()}
    used |= {
        picture for tour in _file("tours").values() for _key, _route, picture in tour["steps"] if picture
    }

    assert used == set(library.pictures()) == {file.stem for file in PICTURES.iterdir()}


def test_the_words_are_about_pages_and_never_hard():
    texts = [text for language in LANGUAGES for text in _texts(_file(language)["topic"])]
    longest = max(len(sentence.split()) for text in texts for sentence in re.split(r"[.:?!]", text))

    assert longest <= 30


def _size(file):
    """Width and height of a WebP file, as its first frame says."""
    head = file.read_bytes()[:32]
    if head[12:16] == b"VP8X":
        return tuple(int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
    if head[12:16] == b"VP8 ":
        return tuple(value & 0x3FFF for value in struct.unpack("<HH", head[26:30]))
    bits = int.from_bytes(head[21:25], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
