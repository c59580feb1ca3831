"""Parts of the self-check, each broken on purpose: one sentence says so, and never more."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap

from app.domain.problem import EnvironmentProblem
from app.machine import catalogue, libraries
from app.wording import catalogues
from app.wording.words import Words
from tests.support.program import run
from ui.commands.selfcheck import looks, painted
from ui.commands.selfcheck.parts import Part, look_at, within
from ui.commands.selfcheck.window import colours


def _raises(error: Exception) -> Callable[[], str]:
    def look() -> str:
        raise error

    return look


def test_what_nobody_foresaw_is_told_by_its_kind_without_numbers(words: Words) -> None:
    part = look_at("ledger", _raises(KeyError("+49 30 901820, line\nbreak")), words)
    assert part == Part(
        "ledger",
        ok=False,
        seen="It failed unforeseen (KeyError: '***, line\\nbreak'). Install Talktally again; "
        "should it stay so, report it.",
    )


def test_a_part_that_hangs_is_given_up(words: Words) -> None:
    let_go = Event()

    def hang() -> str:
        let_go.wait(20)
        return ""

    part = look_at("keyring", within(0.01, hang), words)
    let_go.set()
    assert (part.ok, part.seen[:15]) == (False, "It was not done")


def test_an_error_is_told_wherever_it_was_looked(words: Words) -> None:
    assert not look_at("ledger", within(20, _raises(EnvironmentProblem("no"))), words).ok
    assert look_at("ledger", within(20, lambda: "seen"), words) == Part("ledger", True, "seen")


def test_a_catalogue_without_plans_or_with_a_broken_one_is_told(
    words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "files", lambda _: tmp_path)
    assert not look_at("catalogue", lambda: looks.see_catalogue(words), words).ok
    (tmp_path / "plans").mkdir()
    empty = look_at("catalogue", lambda: looks.see_catalogue(words), words)
    assert empty.seen.startswith("The catalogue of plans is empty")
    (tmp_path / "plans" / "cheap.json").write_text("{", encoding="utf-8")
    assert not look_at("catalogue", lambda: looks.see_catalogue(words), words).ok


def test_german_words_that_are_missing_are_told(
    words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "files", lambda _: tmp_path)
    assert not look_at("translations", lambda: looks.see_translations(words), words).ok


def test_a_library_that_is_missing_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(libraries._LIBRARIES, "no_such_library", "nosuch")
    with pytest.raises(EnvironmentProblem, match="nosuch cannot be loaded"):
        libraries.load_libraries()


def test_fonts_pictures_and_symbols_are_there(words: Words, qapp: object) -> None:
    assert painted.see_fonts(words).endswith("fonts")
    assert painted.see_tray(words) == "11 symbols, 16, 22, 24, 32 px"
    assert painted.see_qt(words).startswith("Qt ")


def test_a_symbol_that_paints_nothing_is_told(
    words: Words, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def paint_nothing(_: object, side: int) -> QPixmap:
        empty = QPixmap(side, side)
        empty.fill(QColor(0, 0, 0, 0))
        return empty

    monkeypatch.setattr(painted, "picture", paint_nothing)
    with pytest.raises(EnvironmentProblem, match="symbol of the tray for none is empty"):
        painted.see_tray(words)


def test_a_kind_of_picture_that_cannot_be_written_is_told(
    words: Words, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painted, "_KINDS", ("png", "nosuch"))
    with pytest.raises(EnvironmentProblem, match="kind nosuch"):
        painted.see_qt(words)


def test_a_blank_picture_has_few_colours(qapp: object) -> None:
    image = QImage(90, 90, QImage.Format.Format_RGB32)
    image.fill(0)
    assert colours(image) == 1
    image.setPixelColor(3, 3, QColor("red"))
    assert colours(image) == 2


def test_a_window_without_figures_is_a_failed_part(tmp_path: Path) -> None:
    inside = tmp_path / "check"
    (inside / "data").mkdir(parents=True)
    done = run(tmp_path, "--selfcheck", "--selfcheck-inside", inside)
    assert done.returncode == 0
    seen = json.loads((inside / "seen.json").read_bytes())
    wrong = {each["part"]: each["seen"] for each in seen["parts"] if not each["ok"]}
    assert set(wrong) == {"window"}
    assert wrong["window"].startswith("The window stands, but shows no figures.")
    assert not any((tmp_path / name).exists() for name in ("ledger.db", "settings.json"))
