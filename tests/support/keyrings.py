"""A keyring in memory, for tests that are not about keyrings."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from typing_extensions import override


class MemoryKeyring(KeyringBackend):
    """Keeps what it is given until it is forgotten."""

    priority: float = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def memory_keyring() -> Iterator[MemoryKeyring]:
    """The keyring of this process for one test."""
    before, found = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)
