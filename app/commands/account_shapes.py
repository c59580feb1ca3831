"""Connections as plain data, as docs/json.md describes them."""

from app.commands import shapes
from app.domain.accounts import AccountShown, Known, PartRead
from app.domain.connection import AccountFound, Balance, Connection
from app.domain.twilio_account import UseBeside
from app.wording.accounts import provider_note
from app.wording.sync_progress import refused_reason
from app.wording.words import Words


def connection_document(connection: Connection) -> dict[str, object]:
    """Write a connection as the ledger keeps it."""
    options = connection.options
    return {
        "name": connection.name,
        "provider": connection.provider.value,
        "account": connection.account,
        "title": connection.title,
        "address": connection.address or None,
        "zone": connection.zone or None,
        "currency": connection.currency or None,
        "paused": connection.paused,
        "kept_for_run": connection.kept_for_run,
        "path_version": options.version or None,
        "behind_connect": options.behind_connect,
        "subaccounts": options.subaccounts,
        "counts_toward": options.counts_toward or None,
    }


def found_document(words: Words, connection: Connection, found: AccountFound) -> dict[str, object]:
    """Write a connection that was just tried, with the rights its key lacks."""
    note = provider_note(words, connection.provider)
    lacking = [right.value for right in found.lacking]
    return {**connection_document(connection), "lacking": lacking, "note": note or None}


def shown_document(words: Words, shown: AccountShown) -> dict[str, object]:
    """Write a connection with all that is known of it."""
    trouble = shown.trouble
    return {
        **connection_document(shown.connection),
        "health": shown.health.value,
        "problem": None if trouble is None else words.problem(trouble),
        "synced": shapes.at(shown.synced),
        "tried": shapes.at(shown.tried),
        "due": shapes.at(shown.due),
        "lacking": [right.value for right in shown.lacking],
        "parts": [_part(each) for each in shown.parts],
        "people": [person_document(each) for each in shown.people],
        "refused": [
            {"part": each.part, "id": each.external_id, "reason": refused_reason(words, each)}
            for each in shown.refused
        ],
        "gone": shown.gone,
        "balance": _balance(shown.balance),
        "month": None if shown.use is None else _month(shown.use),
    }


def person_document(known: Known) -> dict[str, object]:
    """Write a user of a provider, and who that is here."""
    return {
        "user": known.external_id,
        "name": known.agent,
        "email": known.email or None,
        "active": known.active,
        "person": known.person or None,
        "me": known.is_me,
    }


def _part(part: PartRead) -> dict[str, object]:
    return {
        "part": part.part,
        "entries": part.entries,
        "first": shapes.at(part.first),
        "last": shapes.at(part.last),
        "whole": part.whole,
        "read": part.read,
        "total": part.total,
        "unfinished": part.unfinished,
        "refused": part.refused,
        "never": part.never,
    }


def _balance(balance: Balance | None) -> dict[str, object] | None:
    if balance is None:
        return None
    amount, currency, at = balance
    return {"amount": amount, "currency": currency, "at": shapes.at(at)}


def _month(use: UseBeside) -> dict[str, object]:
    """Write what Twilio counted in a month beside the ledger; its price is exact."""
    price = use.price
    return {
        "from": shapes.day(use.start),
        "to": shapes.day(use.end),
        "at": shapes.at(use.at),
        "subaccounts": use.subaccounts,
        "twilio": use.twilio._asdict(),
        "ledger": use.ledger._asdict(),
        "price": price and {"amount": price.exact(), "currency": price.currency},
    }
