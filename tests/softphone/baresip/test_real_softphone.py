"""Real calls between real softphones, each to the record it becomes.

Nobody is called but softphones of the test on addresses of this computer.
"""

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.beat import between
from app.domain.call_report import CallList, CallReport, Contact, Guess, Happening, Phase
from app.domain.event import Call, Direction
from app.ledger.ledger import Ledger
from app.ledger.live_guesses import all_guesses
from tests.support.control_line import PATIENCE_SECONDS
from tests.support.folding import fold, recorded, still_open
from tests.support.heard import Hearing, listening_to
from tests.support.ledgers import ledger_with
from tests.support.sip_callers import answers, hangs_up
from tests.support.softphones import Softphone, Start, softphones
from tests.support.tools import needs_tool
from tests.support.twinkle import answering, caller

pytestmark = [needs_tool("baresip"), pytest.mark.program, pytest.mark.timeout(180)]
CUSTOMER = "+15550100"
SECOND = 1_000_000


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with softphones(tmp_path / "phones") as start:
        yield start


@pytest.fixture
def agent(start: Start) -> Softphone:
    return start("agent")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_with(tmp_path) as ledger:
        yield ledger


class Follower:
    """Takes what was heard into a ledger, each thing once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self._place = ledger, 0
        self.hearing = Hearing()

    def fold(self) -> None:
        heard = self.hearing.all[self._place :]
        for each in heard:
            fold(self.ledger, each)
        self._place += len(heard)

    def wait_for(self, what: Happening, times: int = 1) -> CallReport:
        """Wait until a happening was told so many times, and take everything in."""
        self.hearing.wait(lambda hearing: len(_of(hearing, what)) >= times)
        self.fold()
        return _of(self.hearing, what)[times - 1]

    def listed(self, times: int) -> CallList:
        found = self.hearing.wait_for_lists(times)[times - 1]
        self.fold()
        return found

    def stands(self, contact: Contact, times: int = 1) -> None:
        self.hearing.wait_for(contact, times)
        self.fold()

    def record(self) -> Call:
        """The one record there is, of a call that is over."""
        self.fold()
        assert still_open(self.ledger) == []
        [call] = recorded(self.ledger)
        return call

    def guesses(self) -> list[Guess]:
        with self.ledger.reading() as snapshot:
            return list(all_guesses(snapshot.connection).values())


def _of(hearing: Hearing, what: Happening) -> list[CallReport]:
    return [report for report in hearing.of(CallReport) if report.what is what]


@pytest.fixture
def follower(ledger: Ledger, agent: Softphone) -> Iterator[Follower]:
    """Somebody who listens to the agent's softphone."""
    follower = Follower(ledger)
    with listening_to(agent.place, follower.hearing):
        follower.listed(1)
        yield follower


def talk(follower: Follower) -> int:
    """Return how long the last call was by what was heard of it."""
    start, end = (_of(follower.hearing, what)[-1] for what in (Happening.START, Happening.END))
    return between(start.at, end.at)


def same(record: Call, direction: Direction, talk_us: int) -> bool:
    """Tell whether a record is of a call with the customer, so long and placed so."""
    assert record.source.provider == "baresip"
    return (record.far, record.direction, record.talk_us) == (CUSTOMER, direction, talk_us)


@pytest.mark.parametrize("who_ends_it", ["agent", "customer"])
def test_a_call_out_that_is_answered(
    start: Start, agent: Softphone, follower: Follower, who_ends_it: str
) -> None:
    customer = start(CUSTOMER, answers="auto")
    agent.dial(customer)
    follower.wait_for(Happening.START)
    (agent if who_ends_it == "agent" else customer).hang_up()
    follower.wait_for(Happening.END)
    assert same(follower.record(), Direction.OUTBOUND, talk(follower))
    assert follower.guesses() == []


def test_a_call_in_that_is_answered(start: Start, agent: Softphone, follower: Follower) -> None:
    customer = start(CUSTOMER)
    customer.dial(agent)
    follower.wait_for(Happening.RING)
    agent.answer()
    follower.wait_for(Happening.START)
    customer.hang_up()
    follower.wait_for(Happening.END)
    assert same(follower.record(), Direction.INBOUND, talk(follower))


