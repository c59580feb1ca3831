"""``talktally company audit``: who changed what on the plan server, newest first."""

import argparse

from app.actions.company_people import read_audit
from app.assembly import Workplace
from app.commands import shapes
from app.commands.arguments import whole
from app.commands.company_ledger import company_ledger
from app.domain.access import AuditLine
from app.domain.problem import ExitCode
from app.wording.audit import audit_sentence
from app.wording.sizes import when

_LAST = 2**53


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where to go on."""
    parser.add_argument(
        "--before", metavar="N", type=whole(1, _LAST), help='go on from "more" of the last answer'
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show one page."""
    page = read_audit(company_ledger(workplace), workplace.secrets(), arguments.before)
    if workplace.as_json:
        lines = [_document(line) for line in page.lines]
        workplace.tell_json({"lines": lines, "more": page.more})
        return ExitCode.DONE
    workplace.tell(*(_line(line, workplace) for line in page.lines))
    if page.more is not None:
        more = workplace.words.say("Older: talktally company audit --before {n}", n=str(page.more))
        workplace.tell(more)
    return ExitCode.DONE


def _document(line: AuditLine) -> dict[str, object]:
    return {"at": shapes.at(line.at), "by": line.by, "what": line.what, "facts": dict(line.facts)}


def _line(line: AuditLine, workplace: Workplace) -> str:
    words, zone = workplace.words, workplace.zone()
    return f"{when(words, line.at, zone)}  {audit_sentence(words, line, zone)}"
