"""The bench of the archive's writer: it writes what it says, the same every time. No times are judged."""

from rich.console import Console

from stafett.demo.bench import archiving, report


def test_it_writes_as_many_logs_as_it_says_and_tells_it_in_a_line():
    found = archiving.measure(say=lambda _text: None, logs=3)

    assert found["logs"] == 3
    assert found["bytes"] > 9 * 5_000  # a document for each of three records
    assert found["per_second"] > 0 and found["times_copy"] > 0
    console = Console(record=True, width=80)
    console.print(report.archive_table(found))
    assert "3 logs" in console.export_text()


def test_the_logs_are_the_same_every_time():
    assert list(archiving._folders(4, b"paper")) == list(archiving._folders(4, b"paper"))
