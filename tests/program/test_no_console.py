"""A program without a console says what went wrong only where somebody has clicked on it."""

from pathlib import Path

import pytest

from ui.__main__ import run_aloud


@pytest.fixture
def shown() -> list[str]:
    return []


def test_a_start_that_fails_is_told_in_a_window(
    tmp_path: Path, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run_aloud(["--data-dir", str(tmp_path)], shown.append) == 3
    [sentence] = shown
    assert sentence.startswith("There is no display")


def test_a_link_of_no_number_is_told_in_a_window(tmp_path: Path, shown: list[str]) -> None:
    assert run_aloud(["--data-dir", str(tmp_path), "--", "http://a"], shown.append) == 2
    assert "is not a link to a number" in shown[0]


@pytest.mark.parametrize("words", [["no-such-command"], ["hook", "no-such-softphone"]])
def test_a_command_of_another_program_shows_nothing(
    tmp_path: Path, shown: list[str], words: list[str]
) -> None:
    assert run_aloud(["--data-dir", str(tmp_path), *words], shown.append) != 0
    assert shown == []


def test_what_went_well_shows_nothing(shown: list[str]) -> None:
    assert run_aloud(["--version"], shown.append) == 0
    assert shown == []
