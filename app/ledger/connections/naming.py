"""What the records of a provider's users are called, so that no two users share a name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.domain.connection import RemotePerson

#: Words that mean something else where a person's name is asked for.
_RESERVED = frozenset({"me", "all"})
_LONGEST = 100


def named(taken: Mapping[str, str], new: Sequence[RemotePerson]) -> dict[str, str]:
    """Name users who are new; two of one name are told apart by their addresses."""
    plain = {each.external_id: _tidy(each.name) or _tidy(each.email) for each in new}
    shared = Counter(name.casefold() for name in plain.values())
    used = {name.casefold() for name in taken.values()} | _RESERVED
    found: dict[str, str] = {}
    for each in new:
        alone = shared[plain[each.external_id].casefold()] == 1
        fitting = list(_fitting(each, plain[each.external_id], alone=alone))
        chosen = next((name for name in fitting if name.casefold() not in used), fitting[-1])
        found[each.external_id] = chosen
        used.add(chosen.casefold())
    return found


def _fitting(person: RemotePerson, name: str, *, alone: bool) -> Iterator[str]:
    """Give the names a user may have, the plainest first; the last one is nobody else's."""
    if name and alone:
        yield name
    if name and person.email:
        yield f"{name} ({_tidy(person.email)})"
    yield f"{name} ({person.external_id})".strip()


def _tidy(name: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in name)
    return " ".join(printable.split())[:_LONGEST]