@pytest.mark.parametrize("who_ends_it", ["agent", "customer"])
def test_a_call_in_that_is_missed_or_declined(
    start: Start, agent: Softphone, follower: Follower, who_ends_it: str
) -> None:
    customer = start(CUSTOMER)
    customer.dial(agent)
    follower.wait_for(Happening.RING)
    (agent if who_ends_it == "agent" else customer).hang_up()
    follower.wait_for(Happening.END)
    assert same(follower.record(), Direction.INBOUND, 0)


@pytest.mark.parametrize("who_ends_it", ["agent", "customer"])
def test_a_call_out_that_is_rejected_or_given_up(
    start: Start, agent: Softphone, follower: Follower, who_ends_it: str
) -> None:
    customer = start(CUSTOMER)
    agent.dial(customer)
    follower.wait_for(Happening.RING)
    customer.shows("INCOMING")
    (agent if who_ends_it == "agent" else customer).hang_up()
    follower.wait_for(Happening.END)
    assert same(follower.record(), Direction.OUTBOUND, 0)


def test_a_number_that_is_not_there(start: Start, agent: Softphone, follower: Follower) -> None:
    customer = start("somebody-else")
    agent.say(f"dial {customer.address.replace('somebody-else', CUSTOMER)}")
    follower.wait_for(Happening.END)
    assert same(follower.record(), Direction.OUTBOUND, 0)


@needs_tool("sipp")
def test_a_call_to_another_make_of_softphone(
    tmp_path: Path, agent: Softphone, follower: Follower
) -> None:
    with answering(answers(tmp_path)) as port:
        agent.say(f"dial sip:{CUSTOMER}@127.0.0.1:{port}")
        follower.wait_for(Happening.START)
        agent.hang_up()
        follower.wait_for(Happening.END)
    assert same(follower.record(), Direction.OUTBOUND, talk(follower))


@needs_tool("sipp")
def test_a_call_from_another_make_of_softphone(
    tmp_path: Path, agent: Softphone, follower: Follower
) -> None:
    with caller(hangs_up(tmp_path, CUSTOMER, 300), agent.sip_port):
        ring = follower.wait_for(Happening.RING)
        agent.answer()
        follower.wait_for(Happening.END)
    assert ring.name == "Ada"
    assert same(follower.record(), Direction.INBOUND, talk(follower))


def test_digits_that_are_dialled_and_a_hold_leave_one_call(
    start: Start, agent: Softphone, ledger: Ledger
) -> None:
    follower = Follower(ledger)
    customer = start(CUSTOMER, answers="auto")
    with listening_to(agent.place, follower.hearing) as source:
        follower.listed(1)
        agent.dial(customer)
        follower.wait_for(Happening.START)
        agent.press("5*")
        agent.say("hold")
        agent.shows("(on hold)")
        source.take_back()
        follower.listed(2)
        assert [call.phase for call in still_open(ledger)] == [Phase.HELD]
        agent.say("resume")
        agent.hang_up()
        follower.wait_for(Happening.END)
    assert same(follower.record(), Direction.OUTBOUND, talk(follower))


def test_two_calls_at_once_are_two_records(
    start: Start, agent: Softphone, follower: Follower
) -> None:
    customer, other = start(CUSTOMER, answers="auto"), start("+15550101", answers="auto")
    agent.dial(customer)
    follower.wait_for(Happening.START)
    agent.dial(other)
    follower.wait_for(Happening.START, times=2)
    assert len(still_open(follower.ledger)) == 2
    customer.hang_up()
    other.hang_up()
    follower.wait_for(Happening.END, times=2)
    assert sorted(call.far for call in recorded(follower.ledger)) == [CUSTOMER, "+15550101"]
    assert still_open(follower.ledger) == []


@pytest.mark.parametrize("how", ["killed", "quit"])
def test_a_softphone_that_ends_in_a_call_ends_it_at_that_moment(
    start: Start, agent: Softphone, follower: Follower, how: str
) -> None:
    agent.dial(start(CUSTOMER, answers="auto"))
    begin = follower.wait_for(Happening.START)
    (agent.kill if how == "killed" else agent.quit)()
    follower.stands(Contact.ABSENT)
    absent = follower.hearing.wait_for(Contact.ABSENT)
    assert same(follower.record(), Direction.OUTBOUND, between(begin.at, absent.at))
    assert follower.guesses() == [Guess.SOFTPHONE_GONE]
    assert (Contact.LOST in follower.hearing.contacts()) is (how == "killed")


