"""A softphone that opens addresses, and the real window that counts with its calls."""

import json
import socket
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from pytestqt.qtbot import QtBot

from app.domain.call_report import Contact
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.plan import MeterKind
from tests.journeys.conftest import HandClock, OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from ui.desk.desk import Desk

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(180),
    pytest.mark.usefixtures("memory_keyring"),
]
ADA = "+12125550123"


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def contact(desk: Desk) -> Contact:
    news = desk.live.calls.sources.news.get("hook")
    return news.contact if news else Contact.OFF


def opened(port: int, token: str, what: str, **words: str) -> int:
    """Open an address as a softphone does; gives the status of the answer."""
    client = HTTPConnection("127.0.0.1", port, timeout=30)
    client.request("GET", f"/hook/{what}?{urlencode({'token': token, **words})}")
    status = client.getresponse().status
    client.close()
    return status


def used(seat: Seat) -> int:
    meter = seat.meter(MeterKind.MINUTES)
    return meter.used if meter else -1


def test_a_call_that_is_reported_by_address_counts_and_is_recorded(
    qtbot: QtBot,
    open_window_of: OpenOf,
    folder: Path,
    console: Console,
    clock: HandClock,
    free_port: int,
) -> None:
    settings = {"welcomed": True, "phone": {"hook": True, "hook_port": free_port}}
    folder.mkdir(exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    console.done("plan", "use", "hubspot-professional")
    seat = Seat(qtbot, desk_of(open_window_of(folder)))
    seat.wait(lambda: contact(seat.desk) is Contact.LISTENING)
    shown = console.done("hook", "address", "--json").json
    assert shown["on"]
    port, token = free_port, shown["token"]

    assert opened(port, "guessed", "ring", number=ADA) == 401
    assert opened(port, token, "ring", number=ADA, id="first-call", direction="out") == 204
    assert opened(port, token, "start", number=ADA, id="first-call") == 204
    seat.wait(lambda: seat.desk.figures.view and seat.desk.figures.view.status.live)
    clock.at = Instant(clock.at + 2 * MINUTE + 41 * SECOND)
    assert opened(port, token, "end", id="first-call") == 204
    seat.wait(lambda: used(seat) == 3)

    (entry,) = console.done("list", "--json").json["entries"]
    facts = entry["facts"]
    assert (facts["far"], facts["seconds"], facts["call_id"]) == (ADA, "161", "first-call")
