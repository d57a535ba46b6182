"""Personal numbers: reading, refusing, never showing, and making synthetic ones.

Numbers here are synthetic, or of births before 1899 and after 2030, so that none is a living person's.
"""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stafett.kernel import personal_number
from stafett.kernel.personal_number import InvalidPersonalNumber, Kind, Reason

BIRTH_DATES = st.dates(date(1854, 1, 1), date(2039, 12, 31))


@st.composite
def synthetic_numbers(draw):
    """Any synthetic number, of either kind."""
    birth_date, serial, d_number = draw(BIRTH_DATES), draw(st.integers(0, 249)), draw(st.booleans())
    number = personal_number.synthetic(birth_date, serial, d_number=d_number)
    assume(number is not None)
    return number


def reason_for(text: str, *, allow_synthetic: bool = True) -> Reason | None:
    try:
        personal_number.parse(text, allow_synthetic=allow_synthetic)
    except InvalidPersonalNumber as invalid:
        return invalid.reason
    return None


@pytest.mark.parametrize(
    ("text", "birth_date", "kind", "is_synthetic"),
    [
        ("28023950091", date(2039, 2, 28), Kind.BIRTH, False),
        ("29023651295", date(2036, 2, 29), Kind.BIRTH, False),
        ("31085450010", date(1854, 8, 31), Kind.BIRTH, False),
        ("68023950166", date(2039, 2, 28), Kind.D_NUMBER, False),
        ("01811050047", date(2010, 1, 1), Kind.BIRTH, True),
        ("01411060027", date(2010, 1, 1), Kind.BIRTH, True),
        ("41811060184", date(2010, 1, 1), Kind.D_NUMBER, True),
        ("41411050562", date(2010, 1, 1), Kind.D_NUMBER, True),
        ("29820050124", date(2000, 2, 29), Kind.BIRTH, True),
    ],
    ids=[
        "birth-number",
        "leap-day",
        "first-century",
        "d-number",
        "tenor",
        "nav",
        "tenor-d-number",
        "nav-d-number",
        "leap-day-2000",
    ],
)
def test_parse_reads_date_and_kind(text, birth_date, kind, is_synthetic):
    number = personal_number.parse(text, allow_synthetic=True)

    assert number.digits == text
    assert (number.birth_date, number.kind, number.is_synthetic) == (birth_date, kind, is_synthetic)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("01815450023", 1854),
        ("01819974906", 1899),
        ("01819949995", 1999),
        ("01815490084", 1954),
        ("01814090082", 1940),
        ("01810050019", 2000),
        ("01813990012", 2039),
    ],
)
def test_the_individual_number_tells_the_century(text, year):
    assert personal_number.parse(text, allow_synthetic=True).birth_date == date(year, 1, 1)


@pytest.mark.parametrize("text", ["280239 50091", " 28 02 39 500 91\n", "280239\xa050091"])
def test_spaces_anywhere_are_accepted(text):
    assert personal_number.parse(text, allow_synthetic=False).digits == "28023950091"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.LENGTH),
        ("2802395009", Reason.LENGTH),
        ("280239500911", Reason.LENGTH),
        ("280239-50091", Reason.LENGTH),
        ("2802395009x", Reason.LENGTH),
        ("٢8023950091", Reason.LENGTH),
        ("29820150145", Reason.DATE),
        ("29760000041", Reason.DATE),
        ("01819975023", Reason.DATE),
        ("00000000000", Reason.DATE),
        ("28023950081", Reason.CONTROL_DIGITS),
        ("28023950092", Reason.CONTROL_DIGITS),
    ],
    ids=[
        "empty",
        "too-short",
        "too-long",
        "hyphen",
        "letter",
        "arabic-digit",
        "29-february-2001",
        "month-36",
        "no-year-for-individual-number",
        "zeros",
        "first-control-digit",
        "second-control-digit",
    ],
)
def test_parse_refuses_with_the_reason(text, reason):
    assert reason_for(text) is reason


@pytest.mark.parametrize(
    "text", ["01811050047", "01411060027", "41811060184"], ids=["tenor", "nav", "d-number"]
)
def test_synthetic_numbers_are_refused_where_people_are_real(text):
    assert reason_for(text, allow_synthetic=False) is Reason.SYNTHETIC


def test_a_mistyped_synthetic_number_is_called_mistyped():
    assert reason_for("01811050048", allow_synthetic=False) is Reason.CONTROL_DIGITS


