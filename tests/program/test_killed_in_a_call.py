"""The window as a process, killed in the middle of a call: the next one goes on with it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.support.console import Console
from tests.support.fake_softphone import FakeSoftphone
from tests.support.program import started

pytestmark = [pytest.mark.program, pytest.mark.timeout(240)]
ANNA = "+12125550123"
_TRIES, _PAUSE_SECONDS = 1_200, 0.05


@pytest.fixture
def softphone() -> Iterator[FakeSoftphone]:
    made = FakeSoftphone()
    yield made
    made.die()


@pytest.fixture
def console(tmp_path: Path, softphone: FakeSoftphone) -> Console:
    folder = tmp_path / "talktally"
    folder.mkdir()
    phone = {"baresip": True, "baresip_at": softphone.place}
    (folder / "settings.json").write_text(json.dumps({"welcomed": True, "phone": phone}))
    console = Console(folder, {"TZ": "UTC"})  # at the time of the window
    console.done("plan", "use", "hubspot-professional")
    return console


def test_a_call_goes_on_after_the_window_was_killed(
    softphone: FakeSoftphone, console: Console
) -> None:
    kill_in_a_call(softphone, console)
    with started(console.folder) as window:
        until(softphone.is_heard)
        until(lambda: states(console) == ["talking"])
        softphone.hang_up("a1")
        until(lambda: recorded(console))
        window.terminate()
        window.wait()
    assert [entry["facts"]["far"] for entry in recorded(console)] == [ANNA]
    assert console.done("live", "--json").json["unsure"] == []


def test_a_call_that_ended_meanwhile_is_asked_about(
    softphone: FakeSoftphone, console: Console
) -> None:
    kill_in_a_call(softphone, console)
    softphone.hang_up("a1")
    with started(console.folder) as window:
        until(lambda: recorded(console))
        window.terminate()
        window.wait()
    (unsure,) = console.done("live", "--json").json["unsure"]
    assert unsure["end_estimated"] == "not_listed"


def kill_in_a_call(softphone: FakeSoftphone, console: Console) -> None:
    """Kill a window that follows a call; its softphone loses the line and keeps the call."""
    with started(console.folder) as window:
        until(softphone.is_heard)
        softphone.ring("a1", ANNA)
        softphone.answer("a1", ANNA)
        until(lambda: states(console) == ["talking"])
        window.kill()
        window.wait()
    softphone.drop()


def states(console: Console) -> list[str]:
    return [call["state"] for call in console.done("live", "--json").json["calls"]]


def recorded(console: Console) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = console.done("list", "--json").json["entries"]
    return found


def until(holds: Callable[[], object]) -> None:
    """Look again until something holds that another process does."""
    never = Event()
    for _ in range(_TRIES):
        if holds():
            return
        never.wait(_PAUSE_SECONDS)
    raise AssertionError
