"""The rows of call logs as values."""

from app.machine.settings import Settings
from app.wording.words import Words
from tests.support.settings_pages import FOUND, LOG, RING, page_of
from ui.settings.answers import change_of, is_setting
from ui.settings.rows import Row, Switch


def rows(words: Words, name: str = "logs") -> dict[str, Row]:
    (section,) = (each for each in page_of(words, name).sections if each.key == "logs")
    return {row.key: row for row in section.rows}


def test_logs_that_are_read_come_before_those_found_here(words: Words) -> None:
    shown = rows(words)
    assert list(shown) == [f"logs.{LOG}", f"logs.{RING}", f"logs.{FOUND}", "logs.add"]
    switches = [row.control for row in shown.values()][:3]
    assert switches == [Switch(on=True), Switch(on=True), Switch(on=False)]


def test_a_log_is_named_for_its_softphone_and_tells_how_it_was_read(words: Words) -> None:
    row = rows(words)[f"logs.{LOG}"]
    assert row.label == "Linphone"
    assert row.note == f"{LOG} · read 21 Nov 14:05 · 1,200 calls · 2 lines refused"
    assert not row.problem


def test_a_log_of_nobody_known_is_named_for_its_file_and_its_trouble_told(words: Words) -> None:
    row = rows(words)[f"logs.{RING}"]
    assert (row.label, row.note) == ("MicroSIP.ini", f"{RING} · not read yet")
    assert row.problem == f"There is no file {RING}."


def test_a_log_found_here_says_where_it_is(words: Words) -> None:
    assert rows(words)[f"logs.{FOUND}"].note == FOUND


def test_where_there_is_none_one_can_be_added(words: Words) -> None:
    assert list(rows(words, "usual")) == ["logs.add"]


def test_a_switch_adds_and_removes_the_log() -> None:
    key = f"logs.{LOG}"
    assert is_setting(key)
    on = change_of(Settings(), key, True)
    assert on["phone"].logs == (LOG,)
    off = change_of(Settings(**on), key, False)
    assert off["phone"].logs == ()
