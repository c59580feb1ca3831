"""``talktally company people``: members, invitations and devices, for owners."""

import argparse
from collections import Counter

from app.actions.company_people import read_access
from app.assembly import Workplace
from app.commands import company_shapes as told
from app.commands.company_ledger import company_ledger
from app.domain.access import Access, Member
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: everybody is listed."""


def run(_arguments: argparse.Namespace, workplace: Workplace) -> int:
    """List everybody who may or might use the server."""
    access = read_access(company_ledger(workplace), workplace.secrets())
    if workplace.as_json:
        workplace.tell_json(
            {
                "members": [told.member_document(each) for each in access.members],
                "invitations": [told.invitation_document(each) for each in access.invitations],
                "devices": [told.device_document(each) for each in access.devices],
            }
        )
    else:
        workplace.tell(*_lines(access, workplace))
    return ExitCode.DONE


def _lines(access: Access, workplace: Workplace) -> list[str]:
    say, names = (
        workplace.words.say,
        Counter(_called(each) for each in access.members if not each.left),
    )
    members = [
        told.member_line(each, workplace, namesake=names[_called(each)] > 1)
        for each in access.members
    ]
    invitations = [told.invitation_line(each, workplace) for each in access.invitations]
    devices = [told.device_line(each, workplace) for each in access.devices]
    parts = ((say("People"), members), (say("Invitations"), invitations), (say("Devices"), devices))
    lines: list[str] = []
    for title, found in parts:
        lines += [title, *(f"  {line}" for line in found or [say("none")])]
    revoke = "talktally company revoke ID"
    hint = say("To sign a device out or withdraw an invitation: {command}", command=revoke)
    return [*lines, hint]


def _called(member: Member) -> str:
    return member.name.casefold()
