"""The icon in the tray, what it says under the pointer, and the lines of its menu."""

from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.live_use import included, left_with_calls
from app.domain.meter import Level, Meter, Status, Trust
from app.wording.levels import left_words, level_word, meter_line, meter_name, trust_word
from app.wording.units import joined
from app.wording.words import Words
from ui.overview.state import main_meter
from ui.tray.symbol import WAITING, Symbol, symbol_of

_NEVER = Instant(0)
#: How many meters beside the main one are told of; Windows shows 127 characters.
_MOST_OTHERS = 2
_TOLD = frozenset({Level.NEAR, Level.BLOCKED, Level.COULD_BE_BILLED, Level.BILLED})


@dataclass(frozen=True, slots=True)
class TrayLine:
    """A line of the menu by its key, "" for a rule; without ``enabled`` it only says something.

    ``group`` names the submenu it stands in, "" for none.
    """

    key: str = ""
    text: str = ""
    enabled: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class TrayState:
    """Everything the tray shows; the tooltip's lines are plain text."""

    symbol: Symbol
    tooltip: str
    lines: tuple[TrayLine, ...]


@dataclass(frozen=True, slots=True)
class TrayAround:
    """What the figures do not say.

    ``syncs``: there is something to sync. ``paused_until``: 0 while nothing is paused. ``zone``: of
    times. ``shown``: the window can be seen. ``newer``: a version to tell of, "" for none.
    """

    syncs: bool = False
    paused_until: Instant = _NEVER
    zone: str = "UTC"
    shown: bool = True
    newer: str = ""


_RULE = TrayLine()


def tray_state(
    words: Words, status: Status | None, now: Instant, around: TrayAround = TrayAround()
) -> TrayState:
    """Make the tray's state; ``status`` is ``None`` before the first figures are known."""
    said = _said(words, status, now, around)
    return TrayState(
        symbol=_symbol(status, around),
        tooltip="\n".join(said) or "Talktally",
        lines=tuple(_lines(words, said, around)),
    )


def _symbol(status: Status | None, around: TrayAround) -> Symbol:
    if status is None:
        return WAITING
    return symbol_of(status, main_meter(status.meters), paused=bool(around.paused_until))


def _said(words: Words, status: Status | None, now: Instant, around: TrayAround) -> tuple[str, ...]:
    """Say how it stands, what else is near its end, how old that is, and what rests."""
    said: list[str] = []
    if status is not None:
        main = main_meter(status.meters)
        said += [_main(words, main), *_others(words, status, main), *_calls(words, status, main)]
        said.append(_age(words, status, main, now))
    said.append(_paused(words, now, around))
    return tuple(filter(None, said))


def _main(words: Words, main: Meter | None) -> str:
    if main is None:
        return words.say("No plan yet")
    return meter_line(words, main, level=main.level is not Level.FINE)


def _others(words: Words, status: Status, main: Meter | None) -> list[str]:
    told = [each for each in status.meters if each is not main and each.level in _TOLD]
    return [_short(words, each) for each in told[:_MOST_OTHERS]]


def _short(words: Words, meter: Meter) -> str:
    left = words.say("{left} left", left=left_words(words, meter))
    short = words.say("{meter}: {line}", meter=meter_name(words, meter), line=left)
    return joined(short, level_word(words, meter))


def _calls(words: Words, status: Status, main: Meter | None) -> list[str]:
    """Say what calls that are open have used so far, and what is left with them."""
    calls = status.live
    if not calls:
        return []
    so_far = sum(call.minutes for call in calls)
    if len(calls) == 1:
        told = words.say("On a call · {n} min so far", n=so_far)
    else:
        told = words.say("On {calls} calls · {n} min so far", calls=len(calls), n=so_far)
    if main is None or main.level is Level.NO_DATA or not included(main, calls):
        return [told]
    left = words.number(left_with_calls(main, calls))
    return [joined(told, words.say("{left} left after it", left=left))]


def _age(words: Words, status: Status, main: Meter | None, now: Instant) -> str:
    """Say when it was synced; of figures that nothing is synced for there is no more to say."""
    if main is None or status.trust is Trust.LOCAL:
        return ""
    when = _when(words, status.as_of, now, status.age_zone(main))
    if status.trust is Trust.FRESH:
        return words.say("Synced {when}", when=when)
    trust = trust_word(words, status.trust, status.first_reading)
    return words.say("As of {when} · {trust}", when=when, trust=trust)


def _paused(words: Words, now: Instant, around: TrayAround) -> str:
    if not around.paused_until:
        return ""
    when = _when(words, around.paused_until, now, around.zone)
    return words.say("Paused until {when}", when=when)


def _when(words: Words, at: Instant, now: Instant, zone: str) -> str:
    """Write the time, with its day where that is not today."""
    if local_day(at, zone) == local_day(now, zone):
        return words.time(at, zone)
    return words.day_time(at, zone)


def _lines(words: Words, said: tuple[str, ...], around: TrayAround) -> list[TrayLine]:
    state, *more = said or ("Talktally",)
    open_or_hide = words.say("&Hide Talktally") if around.shown else words.say("&Open Talktally")
    return [
        TrayLine("overview", _literal(state)),
        *(TrayLine("said", _literal(line), enabled=False) for line in more),
        _RULE,
        *([TrayLine("sync", words.say("&Sync now"))] if around.syncs else []),
        TrayLine("import", words.say("&Import…")),
        _RULE,
        TrayLine("call", words.say("I’m on a &call")),
        TrayLine("dial", words.say("&Before you dial")),
        _RULE,
        *_pause(words, around),
        _RULE,
        *_newer(words, around),
        TrayLine("open", open_or_hide),
        TrayLine("quit", words.say("&Quit")),
    ]


def _newer(words: Words, around: TrayAround) -> list[TrayLine]:
    if not around.newer:
        return []
    told = words.say("&Version {version} is there…", version=around.newer)
    return [TrayLine("update", told), _RULE]


def _pause(words: Words, around: TrayAround) -> list[TrayLine]:
    if around.paused_until:
        return [TrayLine("pause.resume", words.say("&Resume syncing and notices"))]
    group = words.say("&Pause syncing and notices")
    return [
        TrayLine("pause.hour", words.say("For 1 &hour"), group=group),
        TrayLine("pause.tomorrow", words.say("Until &tomorrow"), group=group),
    ]


def _literal(text: str) -> str:
    """Keep a menu from reading an "&" of a name as a key to press."""
    return text.replace("&", "&&")
