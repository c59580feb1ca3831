"""The child that looks at the figures while the window is being built."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.ledger.glance import Glance
from app.ledger.ledger import Ledger, ledger_path
from app.wording.language import Language
from app.wording.words import words_in
from tests.support.console import Console
from tests.support.ledgers import NOW
from ui.desk.glimpse import start_glimpse
from ui.desk.look import Look
from ui.desk.reading import read_view
from ui.desk.snapshot import shown_of
from ui.desk.snoozes import Snoozes

pytestmark = pytest.mark.journey

LOOK = Look(words_in(Language()), Snoozes({}))


@pytest.fixture
def used(folder: Path, console: Console) -> Path:
    """A ledger with a plan, a person, a call past the limit, a split text and an open call."""
    console.done("plan", "use", "hubspot-professional", "aircall-us-ca", "--twilio-connect")
    for minutes in (1999, 5, 3):
        console.done("log", "call", "--to", "+12125550123", "--start", f"2026-11-0{minutes % 7 + 1}"
                     "T09:00:00Z", "--seconds", minutes * 60, "--agent", "Jana")  # fmt: skip
    console.done("log", "text", "--to", "+12125550123", "--segments", "260")
    console.done("hook", "start", "--number", "+12125550123")
    return folder


def test_a_glance_sees_what_the_ledger_sees(used: Path) -> None:
    with Ledger(ledger_path(used)) as ledger:
        whole = read_view(ledger, lambda: NOW, LOOK)
    assert read_view(Glance(ledger_path(used)), lambda: NOW, LOOK) == whole


def test_the_child_prints_the_page_and_never_loads_sqlalchemy(
    used: Path, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in console.environ.items():
        monkeypatch.setenv(name, value)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ui.desk.glimpse", str(used)],
        check=True, capture_output=True,
    )  # fmt: skip
    shown = shown_of(done.stdout)
    assert shown is not None
    assert shown.page == read_view(Glance(ledger_path(used)), lambda: NOW, LOOK).state
    assert b"sqlalchemy" not in done.stderr


def test_without_a_ledger_no_child_is_started(tmp_path: Path) -> None:
    assert start_glimpse(tmp_path) is None
