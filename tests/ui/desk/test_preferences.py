"""Settings that a command changes while the window has them."""

from dataclasses import replace
from pathlib import Path

from app.domain.phone_choice import PhoneChoice
from app.machine.settings import Settings, read_settings, save_settings
from ui.desk.preferences import Preferences

LOGS = PhoneChoice(logs=("/log",))


def _choose_elsewhere(folder: Path) -> None:
    settings, _ = read_settings(folder)
    save_settings(folder, replace(settings, phone=LOGS, language="de"))


def test_what_a_command_chose_is_taken_in_and_told(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path, {})
    preferences.change(theme="dark")
    told: list[Settings] = []
    preferences.watch(told.append)
    _choose_elsewhere(tmp_path)
    preferences.look_again()
    assert told == [Settings(theme="dark", language="de", phone=LOGS)]
    assert preferences.words.language.code == "de"
    preferences.look_again()
    assert len(told) == 1


def test_a_choice_in_the_window_keeps_what_a_command_chose(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path, {})
    preferences.change(theme="dark")
    _choose_elsewhere(tmp_path)
    preferences.change(calm="always")
    kept, _ = read_settings(tmp_path)
    assert kept == Settings(theme="dark", language="de", calm="always", phone=LOGS)
    assert preferences.settings == kept


def test_a_file_that_is_gone_or_damaged_meanwhile_changes_nothing(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path, {})
    preferences.change(theme="dark")
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    preferences.look_again()
    (tmp_path / "settings.json").unlink()
    preferences.look_again()
    assert preferences.settings == Settings(theme="dark")
    preferences.change(calm="always")
    assert read_settings(tmp_path)[0] == Settings(theme="dark", calm="always")
