"""Norwegian order: a list checked by hand, spellings that belong together, and properties over all text."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.sort_key import sort_key

ANY_TEXT = st.text(st.characters(exclude_categories=()))
ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
PLAIN_WORDS = st.text(ALPHABET).filter(lambda word: "aa" not in word)
NAMES = st.text("abzæøåäöüéáčđŋšŧžABZÆØÅ '-,19", max_size=12)

IN_ORDER = [
    "",
    "1. trinn",
    "2A",
    "Ándá",
    "Anders",
    "Anne",
    "Anne Lise",
    "Anne-Marie",
    "Annema",
    "Berg, Rita",
    "Berg, Åse",
    "Berg Olsen, Kari",
    "Bergan",
    "Čálli",
    "Dahl",
    "Đuoršu",
    "Elin",
    "Éva",
    "Ewa",
    "Ŋilla",
    "Nina",
    "O'Brien",
    "Odd",
    "Šaddi",
    "Sara",
    "Ture",
    "Ŧuri",
    "Turo",
    "Ülo",
    "Yngve",
    "Yr",
    "Zara",
    "Ždanov",
    "Ærlig",
    "Ätte",
    "Ødegård",
    "Östen",
    "Øystein",
    "Aaberg",
    "Aas",
    "Åse",
    "Åsmund",
    "Анна",
    "علي",
]

TOGETHER = [
    ("Aase", "Åse"),
    ("AASE", "åse"),
    ("Åse", "A\u030ase"),
    ("Ås", "\u212bs"),
    ("Ægir", "Ägir"),
    ("Ǽgir", "Ægir"),
    ("Øst", "Öst"),
    ("Øst", "Őst"),
    ("Müller", "Myller"),
    ("Kovacs Gyorgyi", "Kovács Gyorgyi"),
    ("Renee", "Renée"),
    ("Čáŋžaš", "Canzas"),
    ("ČÁŊŽAŠ ĐŦ", "čáŋžaš đŧ"),
    ("Þór", "Thor"),
    ("Weiß", "Weiss"),
    ("İpek", "Ipek"),
    ("ılgaz", "Ilgaz"),
    ("Łukasz", "Lukasz"),
    ("D'Arcy", "DArcy"),
    ("D'Arcy", "D’Arcy"),
    ("D'Arcy", "D´Arcy"),
    ("Anne-Lise", "Anne Lise"),
    ("Anne  –  Lise ", " Anne Lise"),
    ("Berg,Åse", "Berg , Åse"),
    ("Ola 🙂", "Ola"),
    ("O\u200bla\ud800", "Ola"),
    ("٣. trinn", "3. trinn"),
    ("ＡＢ", "ab"),
]


def test_names_stand_in_norwegian_order_whatever_order_they_came_in():
    shuffled = random.Random(29).sample(IN_ORDER, len(IN_ORDER))

    assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_every_letter_of_the_alphabet_follows_the_one_before():
    keys = [sort_key(letter) for letter in ALPHABET]

    assert keys == sorted(set(keys))
    assert [sort_key(letter) for letter in ALPHABET.upper()] == keys


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_spellings_that_belong_together_share_a_key(one, other):
    assert sort_key(one) == sort_key(other)


def test_two_a_that_are_no_letter_together_stay_two():
    assert sort_key("Sana'a") == "sanaa"
    assert sort_key("Maria Anna") == "maria-anna"


@given(ANY_TEXT)
def test_every_text_has_a_key_in_printable_ascii(text):
    key = sort_key(text)

    assert key.isascii()
    assert key == "" or key.isprintable()


@given(ANY_TEXT)
def test_composed_and_decomposed_text_share_a_key(text):
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(unicodedata.normalize("NFD", text))


@given(NAMES)
def test_case_makes_no_difference(name):
    assert sort_key(name.upper()) == sort_key(name.lower())


@given(NAMES, st.sampled_from(ALPHABET + "ÁČĐ09Жعक"))
def test_a_name_comes_before_the_same_name_with_more_after_a_space(name, letter):
    assert sort_key(name) < sort_key(f"{name} {letter}")


@given(PLAIN_WORDS, PLAIN_WORDS)
def test_words_stand_as_their_letters_stand_in_the_alphabet(one, other):
    places_of_one = [ALPHABET.index(letter) for letter in one]
    places_of_other = [ALPHABET.index(letter) for letter in other]

    assert (sort_key(one) < sort_key(other)) == (places_of_one < places_of_other)
