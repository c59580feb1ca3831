"""Pausing and resuming connections, all that were named or none."""

from collections.abc import Sequence

from app.actions.account_here import accounts_named
from app.actions.pause_account import pause_account
from app.assembly import Workplace
from app.commands.account_shapes import connection_document
from app.commands.connected_ledger import connected_ledger
from app.domain.problem import ExitCode


def pause(names: Sequence[str], workplace: Workplace, *, paused: bool) -> int:
    """Pause or resume; UsageProblem before anything is changed if one name is unknown."""
    ledger = connected_ledger(workplace)
    meant = accounts_named(ledger, names)
    changed = [pause_account(ledger, each.id, paused=paused) for each in meant]
    if workplace.as_json:
        workplace.tell_json({"accounts": [connection_document(each) for each in changed]})
        return ExitCode.DONE
    say = workplace.words.say
    for each in changed:
        if paused:
            workplace.tell(say("{name} is paused. Nothing is read from it.", name=each.name))
        else:
            workplace.tell(say("{name} is read again.", name=each.name))
    return ExitCode.DONE
