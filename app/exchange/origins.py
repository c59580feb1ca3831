"""Which kind of file it is, told by its first bytes."""

from pathlib import Path

from app.exchange.archive import ZIP
from app.exchange.database_origin import MAGIC as DATABASE
from app.exchange.database_origin import database_origin
from app.exchange.format import Format
from app.exchange.mapping import Mapping
from app.exchange.origin import Origin
from app.exchange.text_file import first_bytes
from app.exchange.text_origin import text_origin
from app.exchange.voice_rows import page_rows
from app.exchange.zip_origin import zip_origin

_PAGES = (b"<?xml", b"<html", b"<!doc")
_UTF_8_MARK = b"\xef\xbb\xbf"


def laid_open(path: Path, mapping: Mapping, asked: Format | None) -> Origin:
    """Lay a file open, whatever it is; ``asked`` is the format that a person named, if one did.

    Raises Problem when nothing can be read from it as a whole, UsageProblem when it is not there,
    and EnvironmentProblem when the machine cannot read it.
    """
    head = first_bytes(path)
    if head.startswith(DATABASE):
        return database_origin(path)
    if head.startswith(ZIP):
        return zip_origin(path, mapping)
    if head.removeprefix(_UTF_8_MARK).lower().startswith(_PAGES):
        return page_rows(path)
    return text_origin(path, mapping, asked)
