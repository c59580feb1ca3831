"""What the rows of softphones say, and what can be done about each."""

from app.domain.beat import Beat
from app.domain.call_report import Contact, Guess, SourceNews, UnsureEnd
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.domain.problem import EnvironmentProblem, LedgerProblem
from app.wording.words import Words
from tests.support.meters import NOW
from ui.softphones.state import PhonesTold, phone_rows
from ui.widgets.acting_row_state import ActingRowState

ANNA = UnsureEnd(7, "+12125550123", "Anna", NOW, 12 * MINUTE, Guess.SOFTPHONE_GONE)


def rows(words: Words, **told: object) -> list[ActingRowState]:
    return phone_rows(words, PhonesTold(**told), NOW, "UTC")  # type: ignore[arg-type]  # its own fields


def news(contact: Contact, source: str = "baresip", reason: str = "") -> SourceNews:
    return SourceNews(source, contact, Beat(NOW), "127.0.0.1:4444", reason)


def test_nothing_is_told_of_softphones_that_are_well(words: Words) -> None:
    for contact in (Contact.LISTENING, Contact.SEEKING, Contact.ABSENT, Contact.OFF):
        assert rows(words, news=(news(contact),)) == []


def test_an_estimated_end_says_who_when_how_long_and_why(words: Words) -> None:
    (row,) = rows(words, unsure=(ANNA,))
    assert row.headline.startswith("The end of the call with Anna at ")
    assert row.headline.endswith(" was estimated: 12 min.")
    assert row.detail == "The softphone ended during the call."
    assert [key for key, _ in row.acts] == ["right", "correct", "later"]
    assert row.about == "7"


def test_every_guess_has_its_own_words(words: Words) -> None:
    told = {rows(words, unsure=(ANNA._replace(guess=guess),))[0].detail for guess in Guess}
    assert len(told) == len(Guess)


def test_an_end_of_another_day_says_the_day(words: Words) -> None:
    before = ANNA._replace(start=Instant(NOW - DAY))
    (row,) = rows(words, unsure=(before,))
    assert " Nov " in row.headline


def test_a_call_of_a_moment_is_told_in_whole_seconds(words: Words) -> None:
    (row,) = rows(words, unsure=(ANNA._replace(talk_us=1, number="", name=""),))
    assert row.headline.endswith("was estimated: 1 s.")
    (row,) = rows(words, unsure=(ANNA._replace(talk_us=61 * SECOND + 5),))
    assert row.headline.endswith("was estimated: 1 min 01 s.")


def test_a_call_that_only_rang_has_no_length(words: Words) -> None:
    (row,) = rows(words, unsure=(ANNA._replace(talk_us=0),))
    assert row.headline.endswith("was estimated: 0 s.")


def test_masked_numbers_stay_masked(words: Words) -> None:
    (row,) = rows(words.masking(masked=True), unsure=(ANNA._replace(name=""),))
    assert "5550123" not in row.headline.replace(" ", "")


def test_only_some_ends_are_asked_about_at_once(words: Words) -> None:
    assert len(rows(words, unsure=(ANNA,) * 9)) == 3


def test_a_taken_line_can_be_taken_back(words: Words) -> None:
    (row,) = rows(words, news=(news(Contact.TAKEN),))
    assert row.headline == "Another program listens to baresip now."
    assert row.acts == (("take_back", "Take back"),)


def test_a_lost_line_is_told_only_in_a_call(words: Words) -> None:
    lost = news(Contact.LOST)
    assert rows(words, news=(lost,)) == []
    (row,) = rows(words, news=(lost,), calling={"baresip"})
    assert row.headline.startswith("baresip has not answered since ")


def test_what_cannot_be_listened_to_says_why(words: Words) -> None:
    (row,) = rows(words, news=(news(Contact.REFUSED, reason="What answers is not baresip."),))
    assert row.detail == "What answers is not baresip."
    locked = EnvironmentProblem("The keyring is locked.")
    refused = news(Contact.REFUSED, "hook")
    (row,) = rows(words, news=(refused,), problems={"hook": locked})
    assert row.detail == "The keyring is locked."
    assert "the local address for softphones" in row.headline


def test_a_ledger_that_takes_nothing_comes_first(words: Words) -> None:
    trouble = LedgerProblem("The ledger is locked.")
    first, _ = rows(words, trouble=trouble, unsure=(ANNA,))
    assert first.detail == "The ledger is locked."
