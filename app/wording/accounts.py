"""How a connection fares, what was read of it, and when it is read again, in words."""

from datetime import date, timedelta
from math import ceil

from app.domain.accounts import AccountShown, Health, PartRead
from app.domain.connection import Balance, Connection, Provider
from app.domain.instant import MINUTE, Instant
from app.domain.money import Money, parse_amount
from app.domain.problem import mark
from app.wording import dates
from app.wording.key_help import lacking_text
from app.wording.levels import PROVIDERS
from app.wording.units import joined
from app.wording.words import Words

_NEVER = Instant(0)
_HOUR_MINUTES = 60
_SID_SHOWN = 4
_HEALTH = {
    Health.PAUSED: mark("paused"),
    Health.SIGN_IN: mark("key needed"),
    Health.NEW: mark("not read yet"),
    Health.OFFLINE: mark("offline"),
    Health.TROUBLE: mark("trouble"),
    Health.FINE: mark("up to date"),
}
_SENTENCES = {
    Health.PAUSED: mark("Paused. Nothing is read until you resume it."),
    Health.SIGN_IN: mark("Its key is missing or not accepted any more. Give it a new one."),
    Health.NEW: mark("Connected. The first reading has not ended yet."),
    Health.OFFLINE: mark("It cannot be reached at the moment. It is tried again by itself."),
    Health.TROUBLE: mark("The last sync did not go well. It is tried again by itself."),
    Health.FINE: mark("Everything is read."),
}
_NO_PAST_TEXTS = mark(
    "Aircall gives no list of past texts, so only its calls are read here. Texts come from the "
    "usage report that an owner can download at Aircall, or from HubSpot or Twilio."
)


def provider_name(provider: Provider) -> str:
    """Write a provider as it writes itself."""
    return PROVIDERS[provider.value]


def account_name(words: Words, connection: Connection) -> str:
    """Write "Twilio · Example Ltd (AC…)", or "HubSpot · account 9000001" where it has no name.

    HubSpot tells no name of a company, so its title is made of the account's number.
    """
    provider = provider_name(connection.provider)
    title, account = connection.title, connection.account
    if title in {"", provider, f"{provider} {account}"}:
        return joined(provider, words.say("account {account}", account=account) if account else "")
    return joined(provider, title if account in title else f"{title} ({account})")


def are_texts_left_out(shown: AccountShown) -> bool:
    """Tell whether texts were read that count toward no plan until a person names one.

    Those are HubSpot's: notes of what another service carried, without number or segments.
    """
    connection = shown.connection
    if connection.provider is not Provider.HUBSPOT or connection.options.counts_toward:
        return False
    return any(part.entries for part in shown.parts if part.part.partition(" ")[0] == "texts")


def do_calls_use_minutes(shown: AccountShown) -> bool:
    """Tell whether calls of a Twilio account were read that use the minutes of the plan for calls.

    That is so until a person says that the account is the one behind Twilio Connect.
    """
    connection = shown.connection
    options = connection.options
    if connection.provider is not Provider.TWILIO or options.behind_connect:
        return False
    calls = any(part.entries for part in shown.parts if part.part.partition(" ")[0] == "calls")
    return calls and not options.counts_toward


def provider_note(words: Words, provider: Provider) -> str:
    """Say what a provider does not tell anybody, and where else to get it; "" for nothing."""
    return words.say(_NO_PAST_TEXTS) if provider is Provider.AIRCALL else ""


def health_word(words: Words, health: Health) -> str:
    """Name how a connection fares: "up to date", "key needed"."""
    return words.say(_HEALTH[health])


def health_sentence(words: Words, shown: AccountShown) -> str:
    """Say how a connection fares, and what to do where something is wrong."""
    told = {Health.SIGN_IN, Health.OFFLINE, Health.TROUBLE}
    if shown.trouble is not None and shown.health in told:
        return words.problem(shown.trouble)
    return words.say(_SENTENCES[shown.health])


def lacking_lines(words: Words, shown: AccountShown) -> list[str]:
    """Say which rights the key lacks, and what each would bring."""
    provider = shown.connection.provider
    return [lacking_text(words, provider, right) for right in shown.lacking]


def part_name(words: Words, part: str) -> str:
    """Name a part of a connection: "calls", "texts", "calls of AC…93f1"."""
    kind, _, account = part.partition(" ")
    name = words.say("texts") if kind == "texts" else words.say("calls")
    if not account:
        return name
    short = f"{account[:2]}…{account[-_SID_SHOWN:]}"
    return words.say("{part} of {account}", part=name, account=short)


