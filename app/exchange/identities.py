"""Ids for records that have none of their own, made from what never changes about them."""

from hashlib import blake2b


def made_id(*parts: str) -> str:
    """Make an id that a later version of the same record gets again.

    It is a digest, so that no number stands in an id: ids outlive the erasing of a contact.
    """
    written = "\0".join(parts).encode("utf-8", "surrogatepass")
    return f"made:{blake2b(written, digest_size=16).hexdigest()}"
