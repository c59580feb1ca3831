"""The rows that tell of softphones: ends that were estimated, lines that broke; Qt-free."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.domain.call_report import Contact, Guess, SourceNews, UnsureEnd
from app.domain.cycle import local_day
from app.domain.instant import SECOND, Instant
from app.domain.problem import Problem
from app.wording.words import Words
from ui.theme.tone import Tone
from ui.widgets.acting_row_state import ActingRowState

#: More ends than these are told once some of them are settled.
_MOST = 3
RIGHT, CORRECT, LATER = "right", "correct", "later"
TAKE_BACK, SETTINGS = "take_back", "settings"


@dataclass(frozen=True, slots=True)
class PhonesTold:
    """What is known of softphones at a moment.

    ``news``: of each source that is wanted. ``calling``: the sources with calls that go on.
    ``trouble``: why what they say does not reach the ledger now.
    """

    unsure: Sequence[UnsureEnd] = ()
    news: Sequence[SourceNews] = ()
    calling: Collection[str] = ()
    problems: Mapping[str, Problem] | None = None
    trouble: Problem | None = None


def phone_rows(words: Words, told: PhonesTold, now: Instant, zone: str) -> list[ActingRowState]:
    """Make the rows, what holds up the others first."""
    rows = [] if told.trouble is None else [_trouble(words, told.trouble)]
    rows += [row for news in told.news for row in _of_source(words, news, told, zone)]
    return rows + [_of_end(words, each, now, zone) for each in told.unsure[:_MOST]]


def _named(words: Words, source: str) -> str:
    """Name a source in a sentence."""
    return words.say("the local address for softphones") if source == "hook" else source


def _trouble(words: Words, trouble: Problem) -> ActingRowState:
    headline = words.say("What your softphone says waits for the ledger.")
    return ActingRowState("", headline, words.problem(trouble), (), "clock", Tone.NEAR)


def _of_source(
    words: Words, news: SourceNews, told: PhonesTold, zone: str
) -> tuple[ActingRowState, ...]:
    if news.contact is Contact.TAKEN:
        return (_taken(words, news),)
    if news.contact is Contact.REFUSED:
        return (_refused(words, news, (told.problems or {}).get(news.source)),)
    if news.contact is Contact.LOST and news.source in told.calling:
        return (_lost(words, news, zone),)
    return ()


def _taken(words: Words, news: SourceNews) -> ActingRowState:
    return ActingRowState(
        news.source,
        words.say("Another program listens to {source} now.", source=news.source),
        words.say("It has one line only, so calls are not seen here until it is taken back."),
        ((TAKE_BACK, words.say("Take back")),),
        "near",
        Tone.NEAR,
    )


def _refused(words: Words, news: SourceNews, problem: Problem | None) -> ActingRowState:
    why = words.problem(problem) if problem else words.say(news.reason)
    return ActingRowState(
        news.source,
        words.say("Calls are not seen: {source} cannot be listened to.",
                  source=_named(words, news.source)),
        why,
        ((SETTINGS, words.say("Settings")),),
        "near",
        Tone.NEAR,
    )  # fmt: skip


def _lost(words: Words, news: SourceNews, zone: str) -> ActingRowState:
    return ActingRowState(
        news.source,
        words.say("{source} has not answered since {time}.", source=news.source,
                  time=words.time(news.at.wall, zone)),
        words.say("The call is counted on, until it answers or you end the call here."),
        (),
        "near",
        Tone.NEAR,
    )  # fmt: skip


def _of_end(words: Words, end: UnsureEnd, now: Instant, zone: str) -> ActingRowState:
    who, when = far_end(words, end), began(words, end, now, zone)
    least = SECOND if end.talk_us else 0
    length = words.duration_words(max(least, end.talk_us // SECOND * SECOND))
    headline = words.say("The end of the call at {time} was estimated: {length}.",
                         time=when, length=length)  # fmt: skip
    if who:
        headline = words.say("The end of the call with {who} at {time} was estimated: {length}.",
                             who=who, time=when, length=length)  # fmt: skip
    acts = (
        (RIGHT, words.say("Right")),
        (CORRECT, words.say("Correct…")),
        (LATER, words.say("Later")),
    )
    return ActingRowState(str(end.entry), headline, why_estimated(words, end.guess), acts, "clock")


def far_end(words: Words, end: UnsureEnd) -> str:
    """Name whom a call was with, "" where nobody knows."""
    return words.contact(end.name) if end.name else words.phone(end.number)


def began(words: Words, end: UnsureEnd, now: Instant, zone: str) -> str:
    """Write when a call began, with the day where it was another one."""
    today = local_day(end.start, zone) == local_day(now, zone)
    return words.time(end.start, zone) if today else words.day_time(end.start, zone)


def why_estimated(words: Words, guess: Guess) -> str:
    """Say why nobody heard the end of a call."""
    said = {
        Guess.SOFTPHONE_GONE: words.say("The softphone ended during the call."),
        Guess.NOT_LISTED: words.say("The call was over when the softphone answered again."),
        Guess.SLEPT: words.say("The computer slept during the call."),
        Guess.RESTARTED: words.say("The computer was started anew during the call."),
        Guess.NEVER_TOLD: words.say("Nobody told its end."),
        Guess.RECORDED: words.say("Another source had recorded the call."),
    }
    return said[guess]
