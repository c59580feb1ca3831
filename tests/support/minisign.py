"""A throw-away key, and signatures as the program minisign makes them."""

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import blake2b

from nacl.signing import SigningKey


@dataclass(frozen=True)
class Signer:
    """Signs with a key of its own; ``number`` makes another key with another id."""

    number: int = 1
    key_id: bytes = b""
    key: SigningKey = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", SigningKey(bytes([self.number]) * 32))
        object.__setattr__(self, "key_id", self.key_id or bytes([self.number]) * 8)

    @property
    def public(self) -> str:
        """The line of base64 that a program is given."""
        return b64encode(b"Ed" + self.key_id + bytes(self.key.verify_key)).decode()

    def sign(self, content: bytes, comment: str = "a test", *, legacy: bool = False) -> bytes:
        hashed = content if legacy else blake2b(content, digest_size=64).digest()
        own = self.key.sign(hashed).signature
        over_all = self.key.sign(own + comment.encode()).signature
        made = b64encode((b"Ed" if legacy else b"ED") + self.key_id + own).decode()
        return (
            f"untrusted comment: of a throw-away key\n{made}\n"
            f"trusted comment: {comment}\n{b64encode(over_all).decode()}\n"
        ).encode()
