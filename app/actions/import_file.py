"""Import: an export file into the ledger, chunk by chunk, each kept whole or not at all."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from app.actions.collection import collection_put_off
from app.actions.mark_me import be_called
from app.actions.ready_to_read import ready_to_read
from app.actions.refused_lines import RefusedLines, Say
from app.domain.event import Call, Direction, Fact, Method
from app.domain.instant import Instant
from app.domain.plan import Line as PlanLine
from app.domain.plan import Plan
from app.domain.problem import UsageProblem, mark
from app.domain.twins import Remark
from app.exchange.mapping import CALLS, Mapping
from app.exchange.reading import AUTO, Reading
from app.exchange.record import Line, Refusal
from app.ledger.behind_connect import TWILIO, mark_behind_connect
from app.ledger.duplicates import take_remarks
from app.ledger.imports import Tally, begin_import, finish_import, note_tally
from app.ledger.ledger import Ledger

#: Lines in one transaction: a third of a second of work, so that the gauge and others get a turn.
CHUNK = 8_000
_NOT_TWILIOS = mark(
    "{file} is no call log of Twilio, and only those can be of the account behind Twilio Connect. "
    "Leave --behind-connect out."
)
#: Told after each chunk: bytes read and bytes in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImportWishes:
    """What a person says about a file that its records do not say themselves.

    ``direction``, ``method`` and ``agent`` are for records that name none. ``counts_toward``: a
    plan, or "none". ``behind_connect``: the file is of the account behind Twilio Connect. ``say``
    writes why a line was refused in the person's language.
    """

    format_name: str = AUTO
    mapping: Mapping | None = None
    zone: str = "UTC"
    direction: Direction = Direction.OUTBOUND
    method: Method | None = None
    agent: str = ""
    counts_toward: Plan | str = ""
    behind_connect: bool = False
    say: Say = str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file.

    ``me``: the one person its records name, who was taken to be me; ``people``: those among whom I
    am still to be found. ``refusals``: the file that tells the refused lines. ``mapping``: the kept
    one that was taken by itself, because it was made for the same columns. ``tells_mine``: the
    records tell which of them are mine.
    """

    file: str
    format: str
    tally: Tally
    refusals: Path | None = None
    me: str = ""
    people: tuple[str, ...] = ()
    cancelled: bool = False
    mapping: str = ""
    tells_mine: bool = False


@dataclass(slots=True)
class _Run:
    """One file on its way into the ledger."""

    ledger: Ledger
    wishes: ImportWishes
    refused: RefusedLines
    now: Instant
    format_name: str
    tally: Tally = field(default_factory=Tally)
    import_id: int = 0
    named: set[str] = field(default_factory=set)
    mine: Counter[str] = field(default_factory=Counter)
    tells_mine: bool = False
    seen: Counter[bytes] = field(default_factory=Counter)


