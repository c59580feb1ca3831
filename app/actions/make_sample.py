"""Make a sample: an invented month in a data folder of its own, to look around in."""

import json
from dataclasses import dataclass
from pathlib import Path

from app.actions.choose_plan import choose_plans
from app.actions.import_file import Imported, ImportWishes, import_file
from app.actions.mark_me import MeWish, mark_me
from app.actions.put_in_force import PlanWish
from app.actions.set_seats import SeatWish, set_seats
from app.actions.use_prices import use_prices
from app.disk.whole import write_private
from app.domain.event import Method
from app.domain.instant import Instant, iso
from app.domain.problem import EnvironmentProblem, Problem, UsageProblem, mark
from app.ledger.connections.accounts import connections_of
from app.ledger.ledger import Ledger
from app.ledger.lists.entries import entry_count
from app.ledger.snapshot import Snapshot
from app.machine.paths import make_folder
from app.sample.aims import ADDITIONAL_SEATS, ANCHOR_DAY, COMMITTED_SEATS, Scenario
from app.sample.files import EXPORTS, FROM_PHONE, PRICES, write_month
from app.sample.month import SEED, Month, month_of
from app.sample.people import ME

#: The folder of the sample's files inside the data folder, and the file that tells it is ours.
SAMPLE_FOLDER, MARKER = "sample", "made-by-demo.json"
_CALLING, _MESSAGING = "hubspot-professional", "aircall-us-ca"

_NOT_EMPTY = mark(
    "{folder} already holds a ledger, and a sample would mix with it. "
    "Choose an empty folder with --data-dir."
)
_NO_SCENARIO = mark("There is no sample named {name}. Known are: {names}.")
_NOT_WRITTEN = mark("The sample cannot be written to {folder}: {reason}. Choose another folder.")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as it was made.

    ``scenario`` is calm while the month is too young for what was asked. ``files`` tell what became
    of each export; ``prices`` is the sheet beside them.
    """

    scenario: Scenario
    me: str
    files: tuple[Imported, ...]
    prices: Path

    @property
    def lines(self) -> int:
        """How many lines were read; a call of two legs may have two."""
        return sum(each.tally.new for each in self.files)


def make_sample(
    ledger: Ledger, folder: Path, now: Instant, zone: str, scenario: str = Scenario.NEAR
) -> Sample:
    """Write a sample month that ends now into the data folder, and read it into its empty ledger.

    Problem, before anything is written, when the ledger holds anything at all: an earlier sample is
    taken away by :func:`app.actions.clear_sample.clear_sample` before the ledger is opened.
    """
    chosen = _scenario(scenario)
    with ledger.reading() as snapshot:
        if holds_anything(snapshot):
            raise Problem(_NOT_EMPTY, folder=folder)
    month = month_of(chosen, now, zone)
    paths = _write(folder / SAMPLE_FOLDER, month, now)
    _set_up(ledger, month, paths[PRICES], now)
    files = tuple(_read(ledger, paths[name], zone, now) for name in EXPORTS if name in paths)
    return Sample(month.aims.scenario, ME.name, files, paths[PRICES])


def holds_anything(snapshot: Snapshot) -> bool:
    """Tell whether anybody ever stated or recorded anything in a ledger."""
    planned = any(stretches.timeline.terms for stretches in snapshot.rules.lines.values())
    connected = bool(connections_of(snapshot.connection))
    return planned or connected or snapshot.people.named_me() or entry_count(snapshot) > 0


def _scenario(name: str) -> Scenario:
    try:
        return Scenario(name)
    except ValueError:
        raise UsageProblem(_NO_SCENARIO, name=name, names=", ".join(Scenario)) from None


def _write(folder: Path, month: Month, now: Instant) -> dict[str, Path]:
    make_folder(folder)
    made = {"made": iso(now), "scenario": month.aims.scenario, "seed": SEED}
    # First of all, so that a sample that was broken off can be taken away as well.
    write_private(folder / MARKER, json.dumps(made))
    try:
        return {path.name: path for path in write_month(folder, month)}
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise EnvironmentProblem(_NOT_WRITTEN, folder=folder, reason=reason) from trouble


def _set_up(ledger: Ledger, month: Month, prices: Path, now: Instant) -> None:
    """State everything before the entries come, so that each is rated only once."""
    mark_me(ledger, MeWish(name=ME.name, numbers=(ME.number,), phone=ME.phone))
    since, zone = month.aims.calls.first.isoformat(), month.zone
    linked = month.aims.scenario is Scenario.BILLED
    plans = {
        _CALLING: PlanWish(start=since, zone=zone, linked=linked),
        _MESSAGING: PlanWish(start=since, zone=zone, anchor_day=ANCHOR_DAY),
    }
    for name, wish in plans.items():
        choose_plans(ledger, [name], wish, now=now, machine_zone=zone)
    seats = SeatWish(committed=COMMITTED_SEATS, additional=ADDITIONAL_SEATS)
    set_seats(ledger, seats, now=now, machine_zone=zone)
    use_prices(ledger, prices)


def _read(ledger: Ledger, path: Path, zone: str, now: Instant) -> Imported:
    method = Method.PHONE if path.name == FROM_PHONE else None
    return import_file(ledger, path, ImportWishes(zone=zone, method=method), now)
