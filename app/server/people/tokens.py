"""Secrets the server gives out, of which it keeps hashes alone, and ids."""

import hashlib
import hmac
import re
import secrets

_BYTES = 32
_PREFIX = "tt_"
_is_token = re.compile(r"tt_[A-Za-z0-9_-]{43}").fullmatch


def new_token() -> str:
    """Make the secret of a device: a prefix by which it is known where it leaked, 256 bits."""
    return _PREFIX + secrets.token_urlsafe(_BYTES)


def new_code() -> str:
    """Make the secret of an invitation, 256 bits."""
    return secrets.token_urlsafe(_BYTES)


def new_id() -> str:
    """Make an id that tells nothing and cannot be counted up."""
    return secrets.token_hex(16)


def digest_of(secret: str) -> str:
    """Return what is kept of a secret. So many random bits need no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_token(text: str) -> bool:
    """Tell whether a text looks like a token, so that nothing else is looked up."""
    return _is_token(text) is not None


def same(one: str, other: str) -> bool:
    """Compare two hashes in a time that does not tell where they differ."""
    return hmac.compare_digest(one, other)
