"""The ledger of the window is left alone while another process needs it for itself."""

from pathlib import Path

import pytest

from app.domain.problem import LedgerProblem
from app.ledger.ledger import ledger_path
from tests.support.ledgers import NOW
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