def test_the_number_is_masked_wherever_it_is_printed():
    number = personal_number.parse("01811050047", allow_synthetic=True)

    assert number.masked == "018110 *****"
    for shown in (repr(number), str(number), f"{number}", f"{[number]}"):
        assert "018110 *****" in shown
        assert "50047" not in shown


def test_a_refusal_does_not_repeat_what_was_typed():
    with pytest.raises(InvalidPersonalNumber) as invalid:
        personal_number.parse("28023950092", allow_synthetic=True)

    assert "2802395" not in f"{invalid.value!r} {invalid.value} {invalid.value.__context__}"


def test_equal_numbers_are_equal_and_hash_alike():
    one = personal_number.parse("01811050047", allow_synthetic=True)
    other = personal_number.parse("018110 50047", allow_synthetic=True)

    assert one == other
    assert len({one, other}) == 1


@given(st.text() | st.from_regex(r"[0-9]{11}", fullmatch=True))
def test_parse_gives_a_number_or_a_reason_and_nothing_else(text):
    try:
        number = personal_number.parse(text, allow_synthetic=True)
    except InvalidPersonalNumber as invalid:
        assert invalid.reason in Reason
    else:
        assert number.digits == "".join(text.split())


@given(birth_date=BIRTH_DATES, serial=st.integers(0, 249), d_number=st.booleans())
def test_synthetic_numbers_parse_back(birth_date, serial, d_number):
    number = personal_number.synthetic(birth_date, serial, d_number=d_number)
    assume(number is not None)

    assert personal_number.parse(number.digits, allow_synthetic=True) == number
    assert number.birth_date == birth_date
    assert number.kind is (Kind.D_NUMBER if d_number else Kind.BIRTH)
    assert number.is_synthetic


@given(number=synthetic_numbers(), position=st.integers(0, 10), step=st.integers(1, 9))
def test_any_one_wrong_digit_is_refused(number, position, step):
    wrong = str((int(number.digits[position]) + step) % 10)

    assert reason_for(number.digits[:position] + wrong + number.digits[position + 1 :]) is not None


@pytest.mark.parametrize(
    ("birth_date", "serials"),
    [
        (date(1899, 12, 31), 250),
        (date(1900, 1, 1), 500),
        (date(1980, 6, 15), 600),
        (date(2015, 2, 28), 500),
        (date(2039, 12, 31), 500),
    ],
    ids=lambda value: str(value),
)
def test_every_serial_of_a_day_is_a_number_of_its_own_or_none(birth_date, serials):
    made = [personal_number.synthetic(birth_date, serial) for serial in range(serials)]
    digits = [number.digits for number in made if number is not None]

    assert None in made
    assert len(digits) == len(set(digits)) > 0.75 * serials
    for outside in (-1, serials):
        with pytest.raises(ValueError, match="no individual number"):
            personal_number.synthetic(birth_date, outside)


@pytest.mark.parametrize("birth_date", [date(1853, 12, 31), date(2040, 1, 1)], ids=str)
def test_years_without_individual_numbers_are_refused(birth_date):
    with pytest.raises(ValueError, match="no individual number"):
        personal_number.synthetic(birth_date, 0)


@pytest.mark.parametrize(
    ("text", "birth_date"),
    [
        ("02013299997", date(2032, 1, 2)),
        ("30108299920", date(1982, 10, 30)),
        ("30108299939", date(1982, 10, 30)),
    ],
    ids=["born-in-2032", "remainder-0", "remainder-1"],
)
def test_the_tax_administrations_own_examples_of_numbers_from_2032_are_read(text, birth_date):
    number = personal_number.parse(text, allow_synthetic=False)

    assert (number.birth_date, number.kind) == (birth_date, Kind.BIRTH)


@given(number=synthetic_numbers(), place=st.integers(0, 10), other=st.integers(0, 9))
def test_one_wrong_digit_is_always_found_also_now_that_four_control_digits_are_right(number, place, other):
    assume(str(other) != number.digits[place])

    wrong = number.digits[:place] + str(other) + number.digits[place + 1 :]

    assert reason_for(wrong) in (Reason.CONTROL_DIGITS, Reason.DATE)


@given(number=synthetic_numbers(), place=st.integers(0, 9))
def test_two_neighbours_that_have_changed_places_are_always_found(number, place):
    first, second = number.digits[place : place + 2]
    assume(first != second)

    swapped = number.digits[:place] + second + first + number.digits[place + 2 :]

    assert reason_for(swapped) in (Reason.CONTROL_DIGITS, Reason.DATE)
