import json
from datetime import date
from pathlib import Path

import pytest
from shipping.place import Release
from shipping.release import feed
from shipping.release.signing import is_signed, make_key

from app.domain.update_news import news_of
from tests.support.tools import needs_tool

_DAY = date(2026, 11, 22)
_PAGE = "https://talktally.example/download"
_CHANGES = "## [Unreleased]\n\n## [0.2.0] - 2026-11-22\n"


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of version 0.2.0 with a package for Linux, and no key to sign with."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "talktally_0.2.0_amd64.deb").touch()
    (tmp_path / "CHANGELOG.md").write_text(_CHANGES)
    monkeypatch.setattr(feed, "ROOT", tmp_path)
    monkeypatch.setattr(feed, "DIST", tmp_path / "dist")
    monkeypatch.setattr(feed, "this_release", lambda: Release("0.2.0", 1_763_800_000))
    monkeypatch.delenv("MINISIGN_KEY", raising=False)
    return tmp_path / "dist"


def test_the_program_reads_the_news_that_are_written(dist: Path) -> None:
    notes = {"en": "Calls ring sooner.", "de": "Anrufe klingeln früher."}
    written = feed.write_feed(dist, "0.2.0", _PAGE, _DAY, notes)
    news = news_of(written.read_bytes())
    assert (str(news.version), news.day, news.page, news.notes) == ("0.2.0", _DAY, _PAGE, notes)


def test_news_are_for_the_systems_that_have_packages(dist: Path) -> None:
    (dist / "talktally-0.2.0-windows-x64-setup.exe").touch()
    (dist / "Talktally-0.1.0.dmg").touch()
    written = feed.write_feed(dist, "0.2.0", _PAGE, _DAY, {})
    assert set(news_of(written.read_bytes()).systems) == {"linux", "windows"}


def test_news_of_packages_that_are_not_there_are_refused(dist: Path) -> None:
    with pytest.raises(SystemExit, match=r"no packages of 0\.3\.0"):
        feed.write_feed(dist, "0.3.0", _PAGE, _DAY, {})


@pytest.mark.parametrize("page", ["http://talktally.example/", "javascript:alert(1)", ""])
def test_a_page_that_the_program_would_refuse_is_refused_here(dist: Path, page: str) -> None:
    with pytest.raises(SystemExit, match="https"):
        feed.write_feed(dist, "0.2.0", page, _DAY, {})


def test_a_note_that_the_program_would_leave_out_is_refused_here(dist: Path) -> None:
    with pytest.raises(SystemExit, match="200 characters"):
        feed.write_feed(dist, "0.2.0", _PAGE, _DAY, {"en": "a" * 201})


@needs_tool("minisign")
def test_news_are_signed_with_the_key_that_is_named(
    dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, public = make_key(tmp_path)
    monkeypatch.setenv("MINISIGN_KEY", str(key.file))
    feed.main(["--page", _PAGE, "--note", "en=Calls ring sooner.", "--day", "2026-11-22"])
    assert is_signed(dist / "updates.json", public)
    assert json.loads((dist / "updates.json").read_text())["date"] == "2026-11-22"


def test_news_without_a_key_say_that_they_are_not_signed(dist: Path) -> None:
    with pytest.raises(SystemExit, match="is not signed: set MINISIGN_KEY"):
        feed.main(["--page", _PAGE])
    assert not (dist / "updates.json.minisig").exists()


def test_a_version_that_the_change_log_does_not_tell_of_has_no_news(
    dist: Path, tmp_path: Path
) -> None:
    (tmp_path / "CHANGELOG.md").write_text("## [Unreleased]\n")
    with pytest.raises(SystemExit, match=r"no part for 0\.2\.0"):
        feed.main(["--page", _PAGE])
