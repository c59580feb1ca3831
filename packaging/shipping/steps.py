"""Functions that a table names by "module:function", each loaded only where it is wanted."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

from shipping.place import Release


def refuse_unknown(words: Sequence[str], known: Iterable[str], doing: str) -> None:
    """SystemExit for a word that is no name of the table; ``doing``: such as "make"."""
    names = list(known)
    unknown = [word for word in words if word not in names]
    if unknown:
        raise SystemExit(f"There is no {unknown[0]} to {doing}; there is: {', '.join(names)}.")


def function_of(place: str) -> Callable[[Release], object]:
    """Return the function that a table names."""
    module, _, name = place.partition(":")
    found: Callable[[Release], object] = getattr(import_module(module), name)
    return found
