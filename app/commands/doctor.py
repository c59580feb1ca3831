"""``talktally doctor``: versions, places, checks; numbers and names struck out."""

import argparse
import io
import json
import zipfile
from pathlib import Path

from app.actions.doctor import Checkup, check_up
from app.assembly import Workplace
from app.commands.arguments import file_path
from app.commands.checkup_text import document, lines
from app.commands.progress import told_progress
from app.disk.whole import write_private_bytes
from app.domain.problem import ExitCode, UsageProblem, mark

_EXISTS = mark("{file} exists already. Choose another name.")
_BEGINNING = (1980, 1, 1, 0, 0, 0)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the bundle, and what may be put right."""
    parser.add_argument(
        "--mend", action="store_true", help="mend rights and remove what dead runs left"
    )
    parser.add_argument(
        "--bundle", metavar="FILE.zip", type=file_path, help="write it all for a report of a fault"
    )
    parser.add_argument("--yes", action="store_true", help="write the bundle that was shown")
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it is, as JSON lines on stderr"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Look, tell, and write the bundle if that was agreed to; refused when anything is wrong."""
    bundle: Path | None = arguments.bundle
    if bundle is not None and bundle.exists():
        raise UsageProblem(_EXISTS, file=bundle)
    with told_progress("ledger.db", workplace, as_json=arguments.progress) as progress:
        found = check_up(
            workplace.folder, workplace.environ, mending=arguments.mend, progress=progress or _quiet
        )
    text = "\n".join(lines(found, workplace))
    written = bundle is not None and arguments.yes
    if bundle is not None and arguments.yes:
        write_private_bytes(bundle, _zipped(text, found, workplace))
    _tell(found, text, bundle, workplace, written=written)
    if bundle is not None and not written:
        return ExitCode.REFUSED
    return ExitCode.REFUSED if found.wrong else ExitCode.DONE


def _tell(
    found: Checkup, text: str, bundle: Path | None, workplace: Workplace, *, written: bool
) -> None:
    words = workplace.words
    if workplace.as_json:
        told = {"bundle": str(bundle) if written else None, "text": text}
        workplace.tell_json({**document(found, words), **told})
        return
    workplace.tell(text)
    if written:
        workplace.tell("", words.say("All this is in {file}, and nothing else.", file=bundle))
    elif bundle is not None:
        workplace.warn(
            words.say(
                "Nothing was written. To write exactly this into {file}, add --yes.", file=bundle
            )
        )


def _zipped(text: str, found: Checkup, workplace: Workplace) -> bytes:
    told = json.dumps(document(found, workplace.words), indent=2, sort_keys=True)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in (("report.txt", f"{text}\n"), ("report.json", f"{told}\n")):
            bundle.writestr(zipfile.ZipInfo(name, _BEGINNING), content)
    return stream.getvalue()


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""
