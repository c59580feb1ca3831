"""Rounds as plain data, as docs/json.md describes them."""

from typing import TYPE_CHECKING

from app.actions.sync_now import Synced
from app.commands import shapes
from app.domain.plan_page import PlanNews
from app.domain.problem import Problem
from app.wording.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.sync.accounts.outcome import AccountOutcome


def rounds_document(
    words: Words, outcomes: "Sequence[AccountOutcome]", synced: Synced | None
) -> dict[str, object]:
    """Write all rounds; ``synced``: the company's, ``None`` where there was none."""
    return {
        "at": None if synced is None else shapes.at(synced.at),
        "sent": 0 if synced is None else synced.sent,
        "plan_changed": synced is not None and synced.new_book,
        "news": [] if synced is None else [_news(each) for each in synced.news],
        "problem": None if synced is None else _problem(words, synced.problem),
        "accounts": [_account(words, each) for each in outcomes],
    }


def _account(words: Words, outcome: "AccountOutcome") -> dict[str, object]:
    return {
        "name": outcome.connection.name,
        "provider": outcome.connection.provider.value,
        "account": outcome.connection.account,
        "at": shapes.at(outcome.at),
        "read": outcome.read,
        "new": outcome.new,
        "changed": outcome.changed,
        "gone": outcome.gone,
        "refused": outcome.refused,
        "next_in": outcome.next_in,
        "problem": _problem(words, outcome.problem),
    }


def _problem(words: Words, problem: Problem | None) -> str | None:
    return None if problem is None else words.problem(problem)


def _news(news: PlanNews) -> dict[str, object]:
    moves = [
        {
            "kind": move.kind.value,
            "included_before": move.included_before,
            "included": move.included_after,
            "remaining_before": move.remaining_before,
            "remaining": move.remaining_after,
        }
        for move in news.moves
    ]
    start = shapes.at(news.start)
    return {"line": news.line.value, "plan": news.title, "from": start, "meters": moves}
