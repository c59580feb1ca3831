"""Ledgers of any size, built once through the ledger's own door and kept for the next run.

Two years of a team of ten, up to a fixed instant: calls and texts mixed, both directions, from
browser and phone, to 20,000 numbers, half of which belong to a contact with a name; every
twentieth entry has a note. One of the team has the same number of entries in every
ledger; the others share the rest, and at a million entries all their minutes are past the limit in
every cycle. HubSpot Professional is in force with Twilio Connect linked, and Aircall US/Canada with
seventy seats, which a million entries use up in each whole cycle.
"""

import shutil
import sys
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from random import Random

from app.actions.import_file import CHUNK
from app.domain.event import Call, Direction, Fact, Method, Text
from app.domain.instant import DAY, SECOND, Instant
from app.ledger import tables
from app.ledger.plans import name_me
from app.ledger.schema import VERSION
from tests.support.exports import far_number
from tests.support.ledgers import AIRCALL, HUBSPOT, NOW, OWN, ledger_with, seats

SMALL, LARGE = 10_000, 1_000_000
#: Grows when the entries below change, so that a kept ledger of the old ones is not used.
CONTENT = 5
CACHE = Path(__file__).parents[2] / ".cache" / "bench"
NUMBERS = 20_000
ME, *OTHERS = (f"Agent {number}" for number in range(1, 11))
CONTACTS = 10_000
_MINE, _NOTED = 5_000, 20
_SOUNDS = ("ba", "den", "fo", "gri", "hel", "kas", "lum", "mir", "no", "tev")
_SPAN = 730 * DAY


def folder_of(entries: int) -> Path:
    """Return a data folder whose ledger holds so many entries; it must not be written to."""
    folder = CACHE / _key() / str(entries)
    if not folder.exists():
        _forget_others()
        _build(folder, entries)
    return folder


def copy_of(entries: int, into: Path) -> Path:
    """Copy such a ledger to a folder where it may be written to."""
    return Path(shutil.copytree(folder_of(entries), into))


def facts(entries: int) -> Iterator[Fact]:
    """Yield the entries, the oldest first."""
    return _facts(entries, range(entries))


def my_facts(entries: int) -> Iterator[Fact]:
    """Yield the entries of :data:`ME` alone, the oldest first."""
    return _facts(entries, range(0, entries, entries // _MINE))


def _facts(entries: int, indices: range) -> Iterator[Fact]:
    every = entries // _MINE
    for index in indices:
        start = Instant(NOW - _SPAN + _SPAN * index // entries)
        agent = OTHERS[index % len(OTHERS)] if index % every else ME
        dice = Random(index).randrange(1_000)  # noqa: S311 - no secret, the same each time
        fact = (_text if dice < 300 else _call)(index, dice, start, agent)
        yield fact._replace(name=contact(index), note=_note(index))


def contact(index: int) -> str:
    """Name the contact whom an entry is with, "" for every second number."""
    number = index % NUMBERS
    if number >= CONTACTS:
        return ""
    one, two, three, four = (_SOUNDS[number // 10**place % 10] for place in range(4))
    return f"{(one + two).title()} {(three + four).title()}"


def _note(index: int) -> str:
    return "" if index % _NOTED else f"Asked about order {index}"


def _call(index: int, dice: int, start: Instant, agent: str) -> Call:
    direction = Direction.INBOUND if dice % 13 == 0 else Direction.OUTBOUND
    method = Method.PHONE if dice % 7 == 0 else None
    return Call(
        HUBSPOT, f"call-{index}", start, (dice % 420 + 1) * SECOND, direction, OWN,
        far_number(index, NUMBERS), method, agent,
    )  # fmt: skip


def _text(index: int, dice: int, start: Instant, agent: str) -> Text:
    direction = Direction.INBOUND if dice % 11 == 0 else Direction.OUTBOUND
    return Text(
        AIRCALL, f"text-{index}", start, direction, OWN, far_number(index, NUMBERS), agent,
        counted=dice % 3 + 1, media=int(dice % 40 == 9),
    )  # fmt: skip


def _build(folder: Path, entries: int) -> None:
    sys.stderr.write(f"Building a ledger of {entries:,} entries, once …\n")
    unfinished = folder.with_suffix(".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    waiting = facts(entries)
    with ledger_with(unfinished, "hubspot-professional", "aircall-us-ca", linked=True) as ledger:
        seats(ledger, 50, 20)
        with ledger.writing() as writing:
            name_me(writing, ME)
        while chunk := list(islice(waiting, CHUNK)):
            with ledger.writing(durable=False) as writing:
                writing.store(chunk)
    unfinished.rename(folder)


def _forget_others() -> None:
    for other in CACHE.glob("*"):
        if other.name != _key():
            shutil.rmtree(other)


def _key() -> str:
    """Name what a kept ledger depends on: its tables, its plans and its entries."""
    digest = blake2b(digest_size=4)
    plans = Path(__file__).parents[2] / "resources" / "plans"
    for source in (Path(tables.__file__), *sorted(plans.glob("*.json"))):
        digest.update(source.read_bytes())
    return f"{VERSION}-{CONTENT}-{digest.hexdigest()}"