def import_file(
    ledger: Ledger,
    path: Path,
    wishes: ImportWishes,
    now: Instant,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Imported:
    """Read a file into the ledger; a line that cannot be taken never loses the others.

    Raises Problem when the file as a whole cannot be read. When cancelled, chunks that are complete
    stay; the same file again adds the rest.
    """
    reading, kept = ready_to_read(
        ledger,
        path,
        format_name=wishes.format_name,
        mapping=wishes.mapping,
        zone=wishes.zone,
        direction=wishes.direction,
    )
    name = path.name.encode("utf-8", "replace").decode()
    if wishes.behind_connect and not _of_twilio(reading, wishes):
        raise UsageProblem(_NOT_TWILIOS, file=name)
    folder, stem = ledger.path.parent / "refused", Path(name).stem
    with RefusedLines(folder, stem, wishes.say, values=not reading.has_bodies) as refused:
        run = _Run(ledger, wishes, refused, now, reading.format)
        stopped = _store_all(run, reading, name, progress, cancelled)
        side_file = refused.finish()
    me, people = _finish(run, side_file, stopped=stopped)
    return Imported(
        name, reading.format, run.tally, side_file, me, people, stopped, kept, run.tells_mine
    )


def _of_twilio(reading: Reading, wishes: ImportWishes) -> bool:
    mapping = wishes.mapping
    if mapping is not None and mapping.columns:
        return mapping.provider == TWILIO and mapping.kind == CALLS
    return reading.format.startswith("twilio-calls")


def _store_all(
    run: _Run,
    reading: Reading,
    name: str,
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> bool:
    records = iter(reading)
    while True:
        with collection_put_off():
            chunk = list(islice(records, CHUNK))
            if not chunk or cancelled():
                return bool(chunk)
            _store(run, chunk, name)
            del chunk
        if progress:
            progress(reading.bytes_read, reading.bytes_total)


def _store(run: _Run, chunk: list[Line | Refusal], name: str) -> None:
    facts = list(_facts(run, chunk))
    for record in chunk:
        if isinstance(record, Refusal):
            run.refused.add(record)
    with run.ledger.writing(durable=False) as writing:
        run.import_id = run.import_id or begin_import(writing, name, run.format_name, run.now)
        mark_behind_connect(writing, facts, said=run.wishes.behind_connect)
        if told := [each.fact for each in chunk if isinstance(each, Line) and each.behind_connect]:
            mark_behind_connect(writing, told, said=True)
        stored = writing.store(facts, run.import_id)
        take_remarks(writing, _remarks(chunk), run.now)
        _, new, known, refused = run.tally
        new, known = new + stored.new, known + stored.known
        refused += len(chunk) - len(facts)
        tally = Tally(new + known + refused, new, known, refused)
        note_tally(writing, run.import_id, tally)
    run.tally = tally


def _facts(run: _Run, chunk: list[Line | Refusal]) -> Iterator[Fact]:
    wishes = run.wishes
    plain = not (wishes.method or wishes.agent or wishes.counts_toward)
    for record in chunk:
        if isinstance(record, Refusal):
            continue
        fact = record.fact
        run.tells_mine |= record.mine is not None
        if fact.agent:
            run.named.add(fact.agent)
            run.mine[fact.agent] += bool(record.mine)
        if not fact.external_id:
            fact = fact._replace(external_id=_line_id(run, record.written))
        yield fact if plain else with_wishes(fact, wishes)


def _remarks(chunk: list[Line | Refusal]) -> Iterator[tuple[Fact, Remark]]:
    for record in chunk:
        if isinstance(record, Line) and record.remarks:
            yield from ((record.fact, remark) for remark in record.remarks)


def with_wishes(fact: Fact, wishes: ImportWishes) -> Fact:
    """Fill in what the record leaves open and a person said."""
    if wishes.agent and not fact.agent:
        fact = fact._replace(agent=wishes.agent)
    if wishes.counts_toward:
        fact = fact._replace(counts_toward=_toward(fact, wishes.counts_toward))
    # A reported leg is a leg: no method ever adds another one to it.
    if isinstance(fact, Call) and wishes.method and not fact.method and not fact.legs:
        fact = fact._replace(method=wishes.method)
    return fact


def _toward(fact: Fact, plan: Plan | str) -> str:
    line = PlanLine.CALLS if isinstance(fact, Call) else PlanLine.TEXTS
    return plan.name if isinstance(plan, Plan) and plan.line is line else "none"


def _line_id(run: _Run, written: bytes) -> str:
    """Name a line without an id by what the file writes and its position among equal lines.

    What is read from it plays no part: another zone corrects the line instead of adding one.
    """
    digest = blake2b(run.format_name.encode() + b"\0" + written, digest_size=16).digest()
    run.seen[digest] += 1
    return f"line:{digest.hex()}:{run.seen[digest]}"


def _finish(run: _Run, side_file: Path | None, *, stopped: bool) -> tuple[str, tuple[str, ...]]:
    if not run.import_id:
        return "", ()
    with run.ledger.writing() as writing:
        if not stopped:
            finish_import(writing, run.import_id, run.now, side_file.name if side_file else None)
        if writing.register.people.named_me() or stopped:
            return "", ()
        names = _names_of_mine(run)
        if not names:
            return "", tuple(sorted(run.named))
        if be_called(writing, names[0], names[1:]):
            writing.change_rules()
        return names[0], ()


def _names_of_mine(run: _Run) -> list[str]:
    """Give the names by which the records mean me, the usual one first.

    Our own exports tell it. Where nothing tells it, the one name in a file is taken for mine.
    """
    if run.tells_mine:
        return [name for name, count in run.mine.most_common() if count]
    return list(run.named) if len(run.named) == 1 else []
