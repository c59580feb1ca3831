"""Reports of calls in any order, repeated and late: each call ends in one record at most."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from app.actions.follow_call import take_report
from app.actions.live_calls import compare, gone, heartbeat, out_of_sight
from app.actions.verify import verify
from app.domain.beat import Beat
from app.domain.call_report import CallList, Happening, Listed
from app.domain.event import Call
from app.domain.following import LEAST_TALK
from app.domain.instant import SECOND, Instant
from app.domain.problem import Problem
from app.ledger.ledger import Ledger
from app.ledger.live import open_calls
from tests.support.call_reports import report
from tests.support.ledgers import FAR, NOW, ledger_with, receipts

_IDS = ("3848276298220188511@pc33", "a84b4c76e66710@pc33", "f81d4fae-7dec-11d0@10.0.0.1")
_SOURCES = ("baresip", "hook")
_TALKED_BEFORE, _NAPS = 60 * SECOND, 30 * SECOND
_ids, _sources = st.sampled_from(_IDS), st.sampled_from(_SOURCES)


class Following(RuleBasedStateMachine):
    """What softphones say of a few calls, on a computer that sleeps and whose clock is set."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.running = self.awake = 1_000 * SECOND
        self.wall = int(NOW)
        self.boot = 1
        self.went_by = 0
        self.begun: dict[str, int] = {}
        self.started: set[str] = set()

    @initialize()
    def open(self) -> None:
        self.entered = ledger_with(Path(self.folder.name), "hubspot-professional")
        self.ledger: Ledger = self.entered.__enter__()

    @override
    def teardown(self) -> None:
        if hasattr(self, "ledger"):
            assert verify(self.ledger).ok
            self.entered.__exit__(None, None, None)
        self.folder.cleanup()

    @property
    def now(self) -> Beat:
        return Beat(Instant(self.wall), f"boot-{self.boot}", self.running, self.awake)

    @rule(seconds=st.integers(0, 600))
    def wait(self, seconds: int) -> None:
        self.went_by += seconds * SECOND
        self.wall += seconds * SECOND
        self.running += seconds * SECOND
        self.awake += seconds * SECOND

    @rule(seconds=st.integers(1, 5_000))
    def sleep(self, seconds: int) -> None:
        self.wall += seconds * SECOND
        self.running += seconds * SECOND

    @rule(seconds=st.integers(-7_200, 7_200))
    def set_the_clock(self, seconds: int) -> None:
        self.wall += seconds * SECOND

    @rule(seconds=st.integers(20, 600))
    def start_anew(self, seconds: int) -> None:
        self.wall += seconds * SECOND
        self.boot += 1
        self.running = self.awake = 10 * SECOND

    @rule(call_id=_ids, what=st.sampled_from(Happening), times=st.integers(1, 2))
    def tell(self, call_id: str, what: Happening, times: int) -> None:
        self.begun.setdefault(call_id, self.went_by)
        source = _SOURCES[_IDS.index(call_id) % 2]
        self.started |= {call_id} if what is Happening.START else set()
        for _ in range(times):
            # What is said of no call is refused, and nothing else is.
            with suppress(Problem):
                take_report(
                    self.ledger, report(what, self.now, id=call_id, number=FAR, source=source)
                )

    @rule(listed=st.dictionaries(_ids, st.one_of(st.none(), st.integers(0, 60)), max_size=2))
    def list_calls(self, listed: dict[str, int | None]) -> None:
        self.started |= {each for each, talked in listed.items() if talked is not None}
        for each, talked in listed.items():
            self.begun.setdefault(each, self.went_by - (talked or 0) * SECOND)
        calls = tuple(
            Listed(each, FAR, None if talked is None else talked * SECOND)
            for each, talked in listed.items()
        )
        compare(self.ledger, CallList("baresip", self.now, calls))

    @rule(source=_sources)
    def lose_sight(self, source: str) -> None:
        out_of_sight(self.ledger, source, self.now)

    @rule(source=_sources)
    def lose(self, source: str) -> None:
        gone(self.ledger, source, self.now)

    @rule(listening=st.frozensets(_sources))
    def beat(self, listening: frozenset[str]) -> None:
        heartbeat(self.ledger, self.now, listening)

    @invariant()
    def each_call_is_open_or_over_once(self) -> None:
        if not hasattr(self, "ledger"):
            return
        records = [each.fact for each in receipts(self.ledger) if isinstance(each.fact, Call)]
        assert all(count == 1 for count in Counter(each.call_id for each in records).values())
        with self.ledger.reading() as snapshot:
            calls = open_calls(snapshot.connection)
        assert len({call.id for call in calls}) == len(calls)
        for record in records:
            assert record.talk_us >= 0
            assert (record.talk_us >= LEAST_TALK) <= (record.call_id in self.started)


TestFollowing = Following.TestCase
TestFollowing.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
