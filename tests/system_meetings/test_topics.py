"""The topic bank: every topic of the source by its number, in both languages, with links that lead somewhere."""

from stafett.action_guide.content import library as guide
from stafett.system_meetings.content import topics


def everything(language):
    return [each for group in topics.bank(language) for each in group.topics]


def test_the_31_numbers_of_the_source_stand_once_each():
    assert sorted(number for each in everything("nb") for number in each.numbers) == list(range(1, 32))


def test_what_the_source_says_twice_stands_together():
    assert topics.topic(18, "nb") is topics.topic(4, "nb")
    assert topics.topic(23, "nb").numbers == (22, 23)
    assert topics.topic(14, "nb").numbered == "1/14"


def test_the_groups_are_a_to_j_and_none_is_empty():
    assert "".join(group.letter for group in topics.bank("nb")) == "ABCDEFGHIJ"
    assert all(group.topics for group in topics.bank("nb"))


def test_both_languages_say_everything_and_no_title_twice():
    for language in ("nb", "nn"):
        titles = [each.title for each in everything(language)]
        assert len(set(titles)) == len(titles)
        assert all(each.title and each.ask.endswith("?") for each in everything(language))
    assert [each.numbers for each in everything("nb")] == [each.numbers for each in everything("nn")]


def test_a_language_that_is_not_norwegian_reads_bokmaal():
    assert topics.bank("en") == topics.bank("nb") != topics.bank("nn")


def test_a_number_that_is_nobodys_is_no_topic():
    assert topics.topic(32, "nb") is None
    assert topics.topic(None, "nb") is None


def test_every_sheet_that_is_named_stands_in_the_guide():
    named = {sheet for each in everything("nb") for sheet in each.sheets}

    assert named
    assert named <= set(guide.sheets("nb"))


def test_violence_and_worry_lead_to_the_way_out():
    assert {each.number for each in everything("nb") if each.exit} == {10, 25}


def test_a_joined_topic_is_kept_by_its_lowest_number():
    assert len(topics.kept_numbers()) == 28
    assert {14, 18, 23}.isdisjoint(topics.kept_numbers())
