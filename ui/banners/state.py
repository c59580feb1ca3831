"""What the banner slot shows: the banner that stands, those that queue, and what can be done."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.banner import ABOUT_TRUST
from app.domain.cycle import day_start, local_day
from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import Banner, BannerKind, Status
from app.wording.banners import banner_text
from app.wording.units import joined
from app.wording.words import Words
from ui.banners.chip_text import chip_text
from ui.text.person import whose
from ui.theme.tone import Tone

_TONES = {
    BannerKind.BILLED_CALL: Tone.BILLED,
    BannerKind.BILLED: Tone.BILLED,
    BannerKind.LIMIT_IN_CALL: Tone.STOP,
    BannerKind.BLOCKED: Tone.STOP,
    BannerKind.COULD_BE_BILLED: Tone.STOP,
    BannerKind.NEAR: Tone.NEAR,
    BannerKind.POOL: Tone.NEAR,
    BannerKind.AHEAD: Tone.NEAR,
}
_MARKS = {
    BannerKind.BILLED_CALL: "billed",
    BannerKind.BILLED: "billed",
    BannerKind.LIMIT_IN_CALL: "stop",
    BannerKind.BLOCKED: "stop",
    BannerKind.COULD_BE_BILLED: "stop",
    BannerKind.NEAR: "near",
    BannerKind.POOL: "pool",
    BannerKind.AHEAD: "ahead",
    BannerKind.SIGN_IN: "key",
    BannerKind.DIFFERS: "differs",
    BannerKind.OFFLINE: "offline",
    BannerKind.STALE: "clock",
}
_FOLDABLE = frozenset({BannerKind.BILLED_CALL, BannerKind.BILLED})


@dataclass(frozen=True, slots=True)
class SnoozeChoice:
    """One way to hear of it later: what it is called and until when (microseconds since 1970)."""

    label: str
    until: int


@dataclass(frozen=True, slots=True)
class BannerState:
    """One banner; ``chip`` is its short form. Buttons without a label are not there.

    ``folded`` is a billing banner that the person made small; it is never gone while calls are
    billed.
    """

    kind: str
    meter: str
    tone: Tone
    mark: str
    headline: str
    detail: str
    chip: str
    why: str = ""
    later: str = ""
    snoozes: tuple[SnoozeChoice, ...] = ()
    fold: str = ""
    sign_in: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class BannersState:
    """All banners from highest to lowest priority, and what opens one from its chip."""

    banners: tuple[BannerState, ...] = ()
    open_chip: str = ""

    @property
    def standing(self) -> BannerState | None:
        """The banner in the slot: the first that is not folded."""
        return next((banner for banner in self.banners if not banner.folded), None)

    @property
    def chips(self) -> tuple[BannerState, ...]:
        """The banners that queue as chips, folded ones among them."""
        return tuple(banner for banner in self.banners if banner is not self.standing)


def banners_state(
    words: Words, status: Status, now: Instant, *, folded: Collection[str] = ()
) -> BannersState:
    """Make the slot from a status whose snoozed banners are already out of it.

    ``folded``: kinds the person folded; only those that can be folded heed it.
    """
    banners = (_state(words, banner, status, now) for banner in status.banners)
    return BannersState(
        tuple(replace(each, folded=bool(each.fold) and each.kind in folded) for each in banners),
        open_chip=words.say("Show this message"),
    )


def fold(state: BannersState, kind: str) -> BannersState:
    """Make a billing banner a chip."""
    return _refold(state, kind, folded=True)


def bring(state: BannersState, kind: str, meter: str) -> BannersState:
    """Put a banner into the slot because its chip was pressed; unfolds it."""
    chosen = [each for each in state.banners if (each.kind, each.meter) == (kind, meter)]
    others = [each for each in state.banners if each not in chosen]
    opened = [replace(each, folded=False) for each in chosen]
    return replace(state, banners=(*opened, *others))


def _refold(state: BannersState, kind: str, *, folded: bool) -> BannersState:
    changed = (
        replace(each, folded=folded) if each.kind == kind and each.fold else each
        for each in state.banners
    )
    return replace(state, banners=tuple(changed))


def _state(words: Words, banner: Banner, status: Status, now: Instant) -> BannerState:
    said = banner_text(words, banner, status.as_of, status.zone)
    kind = banner.kind
    person = "" if kind in ABOUT_TRUST else whose(words, status, banner.meter)
    snoozes = _snoozes(words, banner, now) if kind is BannerKind.NEAR else ()
    return BannerState(
        kind=str(kind),
        meter=status.key(banner.meter),
        tone=_TONES.get(kind, Tone.QUIET),
        mark=_MARKS[kind],
        headline=_of_person(words, said.headline, person),
        detail=said.detail,
        chip=joined(chip_text(words, banner), person),
        why=_why(words, banner),
        later=words.say("Later") if snoozes else "",
        snoozes=snoozes,
        fold=words.say("Fold") if kind in _FOLDABLE else "",
        sign_in=words.say("Sign in again…") if kind is BannerKind.SIGN_IN else "",
    )


def _of_person(words: Words, sentence: str, person: str) -> str:
    if not person:
        return sentence
    return words.say("{person}: {sentence}", person=person, sentence=sentence)


def _why(words: Words, banner: Banner) -> str:
    if banner.kind in ABOUT_TRUST:
        return ""
    if banner.kind is BannerKind.NEAR:
        return words.say("Why {n}?", n=banner.meter.remaining)
    return words.say("Details")


def _snoozes(words: Words, banner: Banner, now: Instant) -> tuple[SnoozeChoice, ...]:
    """One hour, the start of tomorrow, the reset; those past the reset are left out."""
    cycle = banner.meter.cycle
    tomorrow = local_day(Instant(now + DAY), cycle.zone)
    choices = (
        SnoozeChoice(words.say("In 1 hour"), now + 60 * MINUTE),
        SnoozeChoice(words.say("Tomorrow"), day_start(tomorrow, cycle.zone)),
        SnoozeChoice(words.say("After the reset"), cycle.end),
    )
    return tuple(choice for choice in choices if choice.until <= cycle.end)
