"""The part of the program that follows baresip, as a process of its own that can be killed.

Says a line on its output after each thing that it has stored, so that nothing is said that would
be lost: the kind, and what of it.
"""

import sys
from pathlib import Path
from queue import SimpleQueue

from app.domain.call_report import CallList, CallReport, Heard
from app.ledger.ledger import Ledger, ledger_path
from app.machine.clock import Clock
from app.softphone.baresip.source import BaresipSource
from tests.support.folding import fold


def main(folder: str, place: str) -> None:
    """Follow the softphone at a place into the ledger of a folder, until killed."""
    told: SimpleQueue[Heard] = SimpleQueue()
    source = BaresipSource(place, Clock().beat, told.put)
    source.start()
    with Ledger(ledger_path(Path(folder))) as ledger:
        while True:
            heard = told.get()
            fold(ledger, heard)
            sys.stdout.write(f"{_word(heard)} {heard.at.wall}\n")
            sys.stdout.flush()


def _word(heard: Heard) -> str:
    if isinstance(heard, CallReport):
        return heard.what.value
    return "list" if isinstance(heard, CallList) else heard.contact.value


if __name__ == "__main__":
    main(*sys.argv[1:])
