"""One request of a softphone, read from the bytes that came so far; nothing in it is trusted."""

from typing import NamedTuple
from urllib.parse import unquote

_LARGEST_HEAD = 8_192
_LARGEST_BODY = 4_096
_MOST_HEADERS = 64
_HEAD_ENDS = b"\r\n\r\n"
_VERSIONS = ("HTTP/1.1", "HTTP/1.0")
_FORM = "application/x-www-form-urlencoded"


class Refused(Exception):  # noqa: N818 - not an error of ours: the answer to somebody
    """Why a request is not taken: the status of the answer, and a sentence that repeats nothing."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


class Request(NamedTuple):
    """``headers``: by name in small letters, each once. ``said``: names and values as they came."""

    method: str
    path: str
    headers: dict[str, str]
    said: list[tuple[str, str]]


def read_request(received: bytes) -> Request | None:
    """Read a request, ``None`` while some of it is still to come; Refused where none can come."""
    head, ended, rest = received.partition(_HEAD_ENDS)
    if len(head) > _LARGEST_HEAD:
        raise Refused(431, "The request is too large.")
    if not ended:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target = _first_line(first)
    headers = _headers(lines)
    length = _length(headers)
    if len(rest) < length:
        return None
    path, _, query = target.partition("?")
    form = headers.get("content-type", "").partition(";")[0].strip().lower() == _FORM
    body = rest[:length].decode("latin-1") if form else ""
    return Request(method, path, headers, [*_pairs(query), *_pairs(body)])


def _first_line(line: str) -> tuple[str, str]:
    method, _, rest = line.partition(" ")
    target, _, version = rest.rpartition(" ")
    if version not in _VERSIONS or not target.startswith("/") or not method.isalpha():
        raise Refused(400, "This is not a request that is understood here.")
    return method, target


def _headers(lines: list[str]) -> dict[str, str]:
    """Take the headers apart; one that comes twice could mean either, so none is believed."""
    if len(lines) > _MOST_HEADERS:
        raise Refused(431, "The request has too many headers.")
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        key = name.lower()
        if not colon or not name or name != name.strip() or key in found:
            raise Refused(400, "A header of the request cannot be read.")
        found[key] = value.strip()
    return found


def _length(headers: dict[str, str]) -> int:
    """Return how many bytes follow the headers; Refused where that is not told plainly."""
    if "transfer-encoding" in headers:
        raise Refused(411, "Say the length of the body, or send none.")
    told = headers.get("content-length", "0")
    if not (told.isascii() and told.isdigit()):
        raise Refused(400, "The length of the body is not a number.")
    if len(told) > len(str(_LARGEST_BODY)) or int(told) > _LARGEST_BODY:
        raise Refused(413, "The body is too large.")
    return int(told)


def _pairs(query: str) -> list[tuple[str, str]]:
    """Take a query or a form apart. A "+" stays one: softphones put numbers in as they are."""
    pieces = (piece.partition("=") for piece in query.split("&") if piece)
    # Bytes come as Latin-1 up to here, so that raw UTF-8 and the percent signs are read alike.
    return [(_text(name), _text(value)) for name, _, value in pieces]


def _text(written: str) -> str:
    """Undo percent signs, in UTF-8 or else Latin-1; one that stands for nothing stays as it is."""
    plain = unquote(written, "latin-1")
    try:
        return plain.encode("latin-1").decode()
    except UnicodeDecodeError:
        return plain
