"""How an account is opened at its provider from this computer."""

from typing import TYPE_CHECKING

from app.actions.reaching import peers_of

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.remote.http import Peers
    from app.sync.accounts.opener import Opener


def opener_of(ledger: "Ledger", peers: "Peers | None" = None) -> "Opener":
    """Return what opens accounts, with the certificates and the proxy of this computer."""
    # Here because it brings httpx: a quarter of a second that most starts never need.
    from app.sync.accounts.opener import opening

    return opening(peers or peers_of(ledger))
