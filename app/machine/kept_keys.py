"""Every secret of this program in the keyring of whoever runs it: counted, and removed.

A keyring that can say what it holds tells those of every data folder, also of one that is gone. Of
others only names that are known can be asked for.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from app.machine.secrets import SERVICE, KeyringSecrets

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_CHAIN = "keyring.backends.chainer"
#: What Windows answers where it keeps nothing at all, and its kind for what programs keep.
_NOTHING, _GENERIC = 1168, 1


class KeysFound(NamedTuple):
    """How many ``keys`` there are, or were; ``all_folders``: none can have been missed."""

    keys: int
    all_folders: bool


#: Says which names there may be; asked only where a keyring does not list what it holds.
Known = Callable[[], Iterable[str]]


def look_for_keys(known: Known, backend: "Callable[[], KeyringBackend] | None" = None) -> KeysFound:
    """Count the secrets; EnvironmentProblem where there is no keyring, or a locked one."""
    return KeyringSecrets(backend).ask(lambda keyring: _each(keyring, known, _leave))


def remove_keys(known: Known, backend: "Callable[[], KeyringBackend] | None" = None) -> KeysFound:
    """Remove them and count what went; EnvironmentProblem as above: then some may be left."""
    return KeyringSecrets(backend).ask(lambda keyring: _each(keyring, known, _remove))


def _each(
    keyring: "KeyringBackend", known: Known, act: "Callable[[KeyringBackend, str], None]"
) -> KeysFound:
    """Do something with every secret; one keyring that stands for several is each of them."""
    count, all_folders = 0, True
    for part in _parts(keyring):
        lister = _LISTERS.get(type(part).__module__)
        for name in _asked(part, known()) if lister is None else lister(part):
            act(part, name)
            count += 1
        all_folders &= lister is not None
    return KeysFound(count, all_folders)


def _parts(keyring: Any) -> "Sequence[KeyringBackend]":
    return keyring.backends if type(keyring).__module__ == _CHAIN else (keyring,)


def _leave(_keyring: "KeyringBackend", _name: str) -> None:
    """Only look."""


def _remove(keyring: "KeyringBackend", name: str) -> None:
    keyring.delete_password(SERVICE, name)


def _asked(keyring: "KeyringBackend", known: Iterable[str]) -> list[str]:
    return [name for name in known if keyring.get_password(SERVICE, name) is not None]


def _in_secret_service(keyring: Any) -> list[str]:
    scheme = keyring.schemes[keyring.scheme]
    collection = keyring.get_preferred_collection()
    with closing(collection.connection):
        items = list(collection.search_items({scheme["service"]: SERVICE}))
        names = [item.get_attributes().get(scheme["username"]) for item in items]
    return [name for name in names if name]


def _in_credential_manager(keyring: Any) -> list[str]:
    """List our names; the one set last lies under the service, others under "name@service"."""
    credentials = sys.modules[type(keyring).__module__].win32cred
    try:
        found = credentials.CredEnumerate()
    except Exception as error:
        if getattr(error, "winerror", None) == _NOTHING:
            return []
        raise
    # One name may lie under both; removing it takes both.
    return list(dict.fromkeys(each["UserName"] for each in found if _is_ours(each)))


def _is_ours(credential: Mapping[str, Any]) -> bool:
    name = credential["UserName"]
    targets = (SERVICE, f"{name}@{SERVICE}")
    return bool(name) and credential["Type"] == _GENERIC and credential["TargetName"] in targets


#: How a keyring lists what is ours, by the module that it comes from.
_LISTERS: Mapping[str, Callable[[Any], list[str]]] = {
    "keyring.backends.SecretService": _in_secret_service,
    "keyring.backends.Windows": _in_credential_manager,
}
