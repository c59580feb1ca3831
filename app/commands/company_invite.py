"""``talktally company invite``: a link with which a person joins the company, once."""

import argparse

from app.actions.company_people import invite, invite_again, read_access
from app.assembly import Workplace
from app.commands.arguments import whole
from app.commands.company_ledger import company_ledger
from app.commands.company_shapes import invitation_document
from app.commands.member_called import member_called
from app.domain.access import Made
from app.domain.company import Licence, Role
from app.domain.problem import ExitCode
from app.wording.sizes import when

_MOST_DAYS = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare who is invited, as what, and for how long."""
    parser.add_argument("name", metavar="NAME", help="the name of the person")
    parser.add_argument(
        "--role", choices=[role.value for role in Role], default="agent", help="agent unless given"
    )
    parser.add_argument(
        "--licence", choices=[licence.value for licence in Licence], default="none",
        help="which seat they sit on",
    )  # fmt: skip
    parser.add_argument(
        "--days",
        metavar="N",
        type=whole(1, _MOST_DAYS),
        default=7,
        help="how long the link is good",
    )
    parser.add_argument(
        "--again", action="store_true", help="another computer of somebody who is in the company"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Make the invitation and print its link, this once."""
    made = _made(arguments, workplace)
    if workplace.as_json:
        workplace.tell_json({"link": made.link, **invitation_document(made.invitation)})
        return ExitCode.DONE
    words = workplace.words
    until = when(words, made.expires, workplace.zone())
    workplace.tell(
        made.link,
        words.say(
            "Send this link to {person}. It works once, until {when}, and cannot be shown again.",
            person=made.invitation.name,
            when=until,
        ),
    )
    return ExitCode.DONE


def _made(arguments: argparse.Namespace, workplace: Workplace) -> Made:
    ledger, secrets, days = company_ledger(workplace), workplace.secrets(), arguments.days
    if arguments.again:
        member = member_called(arguments.name, read_access(ledger, secrets))
        return invite_again(ledger, secrets, member, days=days)
    role, licence = Role(arguments.role), Licence(arguments.licence)
    return invite(ledger, secrets, arguments.name, role=role, licence=licence, days=days)
