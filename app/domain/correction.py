"""What a person changes about entries afterwards, and what that makes of one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.event import Call, Fact, Method
from app.domain.plan import Line
from app.domain.tags import tags_of, tidy_tags

#: What a person may change; ``method`` only of calls.
CORRECTABLE = ("method", "agent", "counts_toward", "name", "note", "tags")
#: Characters of a name and of a note that are kept.
LONGEST_NAME, LONGEST_NOTE = 200, 2_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be changed; ``None`` and empty tags leave a field as it is.

    ``counts_toward``: a plan's name, "none", or "" for what the plans themselves say; ``line``:
    the only kind of entry that plan counts, ``None`` for both. ``tags`` replaces all tags, the
    other two add to and take from those there are. ``as_reported``: fields of :data:`CORRECTABLE`
    that are to be what the source says again.
    """

    method: Method | None = None
    agent: str | None = None
    counts_toward: str | None = None
    line: Line | None = None
    name: str | None = None
    note: str | None = None
    tags: str | None = None
    add_tags: str = ""
    remove_tags: str = ""
    as_reported: frozenset[str] = frozenset()

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields that are to change."""
        said = {name for name in CORRECTABLE if getattr(self, name) is not None}
        if self.add_tags or self.remove_tags:
            said.add("tags")
        return tuple(name for name in CORRECTABLE if name in said | self.as_reported)


def wished(fact: Fact, reported: Fact, wish: Wish) -> Fact:
    """Return an entry as it is after a wish; what does not fit its kind is left out.

    ``reported``: the same record as its source tells it.
    """
    said: dict[str, Any] = {
        name: getattr(reported, name) for name in wish.as_reported if name in fact._fields
    }
    # A reported leg is a leg: no method ever adds another one to it.
    if wish.method is not None and isinstance(fact, Call) and not fact.legs:
        said["method"] = wish.method
    if wish.counts_toward is not None and wish.line in {None, _line_of(fact)}:
        said["counts_toward"] = wish.counts_toward
    for name in ("agent", "name", "note"):
        if (value := getattr(wish, name)) is not None:
            said[name] = value
    said["tags"] = _tags(str(said.get("tags", fact.tags)), wish)
    return fact._replace(**said)


def with_tags(tags: str, *, added: str = "", removed: str = "") -> str:
    """Add and remove tags, told apart without regard to case."""
    gone = {tag.casefold() for tag in tags_of(tidy_tags(removed))}
    kept = [tag for tag in tags_of(tidy_tags(tags)) if tag.casefold() not in gone]
    return tidy_tags(", ".join([*kept, *tags_of(tidy_tags(added))]))


def _tags(present: str, wish: Wish) -> str:
    if wish.tags is not None:
        present = tidy_tags(wish.tags)
    if not wish.add_tags and not wish.remove_tags:
        return present
    return with_tags(present, added=wish.add_tags, removed=wish.remove_tags)


def _line_of(fact: Fact) -> Line:
    return Line.CALLS if isinstance(fact, Call) else Line.TEXTS


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan that entries can be counted toward, by its name and as people read it."""

    name: str
    title: str
    line: Line


@dataclass(frozen=True, slots=True)
class Common:
    """What some entries have in common, and what there is to choose from.

    ``values``: of each field that can be changed, what all of them say, ``None`` where they differ;
    ``agent`` is the shown name of the person. ``plans`` are those that count such entries.
    """

    entries: int
    values: Mapping[str, str | None]
    people: tuple[str, ...] = ()
    plans: tuple[PlanName, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What a wish would do: how many entries it would change, and their billed minutes then."""

    entries: int
    before: int
    after: int
