"""``talktally server company``: a new company, and the invitation of its first owner."""

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
    """Declare what it is called, and who owns it."""
    parser.add_argument("name", metavar="NAME", help="what the company is called")
    parser.add_argument(
        "--owner", metavar="PERSON", required=True, help="the name of its first owner"
    )
    add_database(parser)
    add_public_url(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Make the company and print the link, this once."""
    with with_server_parts():
        # Here because only the server's own commands may load its parts.
        from app.server.people.founding import found_company
        from app.server.settings import HERE

        url = told_public_url(arguments, workplace) or HERE
        with open_database(arguments, workplace) as database:
            now = workplace.clock.now()
            link = found_company(database, arguments.name, arguments.owner, url, now)
    tell_link(workplace, arguments.owner, link)
    return ExitCode.DONE
