"""Pages of Google Voice laid open as rows: each call is one, and each text of a conversation."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from app.domain.problem import Problem, mark
from app.domain.unreadable import UnreadableRecord
from app.exchange.archive import DAMAGE, opened
from app.exchange.format import Shape
from app.exchange.origin import Reached, Rows
from app.exchange.record import Row
from app.exchange.text_file import reading
from app.exchange.voice_page import VoicePage, VoiceText, voice_page

HEADER = (
    *("voice label", "voice time", "voice duration", "voice own number", "voice number"),
    *("voice name", "voice sent", "voice body", "voice media"),
)
_LARGEST_PAGE = 8 << 20
# Pages are named for the contact, what they hold, and when it began.
_stamp = re.compile(r"\d{4}-\d\d-\d\dT\d\d_\d\d_\d\dZ(?: ?\(\d+\))?").fullmatch
_DAMAGED = mark("The page is damaged or protected and cannot be read")
_TOO_LARGE = mark("The page is larger than eight million bytes")
_GROUP = mark("A conversation with several people is not counted: who was sent what is not told")
_NOTHING = mark("The page tells neither a call nor a text")
_NO_PAGE = mark(
    "{file} is a web page, but none of Google Voice. Import the archive that Google Takeout made."
)


def is_voice_page(member: ZipInfo) -> bool:
    """Whether a file of an archive is named like a page of Google Voice."""
    name = member.filename.rpartition("/")[2]
    stamp = name[:-5].rpartition(" - ")[2]
    return name.lower().endswith(".html") and _stamp(stamp) is not None


def archive_rows(path: Path) -> Rows:
    """Lay an archive of Takeout open; every page in it is read within limits."""
    with reading(path):
        size = path.stat().st_size

    def rows(reached: Reached) -> Iterator[Row]:
        number = 0
        with opened(path) as (archive, stream):
            reached.told = stream.tell
            try:
                pages = sorted(filter(is_voice_page, archive.infolist()), key=_name)
                for member in pages:
                    for row in _member_rows(archive, member):
                        number += 1
                        yield number, row
            finally:
                reached.told = lambda: size

    return Rows(Shape.TABLE, HEADER, size, rows)


def page_rows(path: Path) -> Rows:
    """Lay a single page open; Problem when it is a page of something else."""
    with reading(path), path.open("rb") as stream:
        content = stream.read(_LARGEST_PAGE + 1)
    page = content[:_LARGEST_PAGE].decode("utf-8-sig", "replace")
    found = voice_page(page)
    if not (found.is_call or found.texts):
        raise Problem(_NO_PAGE, file=path.name)
    size = len(content)

    def rows(reached: Reached) -> Iterator[Row]:
        reached.told = lambda: size
        yield from enumerate(_cells(found, path.stem), 1)

    return Rows(Shape.TABLE, HEADER, size, rows)


def _name(member: ZipInfo) -> str:
    return member.filename


def _member_rows(archive: ZipFile, member: ZipInfo) -> Iterator[tuple[str, ...] | UnreadableRecord]:
    try:
        with archive.open(member) as stream:
            content = stream.read(_LARGEST_PAGE + 1)
    except (*DAMAGE, ValueError, OSError):
        yield UnreadableRecord(_DAMAGED)
        return
    if len(content) > _LARGEST_PAGE:
        yield UnreadableRecord(_TOO_LARGE)
        return
    page = voice_page(content.decode("utf-8-sig", "replace"))
    yield from _cells(page, member.filename.rpartition("/")[2][:-5])


def _cells(page: VoicePage, stem: str) -> Iterator[tuple[str, ...] | UnreadableRecord]:
    if page.group:
        yield UnreadableRecord(_GROUP)
    elif page.is_call:
        yield (page.label, page.at, page.duration, "", page.number, page.name, "", "", "")
    elif page.texts:
        yield from _text_cells(page.texts, _contact(stem))
    else:
        yield UnreadableRecord(_NOTHING)


def _contact(stem: str) -> str:
    """Tell whom a page is named for: what stands before its kind and its instant."""
    before = stem.rpartition(" - ")[0]
    return (before.rpartition(" - ")[0] or before).strip()


def _text_cells(texts: list[VoiceText], contact: str) -> Iterator[tuple[str, ...]]:
    """Lay out the texts of two people; the number of the other one may stand in the name alone."""
    others = [text for text in texts if not text.mine]
    number = next((text.number for text in others if text.number), "")
    name = next((text.name.strip() for text in others if text.name.strip()), contact)
    if not number and contact.startswith("+"):
        number = contact
    own = next((text.number for text in texts if text.mine and text.number), "")
    for text in texts:
        sent = "yes" if text.mine else "no"
        yield ("text", text.at, "", own, number, name, sent, text.body, str(text.media))
