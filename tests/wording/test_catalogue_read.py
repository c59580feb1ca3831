"""A catalogue that nobody compiled is read as it is written; German never becomes English."""

import shutil
from pathlib import Path

import pytest

from app.wording.catalogues import catalogue_of
from tests.support.messages import GERMAN, TEMPLATE, forms, messages, read


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Catalogues as a fresh checkout has them."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(GERMAN, folder)
    return tmp_path


def test_a_fresh_checkout_speaks_german(root: Path) -> None:
    catalogue = catalogue_of("de", root)
    assert catalogue.gettext("Overview") == "Übersicht"
    assert catalogue.ngettext("{n} entry", "{n} entries", 2) == "{n} Einträge"


def test_what_is_read_is_what_would_be_compiled(root: Path) -> None:
    read_anew, compiled = catalogue_of("de", root), catalogue_of("de")
    for message in messages(read(TEMPLATE)):
        one = forms(message.id)[0]
        assert read_anew.gettext(one) == compiled.gettext(one)


def test_a_language_without_any_catalogue_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        catalogue_of("fr", tmp_path)
