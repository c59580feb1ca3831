"""The settings file: kept whole, readable by its owner, put aside when damaged."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import Instant
from app.domain.notice_choice import NoticeChoice
from app.domain.own_warnings import OwnWarnings
from app.domain.problem import EnvironmentProblem
from app.domain.quiet import QuietHours
from app.machine.settings import FILE_NAME, Settings, load_settings, read_settings, save_settings


@pytest.mark.parametrize(
    ("written", "every", "kept"),
    [
        ('{"backup_every_days": 3, "backups_kept": 30}', 3, 30),
        ('{"backup_every_days": 0, "backups_kept": 0}', 0, 7),
        ('{"backup_every_days": true, "backups_kept": "many"}', 1, 7),
        ('{"backup_every_days": -1, "backups_kept": 99999}', 1, 7),
    ],
)
def test_how_often_backups_are_made_can_be_chosen(
    tmp_path: Path, written: str, every: int, kept: int
) -> None:
    (tmp_path / FILE_NAME).write_text(written)
    settings, _ = read_settings(tmp_path)
    assert (settings.backup_every_days, settings.backups_kept) == (every, kept)


def test_numbers_are_kept_for_ever_unless_a_time_is_chosen(tmp_path: Path) -> None:
    assert read_settings(tmp_path)[0].keep_numbers_months == 0
    (tmp_path / FILE_NAME).write_text('{"keep_numbers_months": 12}')
    assert read_settings(tmp_path)[0].keep_numbers_months == 12


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == (Settings(), None)


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    settings = Settings("de", "dark")
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == (settings, None)


def test_names_that_are_no_unicode_come_back_too(tmp_path: Path) -> None:
    settings = Settings(ca_file="/home/\udcff.pem", others={"tune": "\ud800"})
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == (settings, None)


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings())
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_fields_of_a_newer_program_are_kept(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"tune": [1, 2]}', encoding="utf-8")
    settings, _ = load_settings(tmp_path)
    save_settings(tmp_path, settings)
    assert json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))["tune"] == [1, 2]


def test_a_value_that_makes_no_sense_is_the_usual_one(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": "pink", "language": 7}', encoding="utf-8")
    assert load_settings(tmp_path)[0] == Settings()


@pytest.mark.parametrize("text", ["{", "[]", "[" * 100_000, "\xff\xfe"])
def test_a_damaged_file_is_put_aside_with_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="latin-1")
    settings, problem = load_settings(tmp_path)
    assert settings == Settings()
    assert "put aside as" in str(problem)
    assert not (tmp_path / FILE_NAME).exists()
    assert (tmp_path / "settings-damaged.json").exists()


def test_reading_leaves_a_damaged_file_where_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    assert "are damaged" in str(read_settings(tmp_path)[1])
    assert (tmp_path / FILE_NAME).exists()


def test_settings_that_cannot_be_written_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="cannot be written"):
        save_settings(tmp_path / "none", Settings())


_WEEKDAYS = st.frozensets(st.integers(0, 6))
_SETTINGS = st.builds(
    Settings,
    notices=st.builds(NoticeChoice, near=st.booleans(), stale=st.booleans()),
    quiet=st.builds(QuietHours, st.integers(0, 1_439), st.integers(0, 1_439), _WEEKDAYS),
    working_weekdays=_WEEKDAYS,
    holidays=st.sampled_from(["", "DE-BE", "US"]),
    warnings=st.builds(OwnWarnings, st.none() | st.integers(1, 5_000), st.none(), st.just(70)),
    mask_numbers=st.booleans(),
    text_percent=st.sampled_from([100, 200]),
    paused_until=st.integers(0, 10**16).map(Instant),
)


@given(settings=_SETTINGS)
def test_whatever_is_chosen_comes_back(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    save_settings(folder, settings)
    assert load_settings(folder) == (settings, None)


@pytest.mark.parametrize("broken", ["7", '{"days": 5}', "[]", '{"from_minute": 1440}', "null"])
def test_a_broken_field_costs_that_field_alone(tmp_path: Path, broken: str) -> None:
    (tmp_path / FILE_NAME).write_text(f'{{"theme": "dark", "quiet": {broken}}}')
    assert read_settings(tmp_path) == (Settings(theme="dark"), None)
