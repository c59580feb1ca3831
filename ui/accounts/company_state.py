"""The company's plan server on the page: who is signed in there, and since when it knows."""

from dataclasses import dataclass

from app.domain.company import Role
from app.domain.cycle import local_day
from app.domain.failure import FailureKind, kind_of
from app.domain.instant import Instant
from app.domain.plan_page import Connected
from app.wording.units import joined
from app.wording.words import Words
from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class CompanyState:
    """The card. ``offers``: keys of what the company's side is asked for, and their names."""

    title: str
    chip: str
    tone: Tone
    mark: str
    account: str
    times: str
    trouble: str = ""
    offers: tuple[tuple[str, str], ...] = ()


def company_state(
    words: Words, connected: Connected | None, now: Instant, zone: str, *, syncing: bool = False
) -> CompanyState:
    """Make the card; ``connected`` is ``None`` where no company is joined."""
    if connected is None:
        return _nobody(words)
    word, tone, mark = _health(words, connected)
    signed_out = kind_of(connected.problem) is FailureKind.SIGN_IN
    again = ("sign_in", words.say("Sign in again…"))
    sync = ("sync", words.say("Sync now"))
    offers = [again] if signed_out else [] if syncing else [sync]
    return CompanyState(
        title=connected.company,
        chip=word,
        tone=tone,
        mark=mark,
        account=_account(words, connected),
        times=words.say("Syncing…") if syncing else _synced(words, connected, now, zone),
        trouble=words.problem(connected.problem) if connected.problem else connected.trouble,
        offers=(*offers, ("leave", words.say("Disconnect…"))),
    )


def _nobody(words: Words) -> CompanyState:
    return CompanyState(
        title=words.say("Your company’s plan server"),
        chip="",
        tone=Tone.QUIET,
        mark="",
        account="",
        times=words.say("It keeps the plan of a company and adds up what everybody used."),
        offers=(("join", words.say("Connect to your company…")),),
    )


def _health(words: Words, connected: Connected) -> tuple[str, Tone, str]:
    kind = kind_of(connected.problem)
    if kind is FailureKind.SIGN_IN:
        return words.say("sign-in needed"), Tone.STOP, "key"
    if kind is FailureKind.OFFLINE:
        return words.say("offline"), Tone.QUIET, "offline"
    if connected.problem is not None or connected.trouble:
        return words.say("trouble"), Tone.NEAR, "near"
    if connected.synced is None:
        return words.say("not read yet"), Tone.PLAIN, "clock"
    return words.say("up to date"), Tone.PLAIN, "done"


def _account(words: Words, connected: Connected) -> str:
    told = {
        Role.OWNER: words.say("{member}, owner", member=connected.member),
        Role.AGENT: words.say("{member}, agent", member=connected.member),
    }
    return joined(words.say("Plan server"), connected.server, told[connected.role])


def _synced(words: Words, connected: Connected, now: Instant, zone: str) -> str:
    at = connected.synced
    if at is None:
        return words.say("never read yet")
    today = local_day(at, zone) == local_day(now, zone)
    return words.say("last read {time}", time=(words.time if today else words.day_time)(at, zone))
