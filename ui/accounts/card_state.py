"""One connection as its card shows it: how it fares, what was read, and what can be done."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.accounts import AccountShown, AccountsPage, Health
from app.domain.connection import Connection
from app.domain.instant import Instant
from app.wording.accounts import (
    account_name,
    are_texts_left_out,
    balance_line,
    do_calls_use_minutes,
    gone_line,
    health_sentence,
    health_word,
    lacking_lines,
    last_line,
    left_open_lines,
    next_line,
    part_name,
    provider_name,
    provider_note,
    read_line,
)
from app.wording.month_use import month_use_lines
from app.wording.sync_progress import refused_line
from app.wording.units import joined
from app.wording.words import Words
from ui.accounts.acts import Act
from ui.accounts.people_state import PeopleState, people_state
from ui.accounts.round_state import RoundState
from ui.theme.tone import Tone

_NEVER = Instant(0)
_LOOKS = {
    Health.PAUSED: (Tone.QUIET, "stop"),
    Health.SIGN_IN: (Tone.STOP, "key"),
    Health.NEW: (Tone.PLAIN, "clock"),
    Health.OFFLINE: (Tone.QUIET, "offline"),
    Health.TROUBLE: (Tone.NEAR, "near"),
    Health.FINE: (Tone.PLAIN, "done"),
}
_TOLD = frozenset({Health.SIGN_IN, Health.OFFLINE, Health.TROUBLE})


@dataclass(frozen=True, slots=True)
class HealthState:
    """How it fares: a word or two, in a tone and with an icon."""

    text: str
    tone: Tone
    mark: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A button or a line of a menu, and what it asks for."""

    act: Act
    text: str


