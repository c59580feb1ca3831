"""``talktally account remove``: remove connections, after a look at what that means."""

import argparse
from collections.abc import Sequence

from app.actions.account_here import accounts_named
from app.actions.read_accounts import read_accounts
from app.actions.remove_account import Removal, Removed, remove_account
from app.assembly import Workplace
from app.commands.connected_ledger import connected_ledger
from app.commands.progress import told_progress
from app.domain.accounts import AccountShown
from app.domain.connection import Connection
from app.domain.problem import ExitCode
from app.wording.accounts import account_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which, and whether their entries go, too."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="the name of a connection")
    parser.add_argument(
        "--with-entries", action="store_true", help="remove what was read from it, too"
    )
    parser.add_argument(
        "--leave-key", action="store_true", help="go ahead though the keyring does not answer"
    )
    parser.add_argument("--yes", action="store_true", help="remove them")
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it is, as JSON lines on stderr"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show what would be removed; with ``--yes``, remove it."""
    ledger = connected_ledger(workplace)
    meant = accounts_named(ledger, arguments.name)
    if not arguments.yes:
        page = read_accounts(ledger, workplace.clock.now())
        ids = {each.id for each in meant}
        found = [each for each in page.accounts if each.connection.id in ids]
        _tell_preview(found, workplace, with_entries=arguments.with_entries)
        return ExitCode.REFUSED
    removed = [_removed(each, arguments, workplace) for each in meant]
    _tell([each for each in removed if each is not None], workplace)
    return ExitCode.DONE


def _removed(
    connection: Connection, arguments: argparse.Namespace, workplace: Workplace
) -> Removed | None:
    with told_progress(connection.name, workplace, as_json=arguments.progress) as progress:
        removal = Removal(arguments.with_entries, arguments.leave_key, progress or _quiet)
        now, secrets = workplace.clock.now(), workplace.secrets()
        return remove_account(workplace.ledger(), secrets, connection.id, now=now, removal=removal)


def _tell(removed: Sequence[Removed], workplace: Workplace) -> None:
    if workplace.as_json:
        told = [{"name": each.connection.name, "entries": each.entries} for each in removed]
        workplace.tell_json({"removed": told})
        return
    words = workplace.words
    for each in removed:
        workplace.tell(words.say("{name} is removed.", name=each.connection.name))
        if each.entries:
            n = each.entries
            workplace.tell(
                words.say_many("{n} entry went with it.", "{n} entries went with it.", n)
            )


def _tell_preview(
    found: Sequence[AccountShown], workplace: Workplace, *, with_entries: bool
) -> None:
    told = [(each.connection, sum(part.entries for part in each.parts)) for each in found]
    if workplace.as_json:
        rows = [{"name": each.name, "entries": n if with_entries else 0} for each, n in told]
        workplace.tell_json({"removed": None, "would": rows})
        return
    words = workplace.words
    for each, n in told:
        workplace.tell(words.say("{account} would be removed.", account=account_name(words, each)))
        if with_entries:
            said = words.say_many(
                "{n} entry read from it would go, too. Nothing brings it back but reading it anew.",
                "{n} entries read from it would go, too. Nothing brings them back but reading "
                "them anew.",
                n,
            )
        else:
            said = words.say_many(
                "{n} entry read from it stays.", "{n} entries read from it stay.", n
            )
        workplace.tell(said)
    workplace.warn(words.say("Nothing was changed. To go ahead, add --yes."))


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""
