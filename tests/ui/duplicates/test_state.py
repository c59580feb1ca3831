"""What the page of possible duplicates says."""

from dataclasses import replace
from typing import Any

from app.domain.duplicates import Duplicate, Duplicates
from app.domain.event import Call, Leg, Source
from app.domain.instant import SECOND, Instant
from app.domain.money import Money, parse_amount
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Receipt
from app.domain.twins import Rule, State
from app.wording.words import Words
from tests.support.ledgers import NOW, call
from ui.duplicates.state import SHOWN, duplicates_state, row_state


def _receipt(number: int, fact: Call, **said: Any) -> Receipt:
    plain = Receipt(str(number), fact, "Jana", None, 0, (), Outcome.NOT_COUNTED)
    return replace(plain, **said)


def pair(number: int = 1, rule: Rule = Rule.SEVERAL) -> Duplicate:
    """Make a call of four minutes as Twilio and MicroSIP report it."""
    amount = parse_amount("0.056")
    assert amount is not None
    leg = Leg(184 * SECOND, "+14155550100", "+12125550123", "CA1", Money(amount, "USD"))
    twilio = call(seconds=184, source=Source("twilio"), legs=(leg,))
    log = call(Instant(NOW + 2 * SECOND), seconds=184, source=Source("microsip"), agent="Jana")
    return Duplicate(
        _receipt(2 * number, twilio, kind=MeterKind.MINUTES, quantity=4, outcome=Outcome.INCLUDED),
        _receipt(2 * number + 1, log),
        State.POSSIBLE,
        rule,
    )


def found(*pairs: Duplicate) -> Duplicates:
    counts = {each.alike: sum(p.alike == each.alike for p in pairs) for each in pairs}
    return Duplicates(pairs, counts)


def test_both_entries_stand_beside_each_other(words: Words) -> None:
    (shown,) = duplicates_state(words, found(pair())).pairs
    assert shown.heads == ("Twilio", "MicroSIP")
    assert shown.ids == (2, 3)
    rows = {label: (kept, copy) for label, kept, copy in shown.rows}
    assert rows["When"] == ("21 Nov 13:05:00", "21 Nov 13:05:02")
    assert rows["Length"] == ("3 min 04 s", "3 min 04 s")
    assert rows["Legs"] == ("1", "–")
    assert rows["Person"] == ("–", "Jana")
    assert rows["Counts"] == ("4 min", "–")
    assert "0.056" in rows["Price"][0]


def test_a_pair_is_told_in_one_sentence(words: Words) -> None:
    (shown,) = duplicates_state(words, found(pair())).pairs
    assert shown.spoken.startswith("Several calls agree. Twilio, 21 Nov 13:05:00")


def test_pairs_alike_can_be_decided_at_once(words: Words) -> None:
    state = duplicates_state(words, found(pair(1), pair(2), pair(3, Rule.TAIL)))
    assert [each.like_this for each in state.pairs] == ["Decide all 2 like this"] * 2 + [""]


def test_of_many_pairs_the_first_are_shown(words: Words) -> None:
    state = duplicates_state(words, found(*map(pair, range(SHOWN + 3))))
    assert (len(state.pairs), state.more) == (SHOWN, "3 more pairs.")


def test_without_pairs_it_says_why(words: Words) -> None:
    state = duplicates_state(words, found())
    assert state.sentence.startswith("Nothing to decide.")


def test_the_row_shows_only_while_there_is_something_to_decide(words: Words) -> None:
    assert row_state(words, 0) is None
    row = row_state(words, 3)
    assert row is not None
    assert row.sentence == "3 possible duplicates."
