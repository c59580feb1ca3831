"""``talktally company revoke``: sign a device out, or withdraw an invitation."""

import argparse

from app.actions.company_here import company_here
from app.actions.company_people import read_access, revoke_device, withdraw_invitation
from app.assembly import Workplace
from app.commands.company_ledger import company_ledger
from app.domain.access import Access, Device
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
    parser.add_argument("--yes", action="store_true", help="even if it is a device of your own")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Take it away; a device of one's own only with ``--yes``."""
    ledger, secrets, say = company_ledger(workplace), workplace.secrets(), workplace.words.say
    access = read_access(ledger, secrets)
    devices = [each.id for each in access.devices if each.revoked is None]
    invitations = [each.id for each in access.invitations if each.revoked is None]
    found = _found(arguments.id, [*devices, *invitations])
    own = _own(access, found, company_here(ledger).member_id)
    if own is not None and not arguments.yes:
        _tell_preview(own, workplace)
        return ExitCode.REFUSED
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


def _own(access: Access, id_: str, member: str) -> Device | None:
    """Return the device of this id if it is mine: it may well be this computer."""
    mine = (each for each in access.devices if each.member == member)
    return next((each for each in mine if each.id == id_), None)


def _tell_preview(device: Device, workplace: Workplace) -> None:
    say = workplace.words.say
    if workplace.as_json:
        said = {"revoked": None, "kind": "device", "id": device.id, "device": device.device}
        workplace.tell_json(said)
        return
    told = say(
        "{device} is a device of your own. It would be signed out, and need a new invitation to "
        "come back.",
        device=device.device,
    )
    workplace.tell(told)
    workplace.warn(say("Nothing was changed. To go ahead, add --yes."))


def _found(asked: str, known: list[str]) -> str:
    found = [each for each in known if len(asked) >= _LEAST and each.startswith(asked)]
    if len(found) > 1:
        raise UsageProblem(_SEVERAL, id=asked[:32])
    if not found:
        raise UsageProblem(_UNKNOWN, id=asked[:32])
    return found[0]
