"""JSON of any size, one record after the other: pages with a list, bare lists, records in a row."""

import json
from collections.abc import Callable, Collection, Iterator
from json import JSONDecodeError, JSONDecoder
from typing import TextIO

from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord

#: Longest single record in characters.
LIMIT = 4 << 20
_CHUNK = 1 << 16
_BLANK = " \t\r\n,"

BROKEN = mark("The JSON is broken here; nothing after this record could be read")
BROKEN_LINE = mark("The line is not JSON")

# Numbers stay as they are written: a price must not pass through a float.
_DECODER = JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


class BrokenJson(ValueError):  # noqa: N818 - named for what the text is
    """The text stops being JSON, or one record is longer than :data:`LIMIT`."""


def decoded(text: str) -> object:
    """Decode one whole JSON text; BrokenJson when it is not one."""
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as trouble:
        raise BrokenJson(str(trouble)) from None


def by_line(stream: TextIO, pages: Collection[str]) -> Iterator[object]:
    """Give the records of JSON lines; an UnreadableRecord, not raised, stands for a broken line."""
    while line := stream.readline(LIMIT):
        if not line.strip():
            continue
        try:
            document = decoded(line)
        except BrokenJson:
            while line and not line.endswith("\n"):
                line = stream.readline(LIMIT)
            yield UnreadableRecord(BROKEN_LINE)
        else:
            yield from _records_within(document, pages)


def as_one(stream: TextIO, pages: Collection[str]) -> Iterator[object]:
    """Give the records of a document read in pieces; a last UnreadableRecord where it breaks off.

    ``pages`` are the keys whose lists hold records.
    """
    text = _Pieces(stream.read)
    try:
        while character := text.next_mark():
            if character == "[":
                yield from _elements(text)
            elif character == "{":
                yield from _members(text, pages)
            else:
                yield text.value()
    except BrokenJson:
        yield UnreadableRecord(BROKEN)


def _records_within(document: object, pages: Collection[str]) -> Iterator[object]:
    listed = document
    if isinstance(document, dict):
        listed = next((document[key] for key in pages if key in document), None)
    yield from listed if isinstance(listed, list) else (document,)


def _elements(text: "_Pieces") -> Iterator[object]:
    text.expect("[")
    while (character := text.next_mark()) != "]":
        if not character:
            raise BrokenJson("unfinished list")
        yield text.value()
    text.expect("]")


def _members(text: "_Pieces", pages: Collection[str]) -> Iterator[object]:
    """Walk one object: its list of records if it is a page, else the object itself."""
    text.expect("{")
    kept: dict[str, object] = {}
    page = False
    while text.next_mark() != "}":
        key = text.value()
        text.next_mark()
        text.expect(":")
        if not isinstance(key, str):
            raise BrokenJson("a key that is no text")
        if text.next_mark() == "[" and key in pages:
            page = True
            yield from _elements(text)
        else:
            kept[key] = text.value()
    text.expect("}")
    if not page:
        yield kept


class _Pieces:
    """A window on a long JSON text that reads on when a value reaches over its end."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read = read
        self._text = ""
        self._at = 0
        self._ended = False

    def next_mark(self) -> str:
        """Skip blanks and commas and give the next character without taking it, "" at the end."""
        while True:
            text, at = self._text, self._at
            while at < len(text) and text[at] in _BLANK:
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if self._ended:
                return ""
            self._read_on()

    def expect(self, character: str) -> None:
        """Take one character; BrokenJson when another one stands there."""
        if self._text[self._at : self._at + 1] != character:
            raise BrokenJson(f"{character} expected")
        self._at += 1

    def value(self) -> object:
        """Take one whole value."""
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
            except (JSONDecodeError, RecursionError) as trouble:
                self._read_on_or_fail(trouble)
                continue
            # A number that ends with the window may go on behind it.
            if end == len(self._text) and not self._ended:
                self._read_on()
                continue
            self._at = end
            return found

    def _read_on_or_fail(self, trouble: Exception) -> None:
        held = len(self._text) - self._at
        if self._ended or held > LIMIT or isinstance(trouble, RecursionError):
            raise BrokenJson(str(trouble)) from None
        self._read_on()

    def _read_on(self) -> None:
        rest = self._text[self._at :]
        # As much again as is held, so that a long value is not decoded once for every piece.
        more = self._read(max(_CHUNK, len(rest)))
        self._ended = not more
        self._text, self._at = rest + more, 0
