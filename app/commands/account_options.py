"""What a person may say of a connection, as arguments that ``add`` and ``set`` share."""

import argparse
from typing import TYPE_CHECKING

from app.commands import choices
from app.domain.connection import Options

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; what is not said stays as it is."""
    parser.add_argument(
        "--path-version", metavar="VERSION", help="of HubSpot's API: v3, or such as 2026-09"
    )
    parser.add_argument(
        "--behind-connect",
        action=argparse.BooleanOptionalAction,
        help="this Twilio account is the one behind Twilio Connect",
    )
    parser.add_argument(
        "--subaccounts",
        action=argparse.BooleanOptionalAction,
        help="read the subaccounts of a Twilio account, too",
    )
    parser.add_argument(
        "--counts-toward",
        metavar="PLAN",
        help='the plan its records count toward, "none", or "" for what the plans say',
    )


def options_of(arguments: argparse.Namespace, ledger: "Ledger", before: Options) -> Options:
    """Return options with what was said; UsageProblem for a plan that nobody knows."""
    said = arguments.behind_connect, arguments.subaccounts
    behind, subaccounts = said
    return Options(
        before.version if arguments.path_version is None else arguments.path_version.strip(),
        before.behind_connect if behind is None else behind,
        before.subaccounts if subaccounts is None else subaccounts,
        _toward(arguments.counts_toward, ledger, before),
    )


def _toward(said: str | None, ledger: "Ledger", before: Options) -> str:
    if said is None:
        return before.counts_toward
    plan = choices.counted_plan(said, ledger)
    return plan if isinstance(plan, str) else plan.name
