"""``talktally server invite``: a way in for an owner when nobody has access any more."""

import argparse

from app.assembly import Workplace
from app.commands.server_links import tell_link
from app.commands.server_place import (
    add_database,
    add_public_url,
    open_database,
    told_public_url,
    with_server_parts,
)
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where, and for whom."""
    parser.add_argument("company", metavar="COMPANY", help="the company's name")
    parser.add_argument("person", metavar="PERSON", help="the owner's name")
    add_database(parser)
    add_public_url(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Make the invitation and print the link, this once."""
    with with_server_parts():
        # Here because only the server's own commands may load its parts.
        from app.server.people.founding import invite_owner
        from app.server.settings import HERE

        url = told_public_url(arguments, workplace) or HERE
        with open_database(arguments, workplace, is_there=True) as database:
            now = workplace.clock.now()
            link = invite_owner(database, arguments.company, arguments.person, url, now)
    tell_link(workplace, arguments.person, link)
    return ExitCode.DONE
