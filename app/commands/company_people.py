"""``talktally company people``: members, invitations and devices, for owners."""

import argparse

from app.actions.company_people import read_access
from app.assembly import Workplace
from app.commands import company_shapes as told
from app.commands.company_ledger import company_ledger
from app.domain.access import Access
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
    say = workplace.words.say
    parts = (
        (say("People"), [told.member_line(each, workplace) for each in access.members]),
        (
            say("Invitations"),
            [told.invitation_line(each, workplace) for each in access.invitations],
        ),
        (say("Devices"), [told.device_line(each, workplace) for each in access.devices]),
    )
    lines: list[str] = []
    for title, found in parts:
        lines += [title, *(f"  {line}" for line in found or [say("none")])]
    return lines
