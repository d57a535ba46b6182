"""Translated texts are compiled when, and only when, they have changed."""

import gettext
import os

from stafett.platform.catalogues import compile_catalogues


def test_a_new_catalogue_is_compiled_once_and_again_when_it_changes(tmp_path):
    source = tmp_path / "web" / "locale" / "nn" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    source.write_text(f'{header}msgid "Ikke nå"\nmsgstr "Ikkje no"\n', encoding="utf-8")

    assert (compile_catalogues(tmp_path), compile_catalogues(tmp_path)) == (1, 0)

    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Ikke nå") == "Ikkje no"
    later = source.with_suffix(".mo").stat().st_mtime + 5
    os.utime(source, (later, later))
    assert compile_catalogues(tmp_path) == 1
