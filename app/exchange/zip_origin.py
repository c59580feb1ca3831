"""Zip archives laid open: a workbook, or what Google Takeout hands out of Google Voice."""

from pathlib import Path

from app.domain.problem import Problem, mark
from app.exchange.archive import members
from app.exchange.mapping import Mapping
from app.exchange.origin import Origin
from app.exchange.voice_rows import archive_rows, is_voice_page
from app.exchange.workbook import workbook_rows

_WORKBOOK = "xl/workbook."
_OPEN_DOCUMENT = "mimetype"
_OTHER_BOOK = mark("{file} is a spreadsheet of another kind. Save it as XLSX or CSV.")
_UNKNOWN = mark(
    "{file} is an archive, but neither a workbook nor one of Google Voice. Unpack it and import "
    "the files."
)


def zip_origin(path: Path, mapping: Mapping) -> Origin:
    """Lay an archive open; Problem when it holds nothing that can be read."""
    held = members(path)
    names = [member.filename for member in held]
    if any(name.lower().startswith(_WORKBOOK) for name in names):
        return workbook_rows(path, mapping)
    if any(map(is_voice_page, held)):
        return archive_rows(path)
    raise Problem(_OTHER_BOOK if _OPEN_DOCUMENT in names[:1] else _UNKNOWN, file=path.name)
