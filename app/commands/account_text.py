"""Connections as lines for a person."""

from collections.abc import Iterator

from app.domain.accounts import AccountShown, Health, Known
from app.domain.connection import AccountFound, Connection
from app.domain.failure import FailureKind, kind_of
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.wording import accounts
from app.wording.key_help import lacking_text
from app.wording.month_use import month_use_lines
from app.wording.sync_progress import refused_line
from app.wording.units import joined
from app.wording.words import Words

_REFUSED_SHOWN = 5


def found_lines(words: Words, connection: Connection, found: AccountFound) -> Iterator[str]:
    """Write what a provider told of an account, and which rights the key lacks."""
    zone = words.say("Time zone: {zone}", zone=found.zone) if found.zone else ""
    currency = words.say("Currency: {currency}", currency=found.currency) if found.currency else ""
    if zone or currency:
        yield joined(zone, currency)
    for right in found.lacking:
        yield lacking_text(words, connection.provider, right)
    note = accounts.provider_note(words, connection.provider)
    if note:
        yield note


def shown_lines(words: Words, shown: AccountShown, *, now: Instant, zone: str) -> Iterator[str]:
    """Write a connection with all that is known of it."""
    yield _heading(words, shown.connection)
    health = accounts.health_word(words, shown.health)
    yield f"  {health}: {accounts.health_sentence(words, shown)}"
    for part in shown.parts:
        yield f"  {accounts.read_line(words, part, now=now, zone=zone)}"
        yield from (f"    {line}" for line in accounts.left_open_lines(words, part))
    last = accounts.last_line(words, shown, now=now, zone=zone)
    yield f"  {joined(last, accounts.next_line(words, shown, now=now, zone=zone))}"
    for line in _more(words, shown, now=now, zone=zone):
        yield f"  {line}"
    if shown.health is Health.SIGN_IN:
        yield f"  {new_key_line(words, shown.connection.name)}"


def new_key_line(words: Words, connection_name: str) -> str:
    """Write how a connection gets a new key."""
    command = f'talktally account key "{connection_name}"'
    return words.say("To give it a new key: {command}", command=command)


def problem_lines(words: Words, connection_name: str, problem: Problem) -> Iterator[str]:
    """Write what is wrong with a connection, and the command that mends it."""
    yield f"{connection_name}: {words.problem(problem)}"
    if kind_of(problem) is FailureKind.SIGN_IN:
        yield new_key_line(words, connection_name)


def person_line(words: Words, known: Known) -> str:
    """Write a user of a provider, and who that is here."""
    who = known.person or words.say("nobody yet")
    if known.is_me:
        who = words.say("me")
    left = "" if known.active else words.say("deactivated")
    name = f"{known.agent} <{known.email}>" if known.email else known.agent
    return joined(f"{known.external_id}  {name}: {who}", left)


def _heading(words: Words, connection: Connection) -> str:
    """Write name and account, but nothing twice where the name is made of the account."""
    named, line = connection.name, accounts.account_name(words, connection)
    if named == f"{accounts.provider_name(connection.provider)} {connection.account}":
        return named
    return line if line.endswith(f" {named}") else joined(named, line)


def _more(words: Words, shown: AccountShown, *, now: Instant, zone: str) -> Iterator[str]:
    balance = accounts.balance_line(words, shown.balance, now=now, zone=zone)
    gone = accounts.gone_line(words, shown.gone)
    yield from (line for line in (balance, gone) if line)
    yield from month_use_lines(words, shown)
    if accounts.are_texts_left_out(shown):
        command = f'talktally account set "{shown.connection.name}" --counts-toward PLAN'
        yield words.say(
            "Texts in HubSpot are only notes of what another service carried. They count toward "
            "no plan until you name one for texts: {command}",
            command=command,
        )
    if accounts.do_calls_use_minutes(shown):
        command = f'talktally account set "{shown.connection.name}" --behind-connect'
        yield words.say(
            "Its calls use the minutes of the plan for calls. If this account is the one behind "
            "Twilio Connect: {command}",
            command=command,
        )
    yield from accounts.lacking_lines(words, shown)
    for refused in shown.refused[:_REFUSED_SHOWN]:
        yield refused_line(words, refused)
    if shown.connection.kept_for_run:
        yield words.say("Its key is kept for this run only.")