def part_amount(words: Words, part: str, n: int) -> str:
    """Write "12,400 calls" or "1 text"."""
    if part.partition(" ")[0] == "texts":
        return words.say_many("{n} text", "{n} texts", n)
    return words.say_many("{n} call", "{n} calls", n)


def read_line(words: Words, part: PartRead, *, now: Instant, zone: str) -> str:
    """Write "12,400 calls, 3 Nov 2024 to today", or how far the first reading has come."""
    amount = part_amount(words, part.part, part.entries)
    account = part.part.partition(" ")[2]
    if account:
        amount = f"{amount} ({account[:2]}…{account[-_SID_SHOWN:]})"
    if part.first is not None and part.last is not None:
        amount = _dated(words, amount, (part.first, part.last), now=now, zone=zone)
    return amount if part.whole or not part.read else f"{amount} · {_so_far(words, part)}"


def left_open_lines(words: Words, part: PartRead) -> list[str]:
    """Say how many records are not final, were not taken, or will never be final."""
    lines = []
    if part.unfinished:
        lines.append(
            words.say_many(
                "{n} record is not final yet and is read again.",
                "{n} records are not final yet and are read again.",
                part.unfinished,
            )
        )
    if part.refused:
        lines.append(
            words.say_many(
                "{n} record could not be taken.", "{n} records could not be taken.", part.refused
            )
        )
    if part.never:
        lines.append(
            words.say_many(
                "{n} record never got its price or its segments.",
                "{n} records never got their price or their segments.",
                part.never,
            )
        )
    return lines


def gone_line(words: Words, gone: int) -> str:
    """Say how many records the provider deleted after they were read, "" for none."""
    if not gone:
        return ""
    return words.say_many(
        "{n} record was deleted at the provider since.",
        "{n} records were deleted at the provider since.",
        gone,
    )


def last_line(words: Words, shown: AccountShown, *, now: Instant, zone: str) -> str:
    """Write "last 14:05", with its day unless that is today; "never yet" before the first."""
    if shown.synced is None:
        return words.say("never read yet")
    return words.say("last read {time}", time=_when(words, shown.synced, now=now, zone=zone))


def next_line(
    words: Words,
    shown: AccountShown,
    *,
    now: Instant,
    zone: str,
    all_paused_until: Instant = _NEVER,
) -> str:
    """Write "next in 4 min" or "next at 21 Nov 14:05"; "" while it is paused or not planned.

    ``all_paused_until``: no connection is synced by itself before; what is past holds no more.
    """
    if shown.due is None or shown.health is Health.PAUSED:
        return ""
    if max(shown.due, now) < all_paused_until:
        when = _when(words, all_paused_until, now=now, zone=zone)
        return words.say("all syncing is paused until {when}", when=when)
    minutes = ceil((shown.due - now) / MINUTE)
    if minutes <= 0:
        return words.say("next sync is due")
    if minutes < _HOUR_MINUTES:
        return words.say("next in {n} min", n=minutes)
    return words.say("next at {time}", time=_when(words, shown.due, now=now, zone=zone))


def balance_line(words: Words, balance: Balance | None, *, now: Instant, zone: str) -> str:
    """Write "Balance: $12.40, 14:05", with all places that its provider wrote; "" for none."""
    if balance is None:
        return ""
    return words.say(
        "Balance: {price}, {time}",
        price=words.agreed(Money(parse_amount(balance.amount), balance.currency)),
        time=_when(words, balance.at, now=now, zone=zone),
    )


def _dated(
    words: Words, amount: str, ends: tuple[Instant, Instant], *, now: Instant, zone: str
) -> str:
    first, last = (dates.local(end, zone).date() for end in ends)
    today = dates.local(now, zone).date()
    if first == last:
        return words.say("{amount}, {day}", amount=amount, day=_day(words, first, today))
    return words.say(
        "{amount}, {first} to {last}",
        amount=amount,
        first=words.full_day(first),
        last=_day(words, last, today),
    )


def _day(words: Words, day: date, today: date) -> str:
    if day == today:
        return words.say("today")
    return words.say("yesterday") if day == today - timedelta(days=1) else words.full_day(day)


def _so_far(words: Words, part: PartRead) -> str:
    if part.total is None:
        return words.say_many("{n} record read so far", "{n} records read so far", part.read)
    return words.say("{read} of {total} read so far", read=part.read, total=part.total)


def _when(words: Words, at: Instant, *, now: Instant, zone: str) -> str:
    today = dates.local(now, zone).date() == dates.local(at, zone).date()
    return words.time(at, zone) if today else words.day_time(at, zone)
