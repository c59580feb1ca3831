"""``talktally sync``: one round with the company's plan server."""

import argparse

from app.actions.sync_now import Synced, sync_now
from app.assembly import Workplace
from app.commands import shapes
from app.commands.company_ledger import company_ledger
from app.domain.plan_page import PlanNews
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: there is one company at most."""


def run(_arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Do the round; trouble is told after what was done all the same, and is the exit code."""
    synced = sync_now(company_ledger(workplace), workplace.secrets(), now=workplace.clock.now)
    if workplace.as_json:
        workplace.tell_json(_document(synced, workplace))
    else:
        workplace.tell(*_lines(synced, workplace))
    if synced.problem is None:
        return ExitCode.DONE
    if not workplace.as_json:
        workplace.warn(workplace.words.problem(synced.problem))
    return synced.problem.exit_code


def _document(synced: Synced, workplace: Workplace) -> dict[str, object]:
    problem = synced.problem
    return {
        "at": shapes.at(synced.at),
        "sent": synced.sent,
        "plan_changed": synced.new_book,
        "news": [_news(each) for each in synced.news],
        "problem": None if problem is None else workplace.words.problem(problem),
    }


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


def _lines(synced: Synced, workplace: Workplace) -> list[str]:
    words = workplace.words
    lines = [
        words.say("Your company changed the plan: {plan}.", plan=each.title) for each in synced.news
    ]
    if synced.sent:
        lines.append(words.say_many("{n} count was sent.", "{n} counts were sent.", synced.sent))
    if not lines and synced.problem is None:
        lines.append(words.say("Everything is up to date."))
    return lines
