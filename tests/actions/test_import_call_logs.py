"""Call logs of softphones on their way into the ledger."""

from pathlib import Path

from app.actions.import_file import Imported, ImportWishes, import_file
from app.domain.event import Call
from app.ledger.ledger import Ledger
from tests.support.ledgers import NOW, ledger_with, receipts
from tests.support.readings import SAMPLES

ROW = "[Calls]\n0=+15550100;Contact;{0};1795303840;{1};\n"


def _import(ledger: Ledger, path: Path) -> Imported:
    return import_file(ledger, path, ImportWishes(), NOW)


def _ring(folder: Path, kind: int, seconds: int) -> Path:
    path = folder / "MicroSIP.ini"
    path.write_text(ROW.format(kind, seconds), encoding="utf-16")
    return path


def _entries(ledger: Ledger) -> list[tuple[str, int]]:
    found = [each.fact for each in receipts(ledger)]
    return [(fact.external_id, fact.talk_us) for fact in found if isinstance(fact, Call)]


def test_a_call_read_while_it_rang_is_replaced_when_it_is_over(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        first = _import(ledger, _ring(tmp_path, 2, 0))
        (rang,) = _entries(ledger)
        _import(ledger, _ring(tmp_path, 1, 61))
        (over,) = _entries(ledger)
    assert first.tally.new == 1
    assert rang[0] == over[0]
    assert (rang[1], over[1]) == (0, 61_000_000)


def test_a_log_read_twice_adds_nothing(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        for name in ("linphone_call_history.db", "twinkle.ch", "asterisk.csv", "kamailio.sqlite"):
            _import(ledger, SAMPLES / name)
            again = _import(ledger, SAMPLES / name)
            assert (again.tally.new, again.tally.known) == (0, again.tally.read)