@dataclass(frozen=True, slots=True)
class TroubleState:
    """What is wrong and what to do; ``offer`` is the button that does it, if there is one."""

    text: str
    tone: Tone
    mark: str
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """Lines behind a title that opens them."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardState:
    """The card; ``reads`` has a line for each part, ``notes`` are soft sentences.

    ``lacking`` says which rights the key has not, "" where it has all.
    ``spoken`` is read aloud for the card as a whole. ``offers`` are buttons, ``more`` the lines of
    a menu that ``more_name`` opens.
    """

    id: int
    title: str
    account: str
    health: HealthState
    reads: tuple[str, ...]
    times: str
    lacking: str
    notes: tuple[str, ...]
    spoken: str
    trouble: TroubleState | None = None
    round: RoundState | None = None
    people: PeopleState | None = None
    refused: Folded | None = None
    offers: tuple[Offer, ...] = ()
    more: tuple[Offer, ...] = ()
    more_name: str = ""


def card_state(
    words: Words,
    page: AccountsPage,
    shown: AccountShown,
    zone: str,
    running: RoundState | None = None,
    *,
    all_paused_until: Instant = _NEVER,
) -> CardState:
    """Make the card of one connection; times are told in ``zone``.

    ``all_paused_until``: no connection is synced by itself before.
    """
    connection = shown.connection
    tone, mark = _LOOKS[shown.health]
    health = HealthState(_word(words, shown), tone, mark)
    name = f"{provider_name(connection.provider)}: {connection.name}"
    return CardState(
        id=connection.id,
        title=connection.name,
        account=_account(words, connection),
        health=health,
        reads=tuple(_reads(words, page, shown, zone, so_far=running is None)),
        times=joined(
            _last(words, page, shown, zone),
            next_line(words, shown, now=page.now, zone=zone, all_paused_until=all_paused_until),
        ),
        lacking=" ".join(lacking_lines(words, shown)),
        notes=tuple(_notes(words, page, shown, zone)),
        spoken=f"{name}, {health.text}",
        trouble=_trouble(words, shown),
        round=running,
        people=people_state(words, page, shown.people),
        refused=_refused(words, shown),
        offers=tuple(_offers(words, shown)),
        more=tuple(_more(words)),
        more_name=words.say("More"),
    )


def _word(words: Words, shown: AccountShown) -> str:
    if shown.health is Health.NEW and _has_begun(shown):
        return words.say("being read for the first time")
    return health_word(words, shown.health)


def _has_begun(shown: AccountShown) -> bool:
    return any(part.entries or part.read for part in shown.parts)


def _account(words: Words, connection: Connection) -> str:
    """Name provider and account: "HubSpot · Example Works (4711) · through gateway.example"."""
    address = connection.address.partition("://")[2] or connection.address
    through = words.say("through {address}", address=address) if address else ""
    return joined(account_name(words, connection), through, connection.currency)


def _reads(
    words: Words, page: AccountsPage, shown: AccountShown, zone: str, *, so_far: bool
) -> Iterator[str]:
    """Tell what there is of each part; how far it is read, the line of a running round tells."""
    for part in shown.parts:
        told = part if so_far else part._replace(read=0)
        yield read_line(words, told, now=page.now, zone=zone)


def _last(words: Words, page: AccountsPage, shown: AccountShown, zone: str) -> str:
    is_first = shown.synced is None and _has_begun(shown)
    return "" if is_first else last_line(words, shown, now=page.now, zone=zone)


def _notes(words: Words, page: AccountsPage, shown: AccountShown, zone: str) -> Iterator[str]:
    connection = shown.connection
    if shown.health is Health.PAUSED:
        yield health_sentence(words, shown)
    if connection.options.behind_connect:
        yield words.say("This is the account behind Twilio Connect: its calls count as billed.")
    if are_texts_left_out(shown):
        yield words.say(
            "Texts in HubSpot are only notes of what another service carried. They count toward "
            "no plan until you choose one for texts under Options."
        )
    if do_calls_use_minutes(shown):
        yield words.say(
            "Its calls use the minutes of the plan for calls. If this account is the one behind "
            "Twilio Connect, say so under Options."
        )
    if connection.kept_for_run:
        yield words.say("This computer cannot keep the key: it is gone when Talktally is closed.")
    yield from _left_open(words, shown)
    yield from month_use_lines(words, shown)
    for line in (
        gone_line(words, shown.gone),
        balance_line(words, shown.balance, now=page.now, zone=zone),
        provider_note(words, connection.provider),
    ):
        if line:
            yield line


def _left_open(words: Words, shown: AccountShown) -> list[str]:
    """Say of calls and texts together what is not final, or the same line would stand twice."""
    if not shown.parts:
        return []
    every = shown.parts[0]._replace(
        unfinished=sum(part.unfinished for part in shown.parts),
        # Those that are told one by one have a fold of their own.
        refused=0 if shown.refused else sum(part.refused for part in shown.parts),
        never=sum(part.never for part in shown.parts),
    )
    return left_open_lines(words, every)


def _trouble(words: Words, shown: AccountShown) -> TroubleState | None:
    tone, mark = _LOOKS[shown.health]
    offer = Offer(Act.SYNC, words.say("Try again"))
    if shown.health is Health.NEW and shown.trouble is not None:
        return TroubleState(words.problem(shown.trouble), *_LOOKS[Health.TROUBLE], offer)
    if shown.health not in _TOLD:
        return None
    if shown.health is Health.SIGN_IN:
        offer = Offer(Act.KEY, words.say("New key…"))
    return TroubleState(health_sentence(words, shown), tone, mark, offer)


def _refused(words: Words, shown: AccountShown) -> Folded | None:
    """Give the records that were not taken; there can be more than are kept."""
    if not shown.refused:
        return None
    count = max(len(shown.refused), sum(part.refused for part in shown.parts))
    title = words.say_many("{n} record was not taken", "{n} records were not taken", count)
    lines = [f"{part_name(words, each.part)} {refused_line(words, each)}" for each in shown.refused]
    if (rest := count - len(lines)) > 0:
        lines.append(words.say_many("… and {n} more", "… and {n} more", rest))
    return Folded(title, tuple(lines))


def _offers(words: Words, shown: AccountShown) -> Iterator[Offer]:
    if shown.health is Health.PAUSED:
        yield Offer(Act.RESUME, words.say("Resume"))
        return
    if shown.health is not Health.SIGN_IN:
        yield Offer(Act.SYNC, words.say("Sync now"))
    yield Offer(Act.PAUSE, words.say("Pause"))


def _more(words: Words) -> Iterator[Offer]:
    yield Offer(Act.TEST, words.say("Test the key"))
    yield Offer(Act.KEY, words.say("New key…"))
    yield Offer(Act.RENAME, words.say("Rename…"))
    yield Offer(Act.OPTIONS, words.say("Options…"))
    yield Offer(Act.REMOVE, words.say("Remove…"))
