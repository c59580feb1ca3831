"""Netstrings, the frames of baresip's control line: a length, a colon, the bytes, a comma."""

#: No message of a softphone is longer; whoever announces more is none. Bytes.
LONGEST = 1_000_000
_DIGITS = len(str(LONGEST))


class NotNetstringsError(Exception):
    """What came is not in netstrings, or one of them is too long: the line is of no use."""


def framed(message: bytes) -> bytes:
    """Return a message in its frame."""
    return b"%d:%b," % (len(message), message)


class Deframer:
    """Takes bytes as they come, in pieces of any size, and gives the whole messages in them.

    It never holds more than one message of :data:`LONGEST` bytes and the piece that came last.
    """

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, piece: bytes) -> list[bytes]:
        """Return the messages that are whole by now, without their frames.

        NotNetstringsError where the bytes can be no netstring. What was whole before is returned
        first: the next call raises.
        """
        self._rest += piece
        found: list[bytes] = []
        begin = 0
        try:
            while (span := self._next(begin)) is not None:
                found.append(bytes(self._rest[span[0] : span[1]]))
                begin = span[1] + 1
        except NotNetstringsError:
            if not found:
                raise
        del self._rest[:begin]
        return found

    def _next(self, begin: int) -> tuple[int, int] | None:
        """Return where the message lies that begins here, ``None`` until all of it has come."""
        colon = self._rest.find(b":", begin, begin + _DIGITS + 1)
        digits = self._rest[begin:] if colon < 0 else self._rest[begin:colon]
        if colon < 0 and len(digits) <= _DIGITS:
            if digits and not digits.isdigit():
                raise NotNetstringsError
            return None
        if colon < 0 or not digits.isdigit() or int(digits) > LONGEST:
            raise NotNetstringsError
        end = colon + 1 + int(digits)
        if len(self._rest) <= end:
            return None
        if self._rest[end] != ord(","):
            raise NotNetstringsError
        return colon + 1, end
