"""Export entries to a file that can be read back without loss."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from app.domain.filters import Filters, Order
from app.domain.problem import UsageProblem, mark
from app.domain.receipt import Receipt
from app.exchange.writer_csv import write_csv
from app.exchange.writer_jsonl import write_jsonl
from app.ledger.ledger import Ledger
from app.ledger.lists.listing import Listing
from app.machine.own_files import OWN_NAMES

_PAGE = 1_000
_WRITERS = {"csv": write_csv, "jsonl": write_jsonl}
_ENDINGS = {".csv": "csv", ".jsonl": "jsonl", ".json": "jsonl", ".ndjson": "jsonl"}
_NO_FORMAT = mark(
    "{file} does not tell the format. End its name with .csv or .jsonl, or add --format."
)
_OWN_FILE = mark("{file} belongs to Talktally itself. Choose another name for the export.")


def export_entries(
    ledger: Ledger | None,
    path: Path,
    filters: Filters,
    format_name: str | None = None,
    *,
    folder: Path,
) -> int:
    """Write the entries that pass the filters, oldest first, and return how many.

    ``format_name`` is "csv" or "jsonl", else the ending of the file tells it. Without a ledger
    there is nothing to write but the file itself. UsageProblem for a file of our own in ``folder``,
    the data folder.
    """
    format_name = format_name or _ENDINGS.get(path.suffix.lower(), "")
    if format_name not in _WRITERS:
        raise UsageProblem(_NO_FORMAT, file=path.name)
    if _is_own(path.resolve(), folder.resolve()):
        raise UsageProblem(_OWN_FILE, file=path.name)
    write = _WRITERS[format_name]
    if ledger is None:
        return write(path, _nothing())
    with closing(Listing(ledger)) as listing:
        return write(path, _found(listing, filters))


def _found(listing: Listing, filters: Filters) -> Iterator[Receipt]:
    count = listing.find(filters, Order.OLDEST)
    for first in range(0, count, _PAGE):
        yield from listing.page(first, _PAGE)


def _is_own(path: Path, folder: Path) -> bool:
    """Tell whether a file is one of ours, such as ledger.db-wal, which SQLite keeps as well."""
    return path.parent == folder and path.name.casefold().startswith(OWN_NAMES)


def _nothing() -> Iterable[Receipt]:
    return ()
