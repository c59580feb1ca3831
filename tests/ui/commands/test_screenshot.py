"""Pages drawn into pictures, by the program itself and without a screen."""

import stat
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.support.ledgers import call, keep, ledger_with
from tests.support.program import run


@pytest.mark.parametrize("page", ["overview", "activity", "plan", "dial", "text", "settings"])
def test_a_page_is_drawn_in_the_size_asked_for(page: str, tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *(call(minutes=3) for _ in range(200)))
    picture = tmp_path / "page.png"
    done = run(tmp_path, "screenshot", page, picture, "--size", "480x360", "--theme", "dark")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (QImage(str(picture)).width(), QImage(str(picture)).height()) == (480, 360)
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600


@pytest.mark.parametrize("page", ["activity", "plan", "settings"])
def test_a_page_is_drawn_before_there_is_a_ledger(page: str, tmp_path: Path) -> None:
    done = run(tmp_path, "screenshot", page, tmp_path / "page.png")
    assert (done.returncode, done.stderr) == (0, b"")
    assert not (tmp_path / "ledger.db").exists()
