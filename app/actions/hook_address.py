"""The address that softphones open to report calls, and the token that lets them."""

from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, NamedTuple

from app.domain.call_report import Happening
from app.domain.hook_place import hook_base
from app.domain.problem import EnvironmentProblem, mark

if TYPE_CHECKING:
    from app.machine.secrets import Secrets

_BYTES = 24
_NOT_KEPT = mark(
    "The keyring of this computer keeps nothing, and a new token every time would let no softphone "
    "in. Look whether the keyring works, then try again."
)


class HookAddress(NamedTuple):
    """``base``: the address up to the moment of a call, "http://127.0.0.1:47612/hook/"."""

    base: str
    token: str

    def of(self, what: Happening) -> str:
        """Return the whole address for one moment; more is added to it with "&"."""
        return f"{self.base}{what.value}?token={self.token}"


def hook_address(secrets: "Secrets", folder: Path, port: int) -> HookAddress:
    """Return the address of a data folder, with a token made when it is first wanted.

    EnvironmentProblem where no keyring keeps it. It may take long, for the keyring may ask.
    """
    kept = secrets.get(hook_account(folder))
    return HookAddress(hook_base(port), kept) if kept else new_hook_token(secrets, folder, port)


def new_hook_token(secrets: "Secrets", folder: Path, port: int) -> HookAddress:
    """Make another token, so that the one before opens nothing; EnvironmentProblem as above."""
    account = hook_account(folder)
    if not secrets.set(account, token_urlsafe(_BYTES)):
        secrets.remove(account)
        raise EnvironmentProblem(_NOT_KEPT)
    # Read again: somebody else may have made one at the same moment, and one of them must hold.
    return HookAddress(hook_base(port), secrets.get(account) or "")


def carry_hook_token(secrets: "Secrets", folder: Path, moved: Path) -> None:
    """Let the token of a data folder hold for where it lies now; EnvironmentProblem as above."""
    kept = secrets.get(hook_account(folder))
    if kept and secrets.set(hook_account(moved), kept):
        secrets.remove(hook_account(folder))


def hook_account(folder: Path) -> str:
    """Return under which name the token lies in the keyring: each data folder has its own."""
    return f"hook {folder.absolute()}"
