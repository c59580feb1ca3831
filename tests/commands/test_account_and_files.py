"""A month that comes as a file and by connection counts once, whichever comes first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.domain.event import Call, Direction, Text
from app.domain.instant import SECOND, iso, moment
from tests.support.console import Console
from tests.support.exports import (
    AIRCALL_CALLS,
    HUBSPOT_CALLS,
    TWILIO_CALLS,
    Row,
)
from tests.support.keyrings import MemoryKeyring
from tests.support.providers import aircall_company, twilio_company
from tests.support.providers.hubspot import KEY, hubspot
from tests.support.providers.hubspot_truth import truth
from tests.support.providers.place import placed
from tests.support.records import table

_NOW = twilio_company.NOON
_RECORDS = 40


@dataclass
class Month:
    """An account on loopback, how to connect it, and the file its provider makes of it."""

    server: Any
    words: tuple[str, ...]
    stdin: str
    header: Sequence[str]
    rows: Sequence[Row]


def _hubspot() -> Month:
    server = hubspot(lambda: _NOW / SECOND)
    server.book.add(_RECORDS, days=20)

    def row(call: Call) -> Row:
        seconds = call.talk_us // SECOND
        length = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        status = "Completed" if call.talk_us else "No answer"
        own, far = (call.own, call.far) if _is_outbound(call) else (call.far, call.own)
        way = call.direction.value.capitalize()
        began = str(moment(call.start))[:16]
        return (call.external_id, began, way, length, own, far, status, call.agent)

    agents = {each.id: f"{each.first} {each.last}" for each in server.owners}
    facts = truth(server.book, str(server.portal), agents).values()
    rows = [row(fact) for fact in facts if isinstance(fact, Call)]
    return Month(server, ("hubspot",), KEY, HUBSPOT_CALLS, rows)


def _aircall() -> Month:
    book = aircall_company.filled(aircall_company.company(), _RECORDS, days=20)
    server = aircall_company.served(book)

    def row(call: Call) -> Row:
        cells = dict.fromkeys(AIRCALL_CALLS, "")
        own, far = call.own.removeprefix("+"), call.far.removeprefix("+")
        cells |= {
            "datetime (utc)": str(moment(call.start))[:19], "direction": call.direction.value,
            "from": own if _is_outbound(call) else far, "to": far if _is_outbound(call) else own,
            "aircall number": own, "customer number": far,
            "answered": "Yes" if call.talk_us else "No", "user": call.agent,
            "duration (in call)": str(call.talk_us // SECOND),
            "call id (internal)": call.external_id,
        }  # fmt: skip
        return tuple(cells.values())

    rows = [row(fact) for fact in book.truth(book.company, aircall_company.NOON).values()]
    return Month(server, ("aircall",), "key-id\nkey-token", AIRCALL_CALLS, rows)


def _is_outbound(fact: Call | Text) -> bool:
    return fact.direction is Direction.OUTBOUND


def _twilio() -> Month:
    server = twilio_company.customer(lambda: _NOW)
    account = server.accounts[twilio_company.SID]
    twilio_company.fill(account, _RECORDS, days=20)

    def row(sid: str) -> Row:
        told = account.calls.told(sid, account.sid, _NOW)
        price = told["price"] or ""
        return (
            *(account.sid, sid, told["parent_call_sid"] or "", told["from"], told["to"]),
            *(told["status"], told["direction"], told["start_time"], told["end_time"]),
            *(told["duration"], price, told["price_unit"]),
        )

    words = ("twilio", "--account", twilio_company.SID)
    rows = [row(sid) for sid in account.calls.by_sid]
    return Month(server, words, twilio_company.TOKEN, TWILIO_CALLS, rows)


@pytest.fixture(params=[_hubspot, _aircall, _twilio], ids=["hubspot", "aircall", "twilio"])
def month(request: pytest.FixtureRequest) -> Month:
    make: Callable[[], Month] = request.param
    return make()


@dataclass
class Desk:
    """A folder of its own in which the same month may be read in any order."""

    console: Console
    month: Month

    def connect(self) -> None:
        with placed(self.month.server) as place:
            words = (*self.month.words, "--base-url", place.address)
            self.console.done("account", "add", *words, stdin=self.month.stdin.encode())
            self.console.done("sync")

    def read_file(self) -> None:
        path = table(self.console.folder.parent / "month.csv", self.month.header, *self.month.rows)
        self.console.done("import", path)

    def figures(self) -> tuple[list[tuple[Any, ...]], int]:
        meters = self.console.done("status", "--agent", "all", "--json").json["meters"]
        used = [(each["id"], each["agent"], each["used"]) for each in meters]
        entries = self.console.done("verify", "--json").json["entries"]
        return used, entries


@pytest.fixture
def desks(tmp_path: Path, month: Month, memory_keyring: MemoryKeyring) -> Callable[[], Desk]:
    numbers = iter(range(9))

    def make() -> Desk:
        console = Console(
            tmp_path / str(next(numbers)) / "folder", {"TALKTALLY_NOW": iso(_NOW), "TZ": "UTC"}
        )
        console.folder.mkdir(parents=True)
        console.done("plan", "use", "hubspot-professional", "aircall-us-ca")
        return Desk(console, month)

    return make


def test_a_month_counts_once_whichever_way_it_comes_first(desks: Callable[[], Desk]) -> None:
    synced, before, after = desks(), desks(), desks()
    synced.connect()
    before.read_file()
    before.connect()
    after.connect()
    after.read_file()
    assert before.figures() == synced.figures()
    assert after.figures() == synced.figures()
