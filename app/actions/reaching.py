"""How servers are reached from this computer: with which certificates beside the system's."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.machine.settings import read_settings

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.remote.http import Peer, Peers

_VARIABLE = "TALKTALLY_CA_FILE"


def peers_of(ledger: "Ledger", environ: Mapping[str, str] = os.environ) -> "Peers":
    """Return what opens a server, with the company's own certificates of variable or settings."""

    def open_peer(address: str) -> "Peer":
        # Here because httpx is a quarter of a second, and most starts ask no server.
        from app.remote.http import Peer

        return Peer(address, ca_file=_ca_file(ledger.path.parent, environ))

    return open_peer


def _ca_file(folder: Path, environ: Mapping[str, str]) -> Path | None:
    named = environ.get(_VARIABLE) or read_settings(folder)[0].ca_file
    return Path(named) if named else None
