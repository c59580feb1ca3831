"""How servers are reached from this computer: with which certificates, through which proxy."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.machine.settings import read_settings

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.remote.http import Limits, Peer, Peers

_VARIABLE = "TALKTALLY_CA_FILE"


def peers_of(ledger: "Ledger", environ: Mapping[str, str] = os.environ) -> "Peers":
    """Return what opens a server, with certificates and proxy of environment or settings."""
    return peers_in(ledger.path.parent, environ)


def peers_in(
    folder: Path, environ: Mapping[str, str] = os.environ, limits: "Limits | None" = None
) -> "Peers":
    """Return what opens a server as the settings of a data folder say."""

    def open_peer(address: str) -> "Peer":
        # Here because httpx is a quarter of a second, and most starts ask no server.
        from app.remote.http import Peer

        settings, _ = read_settings(folder)
        named = environ.get(_VARIABLE) or settings.ca_file
        ca_file = Path(named) if named else None
        return Peer(address, ca_file=ca_file, proxy=settings.proxy, limits=limits)

    return open_peer
