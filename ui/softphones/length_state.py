"""What the dialog shows that asks how long a call was whose end was estimated; Qt-free."""

import re
from dataclasses import dataclass

from app.domain.call_report import UnsureEnd
from app.domain.durations import duration
from app.domain.instant import DAY, MINUTE, Instant
from app.wording.words import Words
from ui.softphones.state import began, far_end, why_estimated

#: Minutes alone, m:ss, or h:mm:ss.
_LENGTH = re.compile(r"[0-9]{1,4}(:[0-5][0-9])?|[0-9]{1,2}(:[0-5][0-9]){2}")


@dataclass(frozen=True, slots=True)
class LengthState:
    """The words of the dialog; ``text`` is what stands in its field at first."""

    title: str
    about: str
    length: str
    text: str
    save: str
    cancel: str


@dataclass(frozen=True, slots=True)
class LengthRead:
    """How what was typed is understood: microseconds, None for no length; ``note`` says it."""

    talk_us: int | None
    note: str


def length_state(words: Words, end: UnsureEnd, now: Instant, zone: str) -> LengthState:
    """Make the dialog's words for a call."""
    who, when = far_end(words, end), began(words, end, now, zone)
    about = words.say("Call begun {time}.", time=when)
    if who:
        about = words.say("Call with {who}, begun {time}.", who=who, time=when)
    return LengthState(
        title=words.say("How long was the call?"),
        about=f"{about} {why_estimated(words, end.guess)}",
        length=words.say("Length"),
        text=words.duration(end.talk_us),
        save=words.say("Save"),
        cancel=words.say("Cancel"),
    )


def read_length(words: Words, end: UnsureEnd, text: str, now: Instant) -> LengthRead:
    """Understand what was typed; what the field showed at first is the estimate to its last part.

    The estimate is never too long: clocks may have been set since.
    """
    text = text.strip()
    if not _LENGTH.fullmatch(text):
        return LengthRead(None, _how_to_write(words, text))
    estimated = text == words.duration(end.talk_us)
    talk_us = end.talk_us if estimated else duration(text, MINUTE)
    if talk_us > max(end.talk_us, min(DAY, now - end.start)):
        return LengthRead(None, _too_long(words, end, now))
    lasted = words.duration_words(talk_us)
    return LengthRead(talk_us, words.say("The call lasted {length}.", length=lasted))


def _how_to_write(words: Words, text: str) -> str:
    how = words.say(
        "Write minutes and seconds such as 12:30, hours too such as 1:02:03, or minutes alone "
        "such as 12."
    )
    return f"{words.say('“{text}” is no length.', text=text)} {how}" if text else how


def _too_long(words: Words, end: UnsureEnd, now: Instant) -> str:
    if now - end.start >= DAY:
        return words.say("A call cannot be longer than a day.")
    most = words.duration(max(end.talk_us, now - end.start))
    return words.say("Since it began, {length} have gone by: it cannot be longer.", length=most)
