"""Live reports, records and corrections of the same calls in any order: each call is one entry."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from app.actions.erase_contact import erase_contact
from app.actions.live_calls import heartbeat
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.call_report import Happening
from app.domain.event import Source
from app.domain.instant import SECOND, Instant
from app.domain.live_use import used_with_calls
from app.domain.plan import MeterKind
from app.domain.problem import Problem
from app.domain.receipt import Reason
from app.ledger.ledger import Ledger, ledger_path
from tests.support.corrections import correct, entry_ids, undo
from tests.support.ledgers import call, keep, ledger_with, receipts
from tests.support.seen_live import beat, tell

START = 1_795_303_840
#: The calls there really were: when each was answered, how long it was, and with whom.
CALLS = ((0, 60, "+12125550101"), (3_600, 61, "+12125550102"), (7_200, 150, "+12125550103"))
#: Minutes of each, told by anybody: nobody is more than half a second off.
MINUTES = (1, 2, 3)
NOW = beat(START + 9_000)
NOBODY: frozenset[str] = frozenset()
_calls = st.integers(0, len(CALLS) - 1)
_records = st.sampled_from((Source("twilio"), Source("microsip"), Source("linphone")))


class OfEachCall(RuleBasedStateMachine):
    """Three calls, of which several sources tell, each at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        #: Calls that anybody told of, whose end was seen live, and those that are erased.
        self.told: set[int] = set()
        self.seen: set[int] = set()
        self.erased: set[int] = set()
        self.open: set[int] = set()

    @initialize()
    def begin(self) -> None:
        with ledger_with(Path(self.folder.name), "hubspot-starter"):
            pass
        self.ledger = Ledger(ledger_path(Path(self.folder.name)))

    @override
    def teardown(self) -> None:
        if hasattr(self, "ledger"):
            assert verify(self.ledger).ok
            self.ledger.close()
        self.folder.cleanup()

    @rule(which=_calls, source=st.sampled_from(("hook", "baresip")), ends=st.booleans())
    def see(self, which: int, source: str, ends: bool) -> None:  # noqa: FBT001 - drawn by name
        start, talk, far = CALLS[which]
        if which in self.erased | self.seen:
            return
        ends = ends or which in self.told
        name = f"softphones-own-{which}"
        steps = [(Happening.RING, -4.0), (Happening.START, 0.0), (Happening.END, float(talk))]
        for what, when in steps if ends else steps[:2]:
            tell(self.ledger, what, START + start + when, name, source=source, number=far)
        self.told.add(which)
        self.seen |= {which} if ends else set()
        self.open = self.open - {which} if ends else self.open | {which}

    @rule(which=_calls, source=_records, late=st.integers(0, 1))
    def record(self, which: int, source: Source, late: int) -> None:
        start, talk, far = CALLS[which]
        if which in self.erased or which in self.open:
            return
        at = Instant(round((START + start + late) * SECOND))
        keep(self.ledger, call(at, seconds=talk, source=source, far=far, external_id=f"of {which}"))
        self.told.add(which)

    @rule(note=st.sampled_from(("called back", "")), which=st.integers(0, 20))
    def note(self, note: str, which: int) -> None:
        ids = entry_ids(self.ledger)
        if ids:
            with suppress(Problem):
                correct(self.ledger, ids[which % len(ids)], note=note)

    @rule()
    def undo(self) -> None:
        with suppress(Problem):
            undo(self.ledger)

    @rule(which=_calls)
    def erase(self, which: int) -> None:
        if which in self.open:
            return
        with suppress(Problem):
            erase_contact(self.ledger, CALLS[which][2], NOW.wall)
        self.erased |= {which}

    @rule()
    def start_again(self) -> None:
        self.ledger.close()
        self.ledger = Ledger(ledger_path(Path(self.folder.name)))
        heartbeat(self.ledger, beat(START + 7_201), frozenset({"baresip"}))

    @invariant()
    def each_call_counts_once(self) -> None:
        if not hasattr(self, "ledger"):
            return
        counted = [each for each in receipts(self.ledger) if each.reason is not Reason.SAME_CALL]
        assert len(counted) == len(self.told - self.open)
        status = read_status(self.ledger, NOW.wall, beat=NOW)
        used = sum(MINUTES[each] for each in self.told - self.open)
        (meter,) = (each for each in status.meters if each.kind is MeterKind.MINUTES)
        assert meter.used == used
        assert used_with_calls(meter, status.live) >= used + len(self.open)
        assert len(status.live) == len(self.open)


TestOfEachCall = OfEachCall.TestCase
TestOfEachCall.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
