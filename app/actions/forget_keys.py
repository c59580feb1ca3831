"""Forget every key that this program keeps in the keyring of whoever runs it; the data stay."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from app.actions.hook_address import hook_account
from app.domain.problem import EnvironmentProblem
from app.ledger.backups.copies import backups
from app.ledger.key_owners import key_owners
from app.ledger.ledger import FILE_NAME
from app.machine.kept_keys import KeysFound, look_for_keys, remove_keys
from app.machine.paths import usual_folder


def count_keys(folder: Path, environ: Mapping[str, str]) -> KeysFound:
    """Count the keys that would be forgotten; EnvironmentProblem without a keyring that opens."""
    return look_for_keys(lambda: _names(folder, environ))


def forget_keys(folder: Path, environ: Mapping[str, str]) -> KeysFound:
    """Forget them; EnvironmentProblem as above. Accounts then ask for theirs at the next round.

    No ledger is written to, and one that is damaged or newer is no hindrance. The keyring may ask
    for its password: not for the main thread.
    """
    return remove_keys(lambda: _names(folder, environ))


def _names(folder: Path, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names that keys of this folder and of the usual one may have."""
    folders = [folder]
    # Who has no home has no usual folder, either.
    with suppress(EnvironmentProblem):
        folders.append(usual_folder(environ))
    return tuple(dict.fromkeys(name for each in folders for name in _names_of(each)))


def _names_of(folder: Path) -> Iterator[str]:
    # Here because these bring httpx and pydantic, which no other command of this kind needs.
    from app.sync.accounts.keys import key_account
    from app.sync.signed_in import account_of

    yield hook_account(folder)
    # A backup tells what a ledger that is damaged does not tell any more.
    for path in (folder / FILE_NAME, *backups(folder)):
        owners = key_owners(path)
        yield from map(key_account, owners.connections)
        yield from (account_of(*member) for member in owners.members)
