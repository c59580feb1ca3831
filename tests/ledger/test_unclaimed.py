"""Entries that name nobody, in accounts that others of the company read as well."""

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.mark_me import MeWish, mark_me
from app.domain.connection import Provider, RemotePerson
from app.domain.event import Call, Direction, Method, Text
from app.domain.instant import DAY, MINUTE, Instant
from app.ledger.company.outgoing import counts_to_send
from app.ledger.connections.people import keep_people
from app.ledger.ledger import Ledger
from app.ledger.plans import add_own_number, set_behind_connect
from tests.ledger.test_outgoing import Known, as_sent, plainly, sent
from tests.support.companies import joined
from tests.support.connections import AT_TWILIO, connect
from tests.support.ledgers import AIRCALL, FAR, HUBSPOT, NOW, OWN, call, keep, ledger_with, text

ADA, BEN, GONE = (
    RemotePerson("1", "Ada", active=True),
    RemotePerson("2", "Ben", active=True),
    RemotePerson("2", "Ben", active=False),
)


def counted(ledger: Ledger) -> int:
    return sum(count.counted for count in counts_to_send(ledger, NOW).counts)


def users(ledger: Ledger, *people: RemotePerson, provider: Provider = Provider.HUBSPOT) -> None:
    """Connect an account with these users; I am Ada."""
    connected = connect(ledger, provider)
    with ledger.writing() as writing:
        keep_people(writing, connected.id, people)
    mark_me(ledger, MeWish(name="Ada"))


def test_where_nobody_else_reads_the_account_they_are_mine(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        users(ledger, ADA, GONE)
        keep(ledger, call(minutes=3), call(minutes=5, agent="Ada"))
        assert counted(ledger) == 8


def test_where_others_read_it_too_nobody_tells_them(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        users(ledger, ADA, BEN)
        keep(ledger, call(minutes=3), call(minutes=5, agent="Ada"), call(minutes=7, agent="Ben"))
        assert counted(ledger) == 5


def test_those_told_before_a_colleague_came_are_taken_back(tmp_path: Path) -> None:
    known: Known = {}
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        users(ledger, ADA)
        keep(ledger, call(minutes=3))
        sent(ledger, known)
        with ledger.writing() as writing:
            keep_people(writing, 1, (ADA, BEN))
        sent(ledger, known)
    assert as_sent(known) == {}


def test_a_call_from_my_own_number_is_mine_without_a_name(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        users(ledger, ADA, BEN)
        mark_me(ledger, MeWish(numbers=(OWN,)))
        keep(ledger, call(minutes=3))
        assert counted(ledger) == 3


def test_a_call_that_this_computer_noted_too_is_mine(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        users(ledger, ADA, BEN)
        noted = call(minutes=3, source=HUBSPOT._replace(provider="linphone", account=""))
        keep(ledger, call(minutes=3), noted)
        assert counted(ledger) == 3


def test_at_twilio_others_are_known_by_their_numbers(tmp_path: Path) -> None:
    mine, other = call(minutes=3, source=AT_TWILIO), "+14155550111"
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        connect(ledger, Provider.TWILIO, "AC1")
        keep(ledger, mine, mine._replace(external_id="2", own=other, start=Instant(NOW - DAY)))
        assert counted(ledger) == 6
        with ledger.writing() as writing:
            row = writing.register.people.add(writing.connection, "Ben")
            add_own_number(writing, row, other)
            writing.change_rules()
        assert counted(ledger) == 0
        mark_me(ledger, MeWish(numbers=(OWN,)))
        assert counted(ledger) == 3


def test_a_second_leg_of_a_blocked_call_is_not_billed_beside_twilios(tmp_path: Path) -> None:
    known: Known = {}
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        users(ledger, ADA)
        connect(ledger, Provider.TWILIO, "AC1")
        with ledger.writing() as writing:
            set_behind_connect(writing, *AT_TWILIO)
            writing.change_rules()
        blocked = call(minutes=9, agent="Ada", method=Method.PHONE)
        fills = call(Instant(NOW - DAY), minutes=510, agent="Ada")
        keep(ledger, fills, blocked, call(minutes=7, agent="Ada", source=AT_TWILIO))
        sent(ledger, known)
    assert [
        (c["over"], c["billed"], c["second_leg"]) for c in as_sent(known).values() if c["over"]
    ] == [(18, 7, 0)]


_agents = st.sampled_from(["", "Ada", "Ben"])
_starts = st.integers(0, 40 * 24 * 60).map(lambda minutes: Instant(NOW - minutes * MINUTE))
_calls: st.SearchStrategy[Call | Text] = st.builds(
    call, _starts, st.integers(0, 300), agent=_agents, method=st.sampled_from(Method),
    direction=st.just(Direction.OUTBOUND), source=st.sampled_from([HUBSPOT, AT_TWILIO]),
)  # fmt: skip
_texts: st.SearchStrategy[Call | Text] = st.builds(
    text, _starts, st.integers(1, 90), agent=_agents, far=st.sampled_from([FAR, "+4930555014200"])
)


@settings(max_examples=40)
@given(facts=st.lists(st.one_of(_calls, _texts), max_size=30), behind=st.booleans())
def test_all_else_comes_to_a_plain_recount(
    tmp_path_factory: Any, facts: list[Call | Text], *, behind: bool
) -> None:
    known: Known = {}
    with ledger_with(tmp_path_factory.mktemp("l"), "hubspot-starter", "aircall-us-ca") as ledger:
        joined(ledger)
        users(ledger, ADA, BEN)
        users(ledger, ADA, BEN, provider=Provider.AIRCALL)
        if behind:
            with ledger.writing() as writing:
                set_behind_connect(writing, *AT_TWILIO)
                writing.change_rules()
        keep(ledger, *facts)
        sent(ledger, known)
        assert as_sent(known) == plainly(ledger, HUBSPOT, AIRCALL)
