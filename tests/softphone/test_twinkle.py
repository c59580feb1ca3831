"""Real calls of a real Twinkle, told by its hooks as they happen and by its own log afterwards."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from threading import Event
from typing import Any

import pytest

from tests.support import sip_callers
from tests.support.console import Console
from tests.support.tools import needs_tool
from tests.support.twinkle import Twinkle, answering, caller, our_hook, twinkle

pytestmark = [
    needs_tool("twinkle-console", "sipp"),
    pytest.mark.program,
    pytest.mark.timeout(240),
]
CALLERS = ("+14155550101", "+14155550102", "+14155550103", "+14155550104")
CALLED = "+14155550111"
_TRIES, _PAUSE_SECONDS = 600, 0.05


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> tuple[Console, Path]:
    """Five calls of one Twinkle: what its hooks made of them, and its own log."""
    place = tmp_path_factory.mktemp("twinkle")
    console = Console(place / "folder", {"TZ": "UTC"})
    with twinkle(place / "home", our_hook(console.folder)) as agent:
        _come_in(agent, place, console)
        _go_out(agent, place, console)
        agent.quit()
    return console, agent.log


def _come_in(agent: Twinkle, place: Path, console: Console) -> None:
    with caller(sip_callers.hangs_up(place, CALLERS[0], milliseconds=3000), agent.port):
        agent.wait_for("incoming call")
        agent.say("answer")
        agent.wait_for("far end ended call")
    with caller(sip_callers.is_hung_up_on(place, CALLERS[1]), agent.port):
        agent.wait_for("incoming call")
        agent.say("answer")
        agent.wait_for("call established")
        _is_talking(console, CALLERS[1])
        agent.say("bye")
        agent.wait_for("call ended")
    with caller(sip_callers.gives_up(place, CALLERS[2], milliseconds=300), agent.port):
        agent.wait_for("incoming call")
    with caller(sip_callers.is_turned_away(place, CALLERS[3], 486), agent.port):
        agent.wait_for("incoming call")
        agent.say("reject")


def _go_out(agent: Twinkle, place: Path, console: Console) -> None:
    _are_recorded(console, len(CALLERS))
    with answering(sip_callers.answers(place)) as port:
        agent.say(f"call sip:{CALLED}@127.0.0.1:{port}")
        agent.wait_for("answered call")
        _is_talking(console, CALLED)
        agent.say("bye")
        agent.wait_for("call ended")


def _is_talking(console: Console, far: str) -> None:
    """Wait until the hook of the answer has run: Twinkle waits for none, and they may overtake."""

    def told() -> list[tuple[str, str]]:
        calls = console.done("live", "--json").json["calls"]
        return [(each["state"], each["number"]) for each in calls]

    _wait_for_hooks(lambda: ("talking", far) in told())


def _are_recorded(console: Console, count: int) -> None:
    """Wait until the hooks that end so many calls have run, and no call is open."""

    def done() -> bool:
        entries = console.done("list", "--json").json["entries"]
        return len(entries) == count and not console.done("live", "--json").json["calls"]

    _wait_for_hooks(done)


def _wait_for_hooks(holds: Callable[[], bool]) -> None:
    never = Event()
    for _ in range(_TRIES):
        if holds():
            return
        never.wait(_PAUSE_SECONDS)
    pytest.fail("the hooks did not tell in time")


def facts(console: Console) -> dict[str, dict[str, Any]]:
    """The facts of each call, by its far end; what is recorded first depends on the machine."""
    entries = console.done("list", "--json").json["entries"]
    assert len(entries) == len((*CALLERS, CALLED))
    return {each["facts"]["far"]: each["facts"] for each in entries}


def test_every_call_is_recorded_with_its_way_its_number_and_its_id(
    morning: tuple[Console, Path],
) -> None:
    found = facts(morning[0])
    ways = {far: each["direction"] for far, each in found.items()}
    assert ways == dict.fromkeys(CALLERS, "inbound") | {CALLED: "outbound"}
    assert len({each["call_id"] for each in found.values()} - {""}) == len(found)


def test_talk_counts_from_the_answer_and_a_call_that_only_rang_has_none(
    morning: tuple[Console, Path],
) -> None:
    found = facts(morning[0])
    ended, hung_up, missed, rejected, out = (
        float(found[far]["seconds"]) for far in (*CALLERS, CALLED)
    )
    assert ended > 0.5
    assert hung_up > 0
    assert (missed, rejected) == (0, 0)
    assert out > 0


def test_no_hook_had_trouble_and_no_call_is_left_open(morning: tuple[Console, Path]) -> None:
    console, _ = morning
    assert not (console.folder / "talktally.log").exists()
    assert console.done("live", "--json").json["calls"] == []


def test_the_log_of_twinkle_adds_no_call_to_those_it_told_live(
    morning: tuple[Console, Path], tmp_path: Path
) -> None:
    told, log = morning
    console = Console(tmp_path / "folder", told.environ)
    copytree(told.folder, console.folder)
    console.done("import", log)
    assert console.done("duplicates", "--json").json["total"] == 0
    pairs = console.done("duplicates", "--all", "--json").json["pairs"]
    assert len(pairs) == 5
