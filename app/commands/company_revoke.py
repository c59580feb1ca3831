"""``talktally company revoke``: sign a device out, or withdraw an invitation."""

import argparse

from app.actions.company_people import read_access, revoke_device, withdraw_invitation
from app.assembly import Workplace
from app.commands.company_ledger import company_ledger
from app.domain.problem import ExitCode, UsageProblem, mark

_LEAST = 6
_UNKNOWN = mark(
    "No device and no invitation has the id {id}. Copy one from: talktally company people"
)
_SEVERAL = mark("Several ids begin with {id}. Write more of it.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which one."""
    parser.add_argument(
        "id", metavar="ID", help='as "company people" lists it; its first 6 letters or more'
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Take it away."""
    ledger, secrets, say = company_ledger(workplace), workplace.secrets(), workplace.words.say
    access = read_access(ledger, secrets)
    devices = [each.id for each in access.devices if each.revoked is None]
    invitations = [each.id for each in access.invitations if each.revoked is None]
    found = _found(arguments.id, [*devices, *invitations])
    if found in devices:
        revoke_device(ledger, secrets, found)
        kind, line = "device", say("The device is signed out.")
    else:
        withdraw_invitation(ledger, secrets, found)
        kind, line = "invitation", say("The invitation is withdrawn.")
    if workplace.as_json:
        workplace.tell_json({"revoked": found, "kind": kind})
    else:
        workplace.tell(line)
    return ExitCode.DONE


def _found(asked: str, known: list[str]) -> str:
    found = [each for each in known if len(asked) >= _LEAST and each.startswith(asked)]
    if len(found) > 1:
        raise UsageProblem(_SEVERAL, id=asked[:32])
    if not found:
        raise UsageProblem(_UNKNOWN, id=asked[:32])
    return found[0]
