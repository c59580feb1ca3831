"""What the dialogs of erasing say: whom it is about, what goes, what stays."""

from app.wording.words import Words
from ui.erasing.state import (
    ask_state,
    contact_preview,
    erased_sentence,
    keep_state,
    old_preview,
)


def test_the_question_says_what_goes_and_what_stays(words: Words) -> None:
    state = ask_state(words)
    assert "from the backups here" in state.reason
    assert "What was counted stays." in state.reason


def test_a_preview_names_numbers_names_and_files(words: Words) -> None:
    answer = {
        "entries": 3, "numbers": ["+12125550123"], "names": ["Ada"], "shared": ["Reception"],
        "files": ["ledger-20261121-130500.db"],
    }  # fmt: skip
    state = contact_preview(words, "Ada", answer)
    assert state.title == "Erase Ada?"
    assert state.lines == (
        "3 entries are of this contact.",
        "Numbers: +1 212 555 0123",
        "Names: Ada",
        "Others have this name too, and theirs stays: Reception",
        "Also in: ledger-20261121-130500.db",
    )
    assert (state.erase, state.sure) == ("Erase…", "Erase for good")


def test_of_many_names_the_first_few_are_told(words: Words) -> None:
    names = [f"Ada {number}" for number in range(8)]
    state = contact_preview(words, "Ada", {"entries": 8, "names": names})
    assert state.lines[1] == "Names: Ada 0, Ada 1, Ada 2, Ada 3, Ada 4 and 3 more"


def test_where_nothing_is_found_nothing_can_be_erased(words: Words) -> None:
    state = contact_preview(words, "Ada", {"entries": 0, "files": []})
    assert state.lines == ("Nothing in the ledger or beside it is of Ada.",)
    assert (state.erase, state.sure, state.cancel) == ("", "", "Close")


def test_a_contact_that_only_a_backup_still_holds_can_be_erased(words: Words) -> None:
    assert contact_preview(words, "Ada", {"entries": 0, "files": ["ledger-1.db"]}).erase


def test_old_entries_are_counted_from_a_day_of_the_own_zone(words: Words) -> None:
    answer = {"entries": 2, "before": "2026-05-21T22:00:00Z"}
    state = old_preview(words, 6, answer, "Europe/Berlin")
    assert state.title == "Keep numbers for 6 months?"
    assert state.lines[0].startswith("2 entries from before 22 May 2026 lose their numbers")


def test_a_time_that_no_entry_has_reached_can_be_chosen_too(words: Words) -> None:
    state = old_preview(words, 24, {"entries": 0, "before": "2024-11-21T00:00:00Z"}, "UTC")
    assert state.lines[0] == "No entry is that old yet."
    assert state.erase


def test_a_length_that_was_set_elsewhere_is_offered_too(words: Words) -> None:
    state = keep_state(words, 9)
    assert [months for months, _ in state.choices] == [0, 24, 12, 9, 6, 3]
    assert [name for _, name in state.choices][:2] == ["ever", "24 months"]


def test_what_could_not_be_cleaned_is_said(words: Words) -> None:
    assert erased_sentence(words, {"entries": 1}) == (
        "Erased from 1 entry; every total is as it was."
    )
    said = erased_sentence(words, {"entries": 2, "uncleaned": ["ledger.db"]})
    assert said.endswith(
        "Not everything could be cleaned yet: ledger.db. It is tried again at the next start."
    )


def test_copies_that_nobody_can_read_are_named_apart(words: Words) -> None:
    said = erased_sentence(words, {"entries": 2, "uncleaned": ["a.db"], "damaged": ["a.db"]})
    assert "tried again" not in said
    assert said.endswith("from them: a.db. Remove them yourself if they may hold it.")
    preview = contact_preview(words, "Ada", {"entries": 2, "damaged": ["a.db"]})
    assert preview.lines[-1].startswith("These copies are damaged")
