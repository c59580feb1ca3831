"""Rounds as lines for a person."""

from typing import TYPE_CHECKING

from app.actions.sync_now import Synced
from app.wording.units import joined
from app.wording.words import Words

if TYPE_CHECKING:
    from app.sync.accounts.outcome import AccountOutcome


def company_lines(words: Words, synced: Synced) -> list[str]:
    """Write what a round with the company's plan server did; nothing where nothing was new."""
    lines = [
        words.say("Your company changed the plan: {plan}.", plan=each.title) for each in synced.news
    ]
    if synced.sent:
        lines.append(words.say_many("{n} count was sent.", "{n} counts were sent.", synced.sent))
    return lines


def account_lines(words: Words, outcome: "AccountOutcome") -> list[str]:
    """Write what a round with an account brought; nothing where nothing was new."""
    new = words.say_many("{n} new entry", "{n} new entries", outcome.new)
    changed = words.say_many("{n} changed", "{n} changed", outcome.changed)
    gone = words.say_many("{n} deleted there", "{n} deleted there", outcome.gone)
    refused = words.say_many("{n} refused", "{n} refused", outcome.refused)
    told = joined(
        new if outcome.new else "",
        changed if outcome.changed else "",
        gone if outcome.gone else "",
        refused if outcome.refused else "",
    )
    return [f"{outcome.connection.name}: {told}"] if told else []
