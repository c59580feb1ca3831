"""What the dialog of corrections asks, and what is made of the answers."""

from typing import Any

from app.domain.correction import Common, PlanName, Preview, Wish
from app.domain.event import Method
from app.domain.plan import Line
from app.wording.words import Words
from ui.corrections.state import KEEP, SOURCE, correction_state, preview_sentence, wish_of

_VALUES = {"method": "browser", "agent": "Jana", "counts_toward": "", "name": "A", "note": ""}
_PLAN = PlanName("hubspot-professional", "HubSpot Professional", Line.CALLS)


def common(entries: int = 1, **values: Any) -> Common:
    return Common(entries, {**_VALUES, "tags": "", **values}, ("Jana", "Omar"), (_PLAN,), ("warm",))


def fields(words: Words, found: Common, only: str = "") -> dict[str, Any]:
    return {each.name: each for each in correction_state(words, found, only).fields}


def test_one_entry_shows_what_it_holds(words: Words) -> None:
    found = fields(words, common())
    assert [found[name].value for name in ("method", "agent", "name")] == ["browser", "Jana", "A"]


def test_where_entries_differ_the_first_answer_keeps_them(words: Words) -> None:
    method = fields(words, common(3, method=None))["method"]
    assert (method.value, method.options[0].label) == (KEEP, "Keep as is")


def test_tags_that_differ_are_added_and_removed(words: Words) -> None:
    assert list(fields(words, common(2, tags=None), "tags")) == ["add_tags", "remove_tags"]


def test_a_note_alone_can_be_asked_for(words: Words) -> None:
    state = correction_state(words, common(), "note")
    assert (state.title, [field.name for field in state.fields]) == ("Note", ["note"])


def test_answers_become_a_wish() -> None:
    answers = {"method": "phone", "counts_toward": "hubspot-professional", "add_tags": "x"}
    assert wish_of(common(), answers) == Wish(
        method=Method.PHONE, counts_toward="hubspot-professional", line=Line.CALLS, add_tags="x"
    )


def test_what_the_source_says_is_asked_back() -> None:
    wish = wish_of(common(), {"method": SOURCE, "agent": KEEP, "note": ""})
    assert wish == Wish(as_reported=frozenset({"method"}), note="")


def test_a_preview_is_told_in_minutes(words: Words) -> None:
    assert preview_sentence(words, Preview(3, 12, 24)) == "3 entries: 12 min become 24 min."
    assert preview_sentence(words, Preview(0, 4, 4)) == "This changes nothing."
    assert preview_sentence(words, Preview(1, 4, 4)).endswith("stay as they are.")
    assert preview_sentence(words, None) == ""
