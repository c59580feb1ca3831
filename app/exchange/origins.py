"""Which kind of file it is, told by its first bytes."""

from pathlib import Path

from app.exchange.database_origin import MAGIC as DATABASE
from app.exchange.database_origin import database_origin
from app.exchange.format import Format
from app.exchange.mapping import Mapping
from app.exchange.origin import Origin
from app.exchange.text_file import first_bytes
from app.exchange.text_origin import text_origin


def laid_open(path: Path, mapping: Mapping, asked: Format | None) -> Origin:
    """Lay a file open, whatever it is; ``asked`` is the format that a person named, if one did.

    Raises Problem when nothing can be read from it as a whole, UsageProblem when it is not there,
    and EnvironmentProblem when the machine cannot read it.
    """
    if first_bytes(path).startswith(DATABASE):
        return database_origin(path)
    return text_origin(path, mapping, asked)
