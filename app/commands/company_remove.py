"""``talktally company remove``: a person leaves the company, after a look at what that means."""

import argparse
from typing import NamedTuple

from app.actions.company_here import company_here
from app.actions.company_people import read_access, remove_member
from app.assembly import Workplace
from app.commands.company_ledger import company_ledger
from app.commands.member_called import member_called
from app.domain.access import Access, Member
from app.domain.problem import ExitCode


class _Leaving(NamedTuple):
    member: Member
    devices: tuple[str, ...]
    myself: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare who."""
    parser.add_argument("name", metavar="NAME", help="the name of the person, or their id")
    parser.add_argument("--yes", action="store_true", help="remove them")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show what would happen; with ``--yes``, remove them."""
    ledger, secrets = company_ledger(workplace), workplace.secrets()
    access = read_access(ledger, secrets)
    member = member_called(arguments.name, access)
    if not arguments.yes:
        myself = company_here(ledger).member_id == member.id
        _tell_preview(_Leaving(member, _devices(access, member), myself), workplace)
        return ExitCode.REFUSED
    remove_member(ledger, secrets, member.id)
    if workplace.as_json:
        workplace.tell_json({"removed": member.id, "name": member.name})
    else:
        workplace.tell(workplace.words.say("{person} is removed.", person=member.name))
    return ExitCode.DONE


def _devices(access: Access, member: Member) -> tuple[str, ...]:
    """Name the computers on which somebody is signed in."""
    theirs = (each for each in access.devices if each.member == member.id)
    return tuple(each.device for each in theirs if each.revoked is None)


def _tell_preview(found: _Leaving, workplace: Workplace) -> None:
    say, devices = workplace.words.say, ", ".join(found.devices)
    if workplace.as_json:
        workplace.tell_json(
            {
                "removed": None,
                "name": found.member.name,
                "member": found.member.id,
                "devices": list(found.devices),
                "myself": found.myself,
            }
        )
        return
    workplace.tell(say("{person} would be removed from the company.", person=found.member.name))
    if found.myself:
        workplace.tell(say("That is you: this computer would be signed out, too."))
    if devices:
        workplace.tell(say("Devices that would be signed out: {devices}", devices=devices))
    workplace.tell(
        say("Open invitations of theirs, and those they made, would be taken back."),
        say("What they used stays counted."),
    )
    workplace.warn(say("Nothing was changed. To go ahead, add --yes."))
