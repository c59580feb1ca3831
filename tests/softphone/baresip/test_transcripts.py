"""What real softphones said, word by word, through codec and events into a ledger.

One file for each scenario (`tests/data/SOURCES.md`): baresip 1.0.0 as the agent's phone.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.call_report import CallList, Guess, Heard
from app.domain.event import Direction
from app.ledger.ledger import Ledger
from app.ledger.live_guesses import all_guesses
from app.softphone.baresip.conversation import Conversation
from app.softphone.baresip.message import read_message
from app.softphone.baresip.netstring import Deframer, framed
from app.softphone.baresip.roster import Roster
from app.softphone.baresip.seeking import Seeking
from app.softphone.baresip.visit import End
from tests.support.contracts import ROOT
from tests.support.folding import fold, recorded, still_open
from tests.support.heard import beat
from tests.support.ledgers import ledger_with

DATA = ROOT / "tests" / "data" / "softphones"
#: The tokens of those who wrote the transcripts, and the commands they stood for.
_COMMANDS = {"l1": "listcalls", "s1": "callstat", "r1": "reginfo"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_with(tmp_path) as ledger:
        yield ledger


class Replay:
    """Plays a transcript as if it came over the line just now."""

    def __init__(self, tell: Callable[[Heard], None]) -> None:
        self._tell, self._roster = tell, Roster()
        self._seeking = Seeking("127.0.0.1:4444")
        self._connect()

    def play(self, name: str) -> None:
        for row in json.loads((DATA / f"{name}.json").read_text())["agent"]:
            self._row(row["msg"], row["wall"])

    def _connect(self) -> None:
        self._talk, self._frames = Conversation(self._roster), Deframer()

    def _row(self, message: dict[str, Any], wall: float) -> None:
        if "_eof" in message:
            self._tell(self._seeking.ended(End.BROKEN, beat(wall)).news)
            self._tell(self._seeking.unreached(beat(wall + 1)).news)
        elif "_socket_error" in message:
            self._connect()
            self._talk.ask()
        elif "_note" not in message:
            self._message(message, wall)

    def _message(self, message: dict[str, Any], wall: float) -> None:
        message["token"] = _COMMANDS.get(message.get("token", ""), "")
        stream = framed(json.dumps(message).encode())
        for place in range(0, len(stream), 7):
            for payload in self._frames.feed(stream[place : place + 7]):
                for heard in self._talk.take(read_message(payload), beat(wall)).heard:
                    self._tell(heard)


@pytest.mark.parametrize(
    ("scenario", "direction", "talk_ms"),
    [
        ("out_answered_agent_hangs_up", Direction.OUTBOUND, 3008),
        ("out_answered_by_sipp_uas", Direction.OUTBOUND, 2009),
        ("out_remote_hangs", Direction.OUTBOUND, 1009),
        ("out_rejected", Direction.OUTBOUND, 0),
        ("out_nobody", Direction.OUTBOUND, 0),
        ("in_answered", Direction.INBOUND, 1514),
        ("in_missed", Direction.INBOUND, 0),
        ("in_declined", Direction.INBOUND, 0),
        ("monitor_reconnect", Direction.OUTBOUND, 2913),
    ],
)
def test_each_call_becomes_the_record_it_was(
    ledger: Ledger, scenario: str, direction: Direction, talk_ms: int
) -> None:
    Replay(lambda heard: fold(ledger, heard)).play(scenario)
    [call] = recorded(ledger)
    assert (call.source.provider, call.direction, call.far) == ("baresip", direction, "+15550100")
    assert call.talk_us // 1000 == talk_ms
    assert len(call.call_id) == 16
    assert still_open(ledger) == []
    with ledger.reading() as snapshot:
        assert all_guesses(snapshot.connection) == {}


def test_a_call_whose_softphone_was_killed_ends_when_its_line_broke(ledger: Ledger) -> None:
    Replay(lambda heard: fold(ledger, heard)).play("softphone_killed")
    [call] = recorded(ledger)
    assert call.talk_us // 1000 == 1009
    assert still_open(ledger) == []
    with ledger.reading() as snapshot:
        assert list(all_guesses(snapshot.connection).values()) == [Guess.SOFTPHONE_GONE]


def test_a_call_that_went_on_during_a_break_is_listed_with_its_id_and_direction() -> None:
    heard: list[Heard] = []
    Replay(heard.append).play("monitor_reconnect")
    [told] = [each for each in heard if isinstance(each, CallList)]
    [listed] = told.calls
    assert (len(listed.id), listed.direction, listed.talked_us) == (
        16,
        Direction.OUTBOUND,
        2_000_000,
    )
    assert told.whole


def test_a_line_that_is_taken_says_nothing_of_any_call(ledger: Ledger) -> None:
    Replay(lambda heard: fold(ledger, heard)).play("two_clients")
    assert recorded(ledger) == []


def test_every_transcript_is_played() -> None:
    source = Path(__file__).read_text()
    assert [each.stem for each in DATA.glob("*.json") if f'"{each.stem}"' not in source] == []
