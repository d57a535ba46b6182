"""The bench of the guide's search: the same pages every time, and both ways of searching find something. No times are judged."""

from stafett.action_guide.content import library
from stafett.action_guide.rules import search
from stafett.demo.bench import report, searching


def test_it_searches_as_many_pages_as_it_says_and_tells_it_in_a_line():
    found = searching.measure(seconds=0, say=lambda _text: None, pages=60)

    assert found["pages"] == 60
    assert found["questions"] > 150
    assert {"p50_ms", "p95_ms", "plain_p95_ms", "times_plain"} <= set(found)
    assert report.search_table(found).row_count == 1


def test_the_pages_are_the_same_every_time_and_can_be_found():
    pages, again = list(searching._pages(40)), list(searching._pages(40))

    index = search.build(pages, library.word_pairs())

    assert pages == again
    assert search.find(index, "samtykke")
    assert search.find(index, pages[7].texts[1][0].split()[-1])[0] == "7"