def test_a_call_goes_on_while_nobody_listens(
    start: Start, agent: Softphone, ledger: Ledger
) -> None:
    before, after = Follower(ledger), Follower(ledger)
    customer = start(CUSTOMER, answers="auto")
    with listening_to(agent.place, before.hearing):
        before.listed(1)
        agent.dial(customer)
        begin = before.wait_for(Happening.START)
    with listening_to(agent.place, after.hearing):
        [listed] = after.listed(1).calls
        assert (listed.id, listed.direction) == (begin.id, Direction.OUTBOUND)
        agent.hang_up()
        end = after.wait_for(Happening.END)
    assert same(after.record(), Direction.OUTBOUND, between(begin.at, end.at))
    assert after.guesses() == []


def test_a_call_that_was_answered_before_anybody_listened_counts_from_its_answer(
    start: Start, agent: Softphone, ledger: Ledger
) -> None:
    follower = Follower(ledger)
    agent.dial(start(CUSTOMER, answers="auto"))
    agent.shows("ESTABLISHED")
    agent.shows_no_more("0:00:00")
    with listening_to(agent.place, follower.hearing):
        [listed] = follower.listed(1).calls
        assert listed.talked_us is not None
        assert listed.talked_us >= SECOND
        agent.hang_up()
        follower.wait_for(Happening.END)
    assert follower.record().talk_us >= listed.talked_us


def test_two_calls_that_went_on_while_nobody_listened_get_their_ends(
    start: Start, agent: Softphone, ledger: Ledger
) -> None:
    before, after = Follower(ledger), Follower(ledger)
    customer, other = start(CUSTOMER, answers="auto"), start("+15550101", answers="auto")
    with listening_to(agent.place, before.hearing):
        before.listed(1)
        for each, times in ((customer, 1), (other, 2)):
            agent.dial(each)
            before.wait_for(Happening.START, times=times)
    with listening_to(agent.place, after.hearing):
        # The list of 1.0.0 has an id for the current call alone.
        assert len(after.listed(1).calls) == 2
        assert len(still_open(ledger)) == 2
        customer.hang_up()
        other.hang_up()
        after.wait_for(Happening.END, times=2)
    assert sorted(call.far for call in recorded(ledger)) == [CUSTOMER, "+15550101"]
    assert (still_open(ledger), after.guesses()) == ([], [])


def test_a_call_of_an_account_that_is_not_listed_goes_on(start: Start, ledger: Ledger) -> None:
    before, after = Follower(ledger), Follower(ledger)
    agent, customer = start("agent", "second"), start(CUSTOMER, answers="auto")
    with listening_to(agent.place, before.hearing):
        before.listed(1)
        agent.dial(customer)
        before.wait_for(Happening.START)
    agent.say("uanext")
    with listening_to(agent.place, after.hearing):
        told = after.listed(1)
        assert (told.calls, told.whole) == ((), False)
        assert len(still_open(ledger)) == 1
        customer.hang_up()
        after.wait_for(Happening.END)
    assert after.record().far == CUSTOMER


def hears(rival: socket.socket, words: bytes) -> None:
    """Wait until some words came over a line, among whatever else."""
    rival.settimeout(PATIENCE_SECONDS)
    heard = b""
    while words not in heard:
        more = rival.recv(65536)
        assert more, heard
        heard += more


def test_another_program_that_wants_the_line_gets_it(
    start: Start, agent: Softphone, ledger: Ledger
) -> None:
    follower = Follower(ledger)
    customer = start(CUSTOMER, answers="auto")
    with listening_to(agent.place, follower.hearing) as source:
        follower.listed(1)
        agent.dial(customer)
        follower.wait_for(Happening.START)
        with closing(socket.create_connection(("127.0.0.1", agent.control_port))):
            follower.stands(Contact.LISTENING, times=2)  # taken once, and taken back
        with closing(socket.create_connection(("127.0.0.1", agent.control_port))) as rival:
            follower.stands(Contact.TAKEN)
            assert [call.phase for call in still_open(ledger)] == [Phase.OUT_OF_SIGHT]
            agent.hang_up()
            hears(rival, b"CALL_CLOSED")
            source.take_back()
            follower.listed(3)
    record = follower.record()
    assert record.far == CUSTOMER
    assert follower.guesses() == [Guess.NOT_LISTED]
