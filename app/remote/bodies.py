"""The body of an answer, read no further than a limit, packed or unpacked."""

import zlib
from collections.abc import Iterable

_GZIP_OR_ZLIB = 47
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class TooLongError(Exception):
    """A body, or what it unpacks to, is longer than the limit."""


class UnreadableError(Exception):
    """A body is packed in a way nobody asked for, or damaged."""


def read_body(pieces: Iterable[bytes], encoding: str, most: int) -> bytes:
    """Join the pieces of a body and unpack them; ``encoding`` is the header Content-Encoding.

    Raises:
        TooLongError: there are more than ``most`` bytes; the rest is not read.
        UnreadableError: it cannot be unpacked.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _joined(pieces, most)
    if name not in _PACKED:
        raise UnreadableError(name)
    return _unpacked(pieces, most)


def _joined(pieces: Iterable[bytes], most: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            raise TooLongError
    return bytes(body)


def _unpacked(pieces: Iterable[bytes], most: int) -> bytes:
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
    body = bytearray()
    try:
        for piece in pieces:
            # One byte more than may be, so that a body of exactly the limit is let through.
            body += unpacker.decompress(piece, most + 1 - len(body))
            if len(body) > most:
                raise TooLongError
    except zlib.error as error:
        raise UnreadableError(str(error)) from None
    if not unpacker.eof:
        message = "it ends too early"
        raise UnreadableError(message)
    return bytes(body)
