"""A call between real softphones in a process that may have no network but its own computer.

Prints the networks that the process sees and the record of the call. Arguments: a folder, and
"own" where the process is in a world of networks of its own, whose loopback is still down.
"""

import fcntl
import json
import socket
import struct
import sys
from pathlib import Path

from app.domain.call_report import CallReport, Happening
from tests.support.folding import fold, recorded
from tests.support.heard import Hearing, listening_to
from tests.support.ledgers import ledger_with
from tests.support.softphones import softphones

CUSTOMER = "+15550100"
# linux/sockios.h and linux/if.h
_SET_FLAGS, _UP = 0x8914, 0x1


def main(folder: str, world: str) -> None:
    """Make the call and tell of it."""
    if world == "own":
        _begin_loopback()
    hearing = Hearing()
    with softphones(Path(folder) / "phones") as start, ledger_with(Path(folder)) as ledger:
        agent, customer = start("agent"), start(CUSTOMER, answers="auto")
        with listening_to(agent.place, hearing):
            hearing.wait_for_lists(1)
            agent.dial(customer)
            hearing.wait(lambda heard: _told(heard, Happening.START))
            agent.hang_up()
            hearing.wait(lambda heard: _told(heard, Happening.END))
        for each in hearing.all:
            fold(ledger, each)
        [record] = recorded(ledger)
    networks = [name for _, name in socket.if_nameindex()]
    told = {"networks": networks, "far": record.far, "talk_us": record.talk_us}
    sys.stdout.write(json.dumps(told))


def _told(hearing: Hearing, what: Happening) -> bool:
    return any(report.what is what for report in hearing.of(CallReport))


def _begin_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        fcntl.ioctl(line, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP))


if __name__ == "__main__":
    main(*sys.argv[1:])
