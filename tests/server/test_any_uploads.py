"""Whatever desktops upload, in whatever order and however often: the sums are a plain recount."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.domain.company import Licence, Role
from app.domain.plan import MeterKind
from app.server.people.caller import Caller
from app.server.store.database import Database
from app.server.store.preparing import prepare
from app.server.usage.tables import usage_day
from app.server.usage.taking import take_usage
from app.server.verifying import verify
from app.wire.usage import UsageCount, UsageUpload
from tests.support.server_app import START, Seated, ServerApp

FIRST = date(2026, 11, 1)
KINDS = (MeterKind.MINUTES, MeterKind.SMS)
Slot = tuple[date, MeterKind]
Word = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload of one person's ledger; its figures follow from ledger, sequence and slot."""

    person: int
    ledger: int
    sequence: int
    slots: frozenset[Slot]

    @property
    def ledger_id(self) -> str:
        return f"{self.person}{self.ledger}" * 16

    def counted(self, slot: Slot) -> int:
        day, kind = slot
        return (self.sequence * 5 + self.ledger * 3 + day.day + len(kind)) % 7

    def message(self) -> UsageUpload:
        counts = [
            UsageCount(kind=kind, day=day, counted=self.counted((day, kind)), outside=1)
            for day, kind in sorted(self.slots)
        ]
        return UsageUpload(ledger=self.ledger_id, sequence=self.sequence, counts=counts)


@dataclass
class Recount:
    """The newest word of each ledger about each slot, in a plain dictionary."""

    words: dict[tuple[int, Slot], dict[str, Word]] = field(default_factory=dict)

    def take(self, upload: Upload) -> int:
        taken = 0
        for slot in upload.slots:
            known = self.words.setdefault((upload.person, slot), {})
            if known.get(upload.ledger_id, (0, 0, ""))[1] < upload.sequence:
                word = (upload.counted(slot), upload.sequence, upload.ledger_id)
                known[upload.ledger_id] = word
                taken += 1
        return taken

    def sums(self) -> dict[Slot, int]:
        found: dict[Slot, int] = {}
        for (_, slot), known in self.words.items():
            found[slot] = found.get(slot, 0) + max(known.values())[0]
        return found


SLOTS = st.tuples(st.integers(0, 3).map(lambda day: FIRST + timedelta(day)), st.sampled_from(KINDS))
UPLOADS = st.builds(
    Upload,
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(1, 6),
    st.frozensets(SLOTS, min_size=1, max_size=5),
)


@contextmanager
def a_server() -> Iterator[ServerApp]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'server.db'}")
        prepare(database)
        yield ServerApp(database)
        database.close()


def caller_of(person: Seated) -> Caller:
    return Caller(
        member=person.id,
        name=person.name,
        company=person.company,
        role=Role.AGENT,
        device=person.device,
        licence=Licence.NONE,
        company_name="",
        revision=1,
        usage_revision=1,
        used=None,
    )


def test_sums_are_a_plain_recount() -> None:
    with a_server() as server:
        empty = server.new_company

        @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(st.lists(UPLOADS, max_size=25))
        def any_uploads(uploads: list[Upload]) -> None:
            company = empty()
            callers = [caller_of(server.new_member(company, f"Person {at}")) for at in range(3)]
            recount = Recount()
            for upload in uploads:
                with server.database.writing() as connection:
                    told = take_usage(connection, callers[upload.person], upload.message(), START)
                assert told.taken == recount.take(upload)
                assert told.taken + told.known == len(upload.slots)
            assert sums_of(server, company) == recount.sums()

        any_uploads()
        assert verify(server.database) == []


def sums_of(server: ServerApp, company: str) -> dict[Slot, int]:
    days = usage_day.c
    query = select(days.day, days.kind, days.counted).where(days.company_id == company)
    with server.database.reading() as connection:
        return {
            (date.fromordinal(day), MeterKind(kind)): counted
            for day, kind, counted in connection.execute(query)
        }
