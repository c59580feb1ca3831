"""Every secret of this program is found in a keyring and removed, and nobody else's."""

from collections.abc import Mapping
from typing import Any

import keyring.backends.Windows
import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from keyring.errors import KeyringLocked
from typing_extensions import override

from app.domain.problem import EnvironmentProblem
from app.machine.kept_keys import KeysFound, look_for_keys, remove_keys
from tests.support.keyrings import MemoryKeyring

_OURS, _THEIRS = "Talktally", "git:https://example.com"


class Locked(MemoryKeyring):
    """Stays locked, whatever is asked."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("no")


class Vault(MemoryKeyring):
    """As Windows keeps them: the one set last under the service, others under "name@service"."""

    __module__ = "keyring.backends.Windows"


class Chain(MemoryKeyring):
    """Stands for several keyrings."""

    __module__ = "keyring.backends.chainer"

    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()
        self.backends = backends


class MissingError(OSError):
    """What Windows says where nothing is kept."""

    winerror = 1168


class Credentials:
    """The list that Windows gives of everything that programs keep."""

    def __init__(self, *found: Mapping[str, object]) -> None:
        self.found = found

    def CredEnumerate(self) -> tuple[Mapping[str, object], ...]:  # noqa: N802 - the name there
        if not self.found:
            raise MissingError
        return self.found


def kept(target: str, user: str | None, kind: int = 1) -> Mapping[str, object]:
    return {"TargetName": target, "UserName": user, "Type": kind, "CredentialBlob": b""}


def holding(made: MemoryKeyring, *names: str) -> MemoryKeyring:
    made.kept = {(_OURS, name): "word" for name in names} | {(_THEIRS, "a"): "theirs"}
    return made


def named(*names: str) -> Any:
    return lambda: names


def nobody_asks() -> Any:
    raise AssertionError


def left(made: MemoryKeyring) -> set[str]:
    return {name for service, name in made.kept if service == _OURS}


def test_a_keyring_that_lists_nothing_is_asked_for_the_names_that_are_known() -> None:
    memory = holding(MemoryKeyring(), "a", "b")
    known = named("a", "c")
    assert look_for_keys(known, lambda: memory) == KeysFound(1, all_folders=False)
    assert left(memory) == {"a", "b"}
    assert remove_keys(known, lambda: memory) == KeysFound(1, all_folders=False)
    assert left(memory) == {"b"}
    assert remove_keys(known, lambda: memory) == KeysFound(0, all_folders=False)
    assert (_THEIRS, "a") in memory.kept


def test_windows_lists_ours_among_those_of_all_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [kept(_OURS, "b"), kept("a@Talktally", "a"), kept("b@Talktally", "b")]
    others = [
        *(kept(_THEIRS, "a"), kept("c@Talktally", "d"), kept(_OURS, None), kept(_OURS, "e", 2)),
    ]
    listed = Credentials(*ours, *others)
    monkeypatch.setattr(keyring.backends.Windows, "win32cred", listed, raising=False)
    vault = holding(Vault(), "a", "b", "d", "e")
    assert look_for_keys(nobody_asks, lambda: vault) == KeysFound(2, all_folders=True)
    assert remove_keys(nobody_asks, lambda: vault) == KeysFound(2, all_folders=True)
    assert left(vault) == {"d", "e"}


def test_a_windows_that_keeps_nothing_has_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.backends.Windows, "win32cred", Credentials(), raising=False)
    assert remove_keys(nobody_asks, Vault) == KeysFound(0, all_folders=True)


def test_a_windows_that_refuses_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.backends.Windows, "win32cred", None, raising=False)
    with pytest.raises(EnvironmentProblem, match="refused"):
        remove_keys(nobody_asks, Vault)


def test_each_of_several_keyrings_is_cleared() -> None:
    one, other = holding(MemoryKeyring(), "a"), holding(MemoryKeyring(), "a", "b")
    known = named("a", "b")
    assert remove_keys(known, lambda: Chain(one, other)) == KeysFound(3, all_folders=False)
    assert left(one) == left(other) == set()


def test_a_locked_keyring_and_none_at_all_are_told_with_what_to_do() -> None:
    with pytest.raises(EnvironmentProblem, match=r"locked\. Unlock it, then try again"):
        remove_keys(named("a"), Locked)
    with pytest.raises(EnvironmentProblem, match=r"no keyring .* Install or start one"):
        remove_keys(named("a"), lambda: load_keyring("keyring.backends.fail.Keyring"))
