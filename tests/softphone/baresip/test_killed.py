"""Our own program, killed in the middle of a call and started again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.call_report import Guess
from app.domain.event import Call
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.live_guesses import all_guesses
from tests.support.contracts import ROOT
from tests.support.folding import recorded, still_open
from tests.support.softphones import Softphone, Start, softphones
from tests.support.tools import needs_tool

pytestmark = [needs_tool("baresip"), pytest.mark.program, pytest.mark.timeout(180)]
CUSTOMER = "+15550100"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with softphones(tmp_path / "phones") as start:
        yield start


class Monitor:
    """A process that follows a softphone into a ledger, and says what it has stored."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def stored(self, word: str) -> int:
        """Wait until it stored something, and return when that had come, in microseconds."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            found, at = line.split()
            if found == word:
                return int(at)
        raise AssertionError(f"it ended without {word}")


@contextmanager
def monitor(folder: Path, phone: Softphone) -> Iterator[Monitor]:
    """Follow a softphone until this is left, and then be killed without a word."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.monitor", str(folder), phone.place],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Monitor(process)
        finally:
            process.kill()


def kept(folder: Path) -> tuple[list[Call], list[Guess], int]:
    """Return the records, the guesses at their ends, and how many calls are open."""
    with Ledger(ledger_path(folder)) as ledger:
        with ledger.reading() as snapshot:
            guesses = list(all_guesses(snapshot.connection).values())
        return recorded(ledger), guesses, len(still_open(ledger))


def test_a_call_goes_on_after_our_program_was_killed(tmp_path: Path, start: Start) -> None:
    agent, customer = start("agent"), start(CUSTOMER, answers="auto")
    with monitor(tmp_path, agent) as first:
        first.stored("list")
        agent.dial(customer)
        begin = first.stored("start")
    assert kept(tmp_path) == ([], [], 1)
    with monitor(tmp_path, agent) as second:
        second.stored("list")
        agent.hang_up()
        end = second.stored("end")
    [call], guesses, still = kept(tmp_path)
    assert (call.far, call.start) == (CUSTOMER, begin)
    # By the clock that counts sleep; it is read beside the wall's, though not at once.
    assert abs(call.talk_us - (end - begin)) < 200_000
    assert (guesses, still) == ([], 0)


def test_a_call_that_ended_while_our_program_was_dead_ends_when_it_was_last_seen(
    tmp_path: Path, start: Start
) -> None:
    agent, customer = start("agent"), start(CUSTOMER, answers="auto")
    with monitor(tmp_path, agent) as first:
        first.stored("list")
        agent.dial(customer)
        begin = first.stored("start")
    agent.hang_up()
    with monitor(tmp_path, agent) as second:
        second.stored("list")
    [call], guesses, still = kept(tmp_path)
    assert (call.far, call.start) == (CUSTOMER, begin)
    assert (guesses, still) == ([Guess.NOT_LISTED], 0)
