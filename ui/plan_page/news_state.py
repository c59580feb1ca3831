"""What a change of plan says until it is put away: what changed, and what it means for me."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.plan import MeterKind
from app.domain.plan_page import MeterMove, PlanNews
from app.domain.problem import mark
from app.wording.units import stop
from app.wording.words import Words

_INCLUDED = {
    MeterKind.MINUTES: mark("{before} → {after} minutes"),
    MeterKind.CALLS: mark("{before} → {after} calls"),
    MeterKind.SMS: mark("{before} → {after} SMS segments"),
    MeterKind.MMS: mark("{before} → {after} MMS segments"),
}
_NEW = {
    MeterKind.MINUTES: mark("{after} minutes included"),
    MeterKind.CALLS: mark("{after} calls included"),
    MeterKind.SMS: mark("{after} SMS segments included"),
    MeterKind.MMS: mark("{after} MMS segments included"),
}
_GONE = {
    MeterKind.MINUTES: mark("minutes are no longer limited"),
    MeterKind.CALLS: mark("the number of calls is no longer limited"),
    MeterKind.SMS: mark("SMS segments are no longer counted"),
    MeterKind.MMS: mark("MMS segments are no longer counted"),
}


@dataclass(frozen=True, slots=True)
class NewsState:
    """One change, with the ids of the news that it is made of; ``put_away`` names its button."""

    ids: tuple[int, ...]
    headline: str
    detail: str
    put_away: str


def news_states(words: Words, news: Sequence[PlanNews], now: Instant) -> tuple[NewsState, ...]:
    """Make the words of all changes; what came at once and holds from one day on is told at once.

    Of two lines that were changed in one go the starts may differ by seconds, so all that held
    already when it came is one change.
    """
    changes: dict[tuple[Instant, Instant], list[PlanNews]] = {}
    for each in news:
        changes.setdefault((each.told, max(each.told, each.start)), []).append(each)
    return tuple(news_state(words, change, now) for change in changes.values())


def news_state(words: Words, change: Sequence[PlanNews], now: Instant) -> NewsState:
    """Make the words of a change, of calls first; its news come newest first."""
    news = sorted(change, key=lambda each: each.id)
    pieces = [
        *(piece for each in news for piece in _of_line(words, each)),
        *_start(words, news[0], now),
    ]
    sentences = (stop(each[:1].upper() + each[1:]) for each in pieces)
    return NewsState(
        ids=tuple(each.id for each in news),
        headline=words.say("Your company changed the plan."),
        detail=" ".join(sentences),
        put_away=words.say("Put away"),
    )


def _of_line(words: Words, news: PlanNews) -> Iterator[str]:
    yield from _plans(words, news)
    for move in news.moves:
        yield from _move(words, move)


def _plans(words: Words, news: PlanNews) -> Iterator[str]:
    if not news.before:
        yield words.say("Now in force: {plan}", plan=news.title)
    elif news.before != news.title:
        yield words.say("{before} → {plan}", before=news.before, plan=news.title)


def _move(words: Words, move: MeterMove) -> Iterator[str]:
    after, before = move.included_after, move.included_before
    if after is None:
        yield words.say(_GONE[move.kind])
        return
    if before is None:
        said = words.say(_NEW[move.kind], after=after)
    elif before == after:
        return
    else:
        said = words.say(_INCLUDED[move.kind], before=before, after=after)
    if move.remaining_after is None:
        yield said
    else:
        yield words.say("{change}, you have {left} left", change=said, left=move.remaining_after)


def _start(words: Words, news: PlanNews, now: Instant) -> Iterator[str]:
    if news.start > now:
        day = words.full_day(local_day(news.start, news.zone))
        yield words.say("It applies from {day}", day=day)
