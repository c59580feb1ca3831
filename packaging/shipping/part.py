"""Something that is shipped and has a name, a version and a licence of its own."""

from pathlib import Path
from typing import Any, NamedTuple


class Part(NamedTuple):
    """``licence``: an SPDX expression, or the words its makers use. ``purl``: a package URL.

    ``files``: paths in the tree, with ``/``. ``texts``: names and contents of what must go along.
    ``contains``: what lies inside it, with a name, a version, a licence and a purl each.
    """

    name: str
    version: str
    licence: str
    purl: str
    files: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    contains: tuple["Part", ...] = ()

    @classmethod
    def of(cls, held: dict[str, Any]) -> "Part":
        """Make one of what JSON kept of it."""
        return cls(
            held["name"],
            held["version"],
            held["licence"],
            held["purl"],
            tuple(held["files"]),
            (),
            tuple(cls(*each[:4]) for each in held["contains"]),
        )


def read_texts(paths: list[Path]) -> tuple[tuple[str, str], ...]:
    """Read texts of licences, whatever they are written in."""
    held = ((path.name, path.read_bytes()) for path in sorted(paths))
    return tuple((name, _decoded(each)) for name, each in held)


def _decoded(held: bytes) -> str:
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        return held.decode("latin-1")
