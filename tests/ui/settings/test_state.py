"""The Settings page as a value."""

from dataclasses import replace

from app.domain.rollout import Rollout
from app.wording.words import Words
from tests.support.settings_pages import CHOSEN, PAGES, USUAL, page_of
from ui.settings.rows import Choice, Row, Switch, Written
from ui.settings.seen import AtLogin
from ui.settings.state import settings_lines, settings_state


def rows_of(words: Words, name: str) -> dict[str, Row]:
    return {row.key: row for section in page_of(words, name).sections for row in section.rows}


def test_sections_stand_in_their_order(words: Words) -> None:
    assert [section.key for section in page_of(words).sections] == [
        "general", "me", "live", "dialling", "logs", "warnings", "notices", "quiet", "working",
        "privacy", "data", "connection", "updates", "diagnostics",
    ]  # fmt: skip


def test_every_row_has_a_key_of_its_section_and_no_other_has_it(words: Words) -> None:
    for name in PAGES:
        page = page_of(words, name)
        keys = [(section.key, row.key) for section in page.sections for row in section.rows]
        assert all(key.startswith(f"{section}.") for section, key in keys)
        assert len(set(keys)) == len(keys)


def test_the_plans_word_stands_beside_my_own(words: Words) -> None:
    row = rows_of(words, "chosen")["warnings.minutes"]
    assert row.note == "Empty: as the plan says, at 100."
    assert row.control == Written("1,200", hint="100", unit="minutes", most=9, narrow=True)


def test_hours_are_asked_for_only_where_it_is_quiet(words: Words) -> None:
    assert "quiet.hours" not in rows_of(words, "usual")
    assert "quiet.hours" in rows_of(words, "chosen")


def test_the_next_holiday_proves_the_region(words: Words) -> None:
    row = rows_of(words, "chosen")["working.holidays"]
    assert isinstance(row.control, Choice)
    assert dict(row.control.options)["DE-BE"] == "Germany, Berlin"
    assert row.note == "The next one is on 25 Dec 2026."


def test_a_region_that_is_not_known_stays_chosen(words: Words) -> None:
    seen = replace(USUAL, settings=replace(USUAL.settings, holidays="XX"))
    page = settings_state(words, seen)
    (row,) = (r for s in page.sections for r in s.rows if r.key == "working.holidays")
    assert isinstance(row.control, Choice)
    assert ("XX", "XX") in row.control.options


def test_what_was_refused_says_why_at_its_row(words: Words) -> None:
    rows = rows_of(words, "chosen")
    assert rows["me.phone"].problem == CHOSEN.problems["me.phone"]
    assert [key for key, row in rows.items() if row.problem] == ["me.phone"]


def test_nothing_about_me_can_be_changed_before_it_is_known(words: Words) -> None:
    rows = rows_of(words, "unread")
    assert not any(row.enabled for key, row in rows.items() if key.startswith("me."))
    assert "general.login" not in rows


def test_without_a_tray_closing_says_that_it_ends_the_program(words: Words) -> None:
    assert "shows no tray" in rows_of(words, "trayless")["general.tray"].note


def general(words: Words, rollout: Rollout, language: str = "") -> dict[str, Row]:
    settings = replace(USUAL.settings, language=language)
    page = settings_state(words, replace(USUAL, settings=settings, rollout=rollout))
    return {row.key: row for row in page.sections[0].rows}


def test_what_the_company_chose_says_so_until_the_person_chooses(words: Words) -> None:
    decided = Rollout(language="de_AT", start_at_login=False)
    rows = general(words, decided)
    note = "Chosen by your company, until you choose."
    assert isinstance(rows["general.language"].control, Choice)
    assert rows["general.language"].control.chosen == "de"
    assert rows["general.language"].note == note
    assert rows["general.login"].note.endswith(note)
    own = general(words, replace(decided, start_at_login=True), language="system")
    assert isinstance(own["general.language"].control, Choice)
    assert (own["general.language"].control.chosen, own["general.language"].note) == ("system", "")
    assert note not in own["general.login"].note


def test_an_entry_at_login_that_leads_nowhere_says_so(words: Words) -> None:
    known = replace(USUAL.known, at_login=AtLogin(on=False, broken=True))
    page = settings_state(words, replace(USUAL, known=known))
    (row,) = (r for s in page.sections for r in s.rows if r.key == "general.login")
    assert row.control == Switch(on=False)
    assert "no longer there" in row.note


def test_my_own_numbers_are_whole_where_others_are_masked(words: Words) -> None:
    page = settings_state(words.masking(masked=True), CHOSEN)
    (row,) = (r for s in page.sections for r in s.rows if r.key == "me.phone")
    assert row.control == Written("+1 415 555 0188", hint="+14155550188", most=40)


def test_every_row_can_be_looked_up_by_a_name(words: Words) -> None:
    lines = dict(settings_lines(words))
    assert lines["privacy.mask"] == "Privacy: Hide the middle of numbers"
    assert set(rows_of(words, "chosen")) <= set(lines)
