"""Signatures as the program minisign makes them, checked without it.

A signature vouches for a file, and another one for that signature and its trusted comment. Who
checks Ed25519 itself is handed in, so that nothing here needs a library.
"""

from base64 import b64decode
from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

#: Tells whether a public key (32 bytes) vouches for a content by a signature (64 bytes).
Vouches = Callable[[bytes, bytes, bytes], bool]

_PLAIN, _PREHASHED = b"Ed", b"ED"
_ID_END, _KEY_LENGTH, _SIGNATURE_LENGTH = 10, 42, 74
_GLOBAL_LENGTH = 64
_UNTRUSTED, _TRUSTED = b"untrusted comment: ", b"trusted comment: "
_HASH_LENGTH = 64


class MinisignError(ValueError):
    """Neither a key nor a signature of minisign, or one that vouches for something else."""


class PublicKey(NamedTuple):
    """A key by its id, which only says which key a signature wants."""

    key_id: bytes
    key: bytes


def public_key(line: str) -> PublicKey:
    """Read the line of base64 that minisign prints; MinisignError."""
    raw = _decoded(line.strip().encode("ascii", "replace"), _KEY_LENGTH)
    if raw[:2] != _PLAIN:
        raise MinisignError("not a key of minisign")
    return PublicKey(raw[2:_ID_END], raw[_ID_END:])


def check(key: PublicKey, content: bytes, signature: bytes, vouches: Vouches) -> str:
    """Return the trusted comment of what signs a content; MinisignError where it does not."""
    made, comment, over_all = _parts(signature)
    if made[2:_ID_END] != key.key_id:
        raise MinisignError("signed with another key")
    own = made[_ID_END:]
    signed = content
    if made[:2] == _PREHASHED:
        signed = blake2b(content, digest_size=_HASH_LENGTH).digest()
    elif made[:2] != _PLAIN:
        raise MinisignError("signed in an unknown way")
    if not vouches(key.key, signed, own):
        raise MinisignError("the content is not what was signed")
    if not vouches(key.key, own + comment, over_all):
        raise MinisignError("the trusted comment is not what was signed")
    return comment.decode("utf-8", "replace")


def _parts(signature: bytes) -> tuple[bytes, bytes, bytes]:
    """Take apart: the signature with its id, the trusted comment, and what vouches for both."""
    lines = signature.removesuffix(b"\n").split(b"\n")
    if len(lines) != 4:
        raise MinisignError("not a signature of minisign")
    first, made, comment, over_all = (line.removesuffix(b"\r") for line in lines)
    if not first.startswith(_UNTRUSTED) or not comment.startswith(_TRUSTED):
        raise MinisignError("not a signature of minisign")
    return (
        _decoded(made, _SIGNATURE_LENGTH),
        comment.removeprefix(_TRUSTED),
        _decoded(over_all, _GLOBAL_LENGTH),
    )


def _decoded(text: bytes, length: int) -> bytes:
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        raise MinisignError("not base64") from None
    if len(raw) != length:
        raise MinisignError("too short or too long")
    return raw
