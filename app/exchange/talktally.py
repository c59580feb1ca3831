"""Our own exports, read back without loss."""

from app.exchange.columns import Cells, column
from app.exchange.format import Convert, Format, Setup, Shape
from app.exchange.own_columns import READ_COLUMNS, fact_of
from app.exchange.record import Remarked
from app.exchange.spreadsheet import restored

_REQUIRED = {"kind", "provider", "start", "direction", "seconds", "reported", "counts_toward"}
_CSV_COLUMNS = tuple(
    column(name, required=name in _REQUIRED, date=name == "start") for name in READ_COLUMNS
)
_JSON_COLUMNS = tuple(
    column(name, required=name in {"kind", "provider", "start", "direction"})
    for name in READ_COLUMNS
)


def _prepare_csv(setup: Setup) -> Convert:
    when = setup.when()

    def convert(cells: Cells) -> Remarked:
        restored_cells = map(restored, cells)
        return fact_of(dict(zip(READ_COLUMNS, restored_cells, strict=False)), when)

    return convert


def _prepare_json(setup: Setup) -> Convert:
    when = setup.when()

    def convert(cells: Cells) -> Remarked:
        return fact_of(dict(zip(READ_COLUMNS, cells, strict=False)), when)

    return convert


CSV = Format("talktally-csv", Shape.TABLE, _CSV_COLUMNS, _prepare_csv)
JSONL = Format("talktally-jsonl", Shape.JSON, _JSON_COLUMNS, _prepare_json)
