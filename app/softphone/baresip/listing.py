"""The answers to "listcalls" and "callstat", which are text made for people."""

from re import MULTILINE
from re import compile as pattern
from typing import NamedTuple

from app.domain.call_report import Listed
from app.domain.event import Direction
from app.softphone.baresip.message import id_of, uri_of

_SECOND = 1_000_000
# No person has so many calls at once; what lists more is no softphone.
_MOST = 500
# "> [line 1]  0:00:02  ESTABLISHED  (on hold)  sip:+15550100@…" in 1.0.0; since then with the id,
# "> [line 1, id 8fd9]". A ">" marks the current call of an account.
_line = pattern(
    r"^(?P<mark>[> ]?) *\[line \d{1,6}(?:, id (?P<id>[^\]\s]{1,1000}))?\]"
    r" +(?P<hours>\d{1,6}):(?P<minutes>\d{1,2}):(?P<seconds>\d{1,2})"
    r" +(?P<state>[A-Z_?]{1,40})(?P<held> +\(on hold\))?(?: +(?P<uri>\S{1,1000}))?[ \r]*$",
    MULTILINE,
)
_peer = pattern(r"^ *peer_uri:.{0,2000}<(?P<uri>[^<>\n]{1,1000})>[ \r]*$", MULTILINE)
_id = pattern(r"^ *af=\S{1,40} +id=(?P<id>\S{1,1000})", MULTILINE)
_direction = pattern(r"^ *direction: *(?P<direction>Outgoing|Incoming)", MULTILINE)
_BEFORE_ANSWER = {"INCOMING": Direction.INBOUND, "OUTGOING": Direction.OUTBOUND,
                  "RINGING": Direction.OUTBOUND}  # fmt: skip


_heading = pattern(r"^-+ Active calls \((?P<calls>\d{1,6})\) -+", MULTILINE)
_accounts = pattern(r"^-+ User Agents \((?P<accounts>\d{1,6})\) *-+", MULTILINE)


class Line(NamedTuple):
    """A call in the list; ``current`` where it is the one that "callstat" would tell of."""

    call: Listed
    current: bool = False


class Calls(NamedTuple):
    """The calls in a list; ``of_all`` where it surely has those of all accounts."""

    lines: list[Line]
    of_all: bool


class Stat(NamedTuple):
    """What "callstat" tells of the current call."""

    id: str
    uri: str
    direction: Direction | None


def calls_of(text: str) -> Calls | None:
    """Read an answer to "listcalls"; ``None`` where not every call in it can be read.

    A version whose list looks otherwise must not look like a softphone without calls.
    ``None`` as well for more calls than anybody can have.
    """
    lines = [
        Line(
            Listed(
                id_of(found["id"] or ""),
                uri_of(found["uri"] or ""),
                _talked(found["state"], found["hours"], found["minutes"], found["seconds"]),
                _BEFORE_ANSWER.get(found["state"]),
                held=bool(found["held"]),
            ),
            current=found["mark"] == ">",
        )
        for found in _line.finditer(text)
    ]
    if len(lines) > _MOST:
        return None
    announced = [int(found["calls"]) for found in _heading.finditer(text)]
    if sum(announced) != len(lines) or not (announced or _says_none(text)):
        return None
    # Since it has ids, the list goes through all accounts and names each.
    return Calls(lines, of_all=not announced or "User-Agent:" in text)


def accounts_of(text: str) -> int | None:
    """Return how many accounts an answer to "reginfo" counts, ``None`` where it does not say."""
    found = _accounts.search(text)
    return int(found["accounts"]) if found else None


def stat_of(text: str) -> Stat | None:
    """Read an answer to "callstat", ``None`` where there is no call."""
    found, peer = _id.search(text), _peer.search(text)
    if not found:
        return None
    way = _direction.search(text)
    direction = Direction.INBOUND if way and way["direction"] == "Incoming" else Direction.OUTBOUND
    return Stat(id_of(found["id"]), uri_of(peer["uri"]) if peer else "", direction if way else None)


def _talked(state: str, hours: str, minutes: str, seconds: str) -> int | None:
    """Return for how long a call has been answered: its time counts from then on, not before."""
    elapsed = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return elapsed * _SECOND if elapsed or state == "ESTABLISHED" else None


def _says_none(text: str) -> bool:
    """Tell whether a list without a heading says that there is no call: in words, or by silence."""
    return not text.strip() or "no active calls" in text.lower()
