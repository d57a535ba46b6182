"""The bench of staff lists, small: it counts what it says."""

from stafett.demo import cast
from stafett.demo.bench import lists, report


def test_the_bench_reads_takes_in_and_undoes_a_list(db):
    found = lists.measure(
        cast.EKSEMPELVIK.id, cast.person("randi").id, say=lambda words: None, rows=200, faults=10, many=300
    )

    assert (found["named"], found["state"], found["stopped"]) == (10, "faulty", True)
    assert (found["taken_in"], found["left_after_undo"], found["many_taken_in"]) == (200, 0, 300)
    assert report.lists_table(found).row_count == 2
