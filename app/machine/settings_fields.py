"""The settings as fields of a file: each is read by itself: one that is broken is one lost."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, fields

from app.domain.instant import Instant
from app.domain.notice_choice import NoticeChoice
from app.domain.own_warnings import OwnWarnings
from app.domain.phone_choice import STRIPS, PhoneChoice
from app.domain.quiet import DAY_MINUTES, QuietHours

Document = Mapping[str, object]
_MOST = 1_000_000


def text(document: Document, name: str, usual: str, among: Collection[str] = ()) -> str:
    """Return a text, one of several where they are named."""
    found = document.get(name)
    fits = isinstance(found, str) and (not among or found in among)
    return found if fits and isinstance(found, str) else usual


def yes_or_no(document: Document, name: str, *, usual: bool) -> bool:
    """Return a yes or no."""
    found = document.get(name)
    return found if isinstance(found, bool) else usual


def whole(document: Document, name: str, usual: int, *, low: int = 0, high: int = _MOST) -> int:
    """Return a whole number from ``low`` to ``high``."""
    found = document.get(name)
    return found if type(found) is int and low <= found <= high else usual


def weekdays(document: Document, name: str, usual: frozenset[int]) -> frozenset[int]:
    """Return days of the week, Monday is 0."""
    found = document.get(name)
    if not isinstance(found, list):
        return usual
    return frozenset(day for day in found if type(day) is int and 0 <= day < 7)


def instant_of(document: Document, name: str) -> Instant:
    """Return an instant, 0 where there is none."""
    found = document.get(name)
    return Instant(found) if type(found) is int and found >= 0 else Instant(0)


def notices(document: Document) -> NoticeChoice:
    """Return which notices are wanted."""
    part, usual = _part(document, "notices"), NoticeChoice()
    found = {
        each.name: yes_or_no(part, each.name, usual=getattr(usual, each.name))
        for each in fields(NoticeChoice)
    }
    return NoticeChoice(**found)


def quiet(document: Document) -> QuietHours:
    """Return the quiet hours."""
    part, last = _part(document, "quiet"), DAY_MINUTES - 1
    return QuietHours(
        whole(part, "from_minute", 0, high=last),
        whole(part, "until_minute", 0, high=last),
        weekdays(part, "days", frozenset()),
    )


def warnings(document: Document) -> OwnWarnings:
    """Return the warnings of one's own."""
    part = _part(document, "warnings")
    return OwnWarnings(
        _maybe(part, "minutes", high=_MOST),
        _maybe(part, "calls", high=_MOST),
        _maybe(part, "pool_percent", high=100),
    )


def phone(document: Document) -> PhoneChoice:
    """Return which softphones are listened to, and who dials."""
    part, usual = _part(document, "phone"), PhoneChoice()
    logs = part.get("logs")
    return PhoneChoice(
        baresip=yes_or_no(part, "baresip", usual=usual.baresip),
        baresip_at=text(part, "baresip_at", usual.baresip_at),
        hook=yes_or_no(part, "hook", usual=usual.hook),
        hook_port=whole(part, "hook_port", usual.hook_port, low=1024, high=65_535),
        logs=tuple(filter(_is_text, logs)) if isinstance(logs, list) else (),
        strip=text(part, "strip", usual.strip, STRIPS),
        dialler=text(part, "dialler", usual.dialler),
        at_once=yes_or_no(part, "at_once", usual=usual.at_once),
    )


def plain(value: object) -> object:
    """Return a setting as JSON knows it."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, (NoticeChoice, QuietHours, OwnWarnings, PhoneChoice)):
        return {name: plain(each) for name, each in asdict(value).items()}
    return value


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _part(document: Document, name: str) -> Document:
    found = document.get(name)
    return found if isinstance(found, dict) else {}


def _maybe(part: Document, name: str, *, high: int) -> int | None:
    found = part.get(name)
    return found if type(found) is int and 1 <= found <= high else None
