"""Whether a key of Ed25519 vouches for a content."""


def vouches(key: bytes, content: bytes, signature: bytes) -> bool:
    """Tell whether a signature (64 bytes) of a content is of a public key (32 bytes)."""
    # Here because its library is needed once a day, and no start waits for it.
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(content, signature)
    except BadSignatureError:
        return False
    return True
