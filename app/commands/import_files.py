"""``talktally import``: exports of calls and texts read into the ledger."""

import argparse
from pathlib import Path

from app.actions.choose_mapping import choose_mapping
from app.actions.import_file import Imported, ImportWishes, import_file
from app.assembly import Workplace
from app.commands import choices
from app.commands.arguments import file_path
from app.commands.progress import told_progress
from app.domain.cycle import check_zone
from app.domain.event import Direction
from app.domain.problem import ExitCode, Problem
from app.exchange.reading import AUTO, UnknownColumns


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the files, and what their records do not say themselves."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=file_path, help="exports to read")
    parser.add_argument("--format", metavar="NAME", default=AUTO, help="found out unless given")
    parser.add_argument("--mapping", metavar="FILE", help="what its columns mean; or a kept name")
    parser.add_argument("--zone", metavar="ZONE", help="of dates without one; the machine's")
    parser.add_argument("--progress", action="store_true", help="tell it as JSON lines on stderr")
    choices.add_direction(parser, help_text="of records that do not tell it; outbound unless given")
    choices.add_method(parser)
    choices.add_agent(parser, help_text="whose the records are that name nobody")
    choices.add_counts_toward(parser)
    parser.add_argument(
        "--behind-connect",
        action="store_true",
        help="the account behind Twilio Connect: all its calls are billed",
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Read every file; one that cannot be read does not keep the others from it."""
    wishes = _wishes(arguments, workplace)
    found: list[Imported] = []
    failed: list[dict[str, object]] = []
    code = int(ExitCode.DONE)
    for path in arguments.files:
        try:
            found.append(_import(path, wishes, arguments, workplace))
        except Problem as problem:
            failed.append(_failure(path, problem, workplace))
            code = max(code, problem.exit_code)
    if any(each.tally.refused for each in found):
        code = max(code, ExitCode.REFUSED)
    _tell(found, failed, workplace)
    return code


def _import(
    path: Path, wishes: ImportWishes, arguments: argparse.Namespace, workplace: Workplace
) -> Imported:
    with told_progress(path.name, workplace, as_json=arguments.progress) as progress:
        now = workplace.clock.now()
        return import_file(workplace.ledger(), path, wishes, now, progress=progress)


def _wishes(arguments: argparse.Namespace, workplace: Workplace) -> ImportWishes:
    ledger, mapping = workplace.ledger(), None
    if arguments.mapping is not None:
        mapping = choose_mapping(ledger, arguments.mapping)
    return ImportWishes(
        format_name=arguments.format,
        mapping=mapping,
        zone=check_zone(choices.zone_or_machines(arguments.zone, workplace)),
        direction=choices.direction_of(arguments) or Direction.OUTBOUND,
        method=choices.method_of(arguments),
        agent=choices.agent_of(arguments, ledger),
        counts_toward=choices.counted_plan(arguments.counts_toward, ledger),
        behind_connect=arguments.behind_connect,
        say=workplace.words.problem,
    )


def _failure(path: Path, problem: Problem, workplace: Workplace) -> dict[str, object]:
    """Say what is wrong with a file; ``columns_unknown``: a mapping would make it readable."""
    sentence = workplace.words.problem(problem)
    workplace.warn(sentence)
    unknown = isinstance(problem, UnknownColumns)
    return {"path": str(path), "reason": sentence, "columns_unknown": unknown}


def _tell(found: list[Imported], failed: list[dict[str, object]], workplace: Workplace) -> None:
    if workplace.as_json:
        workplace.tell_json({"files": [_document(each) for each in found], "failed": failed})
    for each in found:
        if not workplace.as_json:
            workplace.tell(*_lines(each, workplace))
        if each.tally.refused:
            workplace.warn(_refusal(each, workplace))


def _document(each: Imported) -> dict[str, object]:
    return {
        "file": each.file,
        "format": each.format,
        **each.tally._asdict(),
        "refusals": _path(each.refusals),
        "me": each.me or None,
        "people": list(each.people),
        "mapping": each.mapping or None,
    }


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _lines(each: Imported, workplace: Workplace) -> list[str]:
    words, tally = workplace.words, each.tally
    lines = [
        words.say(
            "{file} ({format}): {read} read, {new} new, {known} already known, {refused} refused",
            file=each.file,
            format=each.format,
            **tally._asdict(),
        )
    ]
    if each.mapping:
        said = words.say("Read by the mapping {name}, made for these columns.", name=each.mapping)
        lines.append(said)
    if each.me and each.tells_mine:
        lines.append(
            words.say(
                "The entries marked as yours are {agent}'s, so you are {agent}.", agent=each.me
            )
        )
    elif each.me:
        lines.append(words.say("Every record is {agent}'s, so that is you.", agent=each.me))
    if each.people:
        lines.append(
            words.say(
                "Which one are you? Say it with: talktally me --name NAME. The records name: "
                "{people}.",
                people=", ".join(each.people),
            )
        )
    return lines


def _refusal(each: Imported, workplace: Workplace) -> str:
    return workplace.words.say_many(
        "{file}: {n} line was refused; {refusals} tells which and why.",
        "{file}: {n} lines were refused; {refusals} tells which and why.",
        each.tally.refused,
        file=each.file,
        refusals=_path(each.refusals),
    )
