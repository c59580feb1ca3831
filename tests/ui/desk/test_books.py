"""The ledger of the window is left alone while another process needs it for itself."""

from pathlib import Path

import pytest

from app.domain.problem import LedgerProblem
from app.ledger.ledger import Ledger, ledger_path
from tests.support.ledgers import NOW, call, keep
from ui.desk.books import Books


def test_a_ledger_that_was_given_away_is_not_opened(tmp_path: Path) -> None:
    books = Books(tmp_path, lambda: NOW)
    books.give()
    with pytest.raises(LedgerProblem, match="being restored or moved"):
        books.ledger()
    assert not ledger_path(tmp_path).exists()


def test_a_ledger_that_was_taken_back_is_opened_where_it_is_by_then(tmp_path: Path) -> None:
    books = Books(tmp_path / "old", lambda: NOW)
    books.ledger()
    books.give()
    books.folder = tmp_path / "new"
    books.take_back()
    assert books.ledger().path == ledger_path(tmp_path / "new")
    books.close()


def test_what_was_written_quietly_is_no_news_and_what_others_wrote_meanwhile_is(
    tmp_path: Path,
) -> None:
    books = Books(tmp_path, lambda: NOW)
    with Ledger(ledger_path(tmp_path)) as another:

        def note(ledger: Ledger) -> bool:
            keep(ledger, call())
            return False

        def note_beside_another(ledger: Ledger) -> bool:
            keep(another, call())
            return note(ledger)

        books.ledger()
        books.has_news(since=NOW)
        assert not books.write_quietly(note)
        assert not books.has_news(since=NOW)
        books.write_quietly(note_beside_another)
        assert books.has_news(since=NOW)
        keep(another, call())
        books.write_quietly(note)
        assert books.has_news(since=NOW)
        books.close()


def test_what_changed_a_figure_after_all_is_news(tmp_path: Path) -> None:
    books = Books(tmp_path, lambda: NOW)

    def change(ledger: Ledger) -> bool:
        keep(ledger, call())
        return True

    books.ledger()
    books.has_news(since=NOW)
    assert books.write_quietly(change)
    assert books.has_news(since=NOW)
    books.close()
