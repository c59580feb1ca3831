"""``talktally duplicates``: entries that may be of one call, from several sources."""

import argparse

from app.actions.duplicates import list_duplicates
from app.assembly import Workplace
from app.commands.arguments import whole
from app.commands.shapes import at
from app.domain.duplicates import Duplicate, Duplicates
from app.domain.event import Call
from app.domain.problem import ExitCode
from app.domain.receipt import Receipt
from app.exchange.own_columns import seconds
from app.wording.duplicates import count_sentence, pair_lines

_MOST = 10_000
_SHOWN = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which pairs are told."""
    parser.add_argument("--all", action="store_true", help="also pairs that are settled")
    parser.add_argument(
        "--limit", type=whole(1, _MOST), default=_SHOWN, help="at most so many (%(default)s)"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Tell the pairs, the newest first."""
    ledger = workplace.existing_ledger()
    found = Duplicates((), {})
    if ledger is not None:
        found = list_duplicates(ledger, most=arguments.limit, settled=arguments.all)
    if workplace.as_json:
        pairs = [_document(pair) for pair in found.pairs]
        workplace.tell_json({"total": found.total, "pairs": pairs})
        return ExitCode.DONE
    workplace.tell(count_sentence(workplace.words, found.total, settled=arguments.all))
    for pair in found.pairs:
        workplace.tell("", *pair_lines(workplace.words, pair, workplace.zone()))
    return ExitCode.DONE


def _document(pair: Duplicate) -> dict[str, object]:
    return {
        "state": pair.state.name.lower(),
        "rule": pair.rule.value,
        "kept": _entry(pair.kept),
        "copy": _entry(pair.copy),
    }


def _entry(receipt: Receipt) -> dict[str, object]:
    fact = receipt.fact
    return {
        "entry": receipt.id,
        "provider": fact.source.provider,
        "start": at(fact.start),
        "number": fact.far,
        "seconds": seconds(fact.talk_us) if isinstance(fact, Call) else None,
    }
