"""What reading a file gives: a fact of one line, or the reason why a line was refused."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from app.domain.event import Fact
from app.domain.twins import Remark
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells


class Line(NamedTuple):
    """A line that became a fact; ``number`` is its first line in the file, from 1.

    In JSON, which has no lines to speak of, it is the number of the record. ``written`` stands for
    the cells as the file writes them, and is empty where the record has an id of its own.
    ``remarks``: what a person said of this record and others, ``mine``: whether it is mine,
    ``behind_connect``: its account is behind Twilio Connect; only our own exports tell these.
    ``unfinished``: a softphone may have noted a call that still goes on, to note it again later.
    """

    number: int
    fact: Fact
    written: bytes = b""
    remarks: tuple[Remark, ...] = ()
    mine: bool | None = None
    behind_connect: bool = False
    unfinished: bool = False


class Remarked(NamedTuple):
    """A fact with what else its record tells, as :class:`Line` has it."""

    fact: Fact
    remarks: tuple[Remark, ...] = ()
    mine: bool | None = None
    behind_connect: bool = False
    unfinished: bool = False


def line_of(number: int, cells: Cells, made: Fact | Remarked) -> Line:
    """Make the line of a fact; cells are kept as a digest, for a body may be among them."""
    told = made if isinstance(made, Remarked) else Remarked(made)
    written = b""
    if not told.fact.external_id:
        content = "\0".join(cells).encode("utf-8", "surrogatepass")
        written = blake2b(content, digest_size=16).digest()
    return Line(number, told.fact, written, *told[1:])


class Refusal(NamedTuple):
    """A line that did not become a fact, and why.

    ``reason`` is an English template marked for translation, ``places`` fill it. ``raw`` is the
    offending value alone and never more of the line, so that no message body gets into a report.
    """

    number: int
    reason: str
    places: dict[str, object]
    raw: str


def refused(number: int, trouble: UnreadableRecord) -> Refusal:
    """Make the refusal of the record with this number."""
    return Refusal(number, trouble.reason, trouble.places, trouble.value)


#: A record by its number in the file, from 1; trouble, not raised, stands for one without cells.
Row = tuple[int, Sequence[str] | UnreadableRecord]
