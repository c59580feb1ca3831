"""News of versions as a maker publishes them: two files on loopback, signed by a throw-away key."""

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.minisign import Signer
from tests.support.nasty_server import NastyServer, answering, nasty

SIGNER = Signer(7)
NEWS: dict[str, Any] = {
    "kind": "talktally-updates",
    "format": 1,
    "date": "2026-11-20",
    "version": "9.0.0",
    "page": "https://example.com/talktally/9.0.0",
    "notes": {"en": "Faster starts.", "de": "Startet schneller."},
}


@dataclass
class Feed:
    """What is published; ``asked`` counts the questions for the news themselves."""

    content: bytes = b""
    signature: bytes = b""
    asked: list[bytes] = field(default_factory=list)
    server: NastyServer | None = None

    def publish(self, signer: Signer = SIGNER, **changes: Any) -> None:
        self.content = json.dumps({**NEWS, **changes}).encode()
        self.signature = signer.sign(self.content)

    @property
    def address(self) -> str:
        assert self.server is not None
        return f"{self.server.address}/talktally/updates.json"

    def decide(self, folder: Path, *lines: str) -> dict[str, str]:
        """Write an administrator's file that names this feed; returns the environment for it."""
        place = folder / "talktally"
        place.mkdir(parents=True, exist_ok=True)
        own = [f'feed = "{self.address}"', f'feed_key = "{SIGNER.public}"']
        (place / "rollout.toml").write_text("\n".join([*own, *lines]) + "\n")
        (place / "rollout.toml").chmod(0o644)
        place.chmod(0o755)
        return {"XDG_CONFIG_DIRS": str(folder)}

    def _answer(self, request: bytes) -> list[bytes]:
        path = request.split()[1].decode()
        if path == "/talktally/updates.json":
            self.asked.append(request)
            return answering(200, self.content)(request)
        if path == "/talktally/updates.json.minisig":
            return answering(200, self.signature)(request)
        return answering(404)(request)


@contextmanager
def feed(context: ssl.SSLContext | None = None) -> Iterator[Feed]:
    """Serve news of version 9.0.0 until the end of the block; with a context over HTTPS."""
    made = Feed()
    made.publish()
    with nasty(made._answer, context) as server:
        made.server = server
        yield made
