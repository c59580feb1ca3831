"""What a later record changed of a call that was seen live."""

from pathlib import Path
from typing import Any

import pytest

from app.actions.explain import explain
from app.actions.live_calls import gone
from app.domain.call_report import Happening
from app.domain.event import Call, Source
from app.domain.instant import SECOND, Instant
from app.ledger.ledger import Ledger
from app.wording.language import Language
from app.wording.receipts import receipt_text
from app.wording.words import Words, words_in
from tests.support.ledgers import call, keep, ledger_with, receipts
from tests.support.seen_live import FAR, beat, see, tell

START = 1_795_303_840
PLAN = "hubspot-starter"


@pytest.fixture
def words() -> Words:
    return words_in(Language())


def _said(start: int, seconds: float, **said: Any) -> Call:
    source: dict[str, Any] = {"source": Source("hubspot", "1"), "far": FAR}
    return call(Instant((START + start) * SECOND), seconds=seconds, **{**source, **said})


def _told(ledger: Ledger, words: Words, provider: str = "hubspot") -> str:
    (entry,) = (each.id for each in receipts(ledger) if each.fact.source.provider == provider)
    return receipt_text(words, explain(ledger, entry)).sentence


def test_a_provider_that_says_less_is_shown_beside_what_was_seen(
    tmp_path: Path, words: Words
) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 2, START + 124, "id-of-the-call", source="baresip")
        keep(ledger, _said(2, 119, call_id="id-of-the-call"))
        assert _told(ledger, words).endswith(
            "Seen live by baresip: 2:02, 3 minutes. "
            "By HubSpot it was 1:59, 2 minutes, and that counts."
        )


def test_where_a_person_would_miss_nothing_nothing_is_said(tmp_path: Path, words: Words) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 2, START + 62.4)
        keep(ledger, _said(0, 60.9))
        assert "Seen live" not in _told(ledger, words)


def test_an_estimate_is_called_one(tmp_path: Path, words: Words) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        tell(ledger, Happening.START, START, "id-of-the-call", source="baresip")
        gone(ledger, "baresip", beat(START + 700))
        keep(ledger, _said(0, 118))
        assert (
            "Seen live by baresip, but its end was estimated: 11:40, 12 minutes. "
            "By HubSpot it was 1:58, 2 minutes, and that counts."
        ) in _told(ledger, words)


def test_another_number_is_told(tmp_path: Path, words: Words) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 2, START + 62, "id-of-the-call", number="+12125550123")
        keep(ledger, _said(2, 60, call_id="id-of-the-call"))
        assert "Live its number was +1 212 555 0123." in _told(ledger, words)


def test_another_day_is_told(tmp_path: Path, words: Words) -> None:
    midnight = 1_796_079_600 - START
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START + midnight - 5, START + midnight + 5, START + midnight + 65)
        keep(ledger, _said(midnight - 5, 60))
        sentence = _told(ledger, words)
        assert "Live it began on 1 Dec 2026; it counts on 30 Nov 2026." in sentence


@pytest.mark.parametrize("kept", ["hook", "linphone"])
def test_copies_say_only_what_counts_for_them(tmp_path: Path, words: Words, kept: str) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 2, START + 124, "id-of-the-call")
        keep(ledger, _said(2, 119, call_id="id-of-the-call"))
        keep(ledger, _said(2, 119, call_id="id-of-the-call", source=Source("linphone")))
        assert _told(ledger, words, kept).startswith("The same call as entry")
        assert "Seen live" not in _told(ledger, words, kept)


def test_calls_of_a_record_alone_were_not_seen(tmp_path: Path, words: Words) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        keep(ledger, _said(2, 119), _said(2, 119, source=Source("linphone")))
        assert "Seen live" not in _told(ledger, words)
