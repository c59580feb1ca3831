"""How servers are reached from this computer: with which certificates, through which proxy."""

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
    """Return what opens a server, with certificates and proxy of environment or settings."""

    def open_peer(address: str) -> "Peer":
        # Here because httpx is a quarter of a second, and most starts ask no server.
        from app.remote.http import Peer

        settings, _ = read_settings(ledger.path.parent)
        named = environ.get(_VARIABLE) or settings.ca_file
        return Peer(address, ca_file=Path(named) if named else None, proxy=settings.proxy)

    return open_peer
