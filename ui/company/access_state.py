"""What the dialog of people and access shows: members, invitations and devices as rows; Qt-free."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.company import Licence, Role


class Part(StrEnum):
    """The lists of the dialog."""

    PEOPLE = "people"
    INVITATIONS = "invitations"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True)
class AccessRow:
    """A line of a list.

    ``name``: whom or what it is about. ``open``: something can still be done with it. ``ask``: what
    is asked before it ends. ``role`` and ``licence`` are those of a person. ``removable``: a person
    who is not oneself.
    """

    id: str
    name: str
    cells: tuple[str, ...]
    open: bool = True
    ask: str = ""
    role: Role = Role.AGENT
    licence: Licence = Licence.NONE
    removable: bool = True


@dataclass(frozen=True, slots=True)
class AccessPart:
    """One list: its name with how many it has, its columns and rows, what is said without any.

    ``end`` is the button that takes a row's access away, ``sure`` the one that agrees to it.
    """

    part: Part
    title: str
    columns: tuple[str, ...]
    rows: tuple[AccessRow, ...]
    empty: str
    end: str
    sure: str


@dataclass(frozen=True, slots=True)
class AccessWords:
    """The words of the dialog around its lists."""

    title: str
    about: str
    role: str
    roles: tuple[tuple[Role, str], ...]
    licence: str
    licences: tuple[tuple[Licence, str], ...]
    apply: str
    keep: str
    invite: str
    close: str
    working: str


@dataclass(frozen=True, slots=True)
class AccessState:
    """The dialog."""

    words: AccessWords
    parts: tuple[AccessPart, ...]

    def part(self, part: Part) -> AccessPart:
        """Return one list."""
        return next(each for each in self.parts if each.part is part)


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """A person who is to have another role or licence; ``None`` where it stays."""

    member: str
    role: Role | None
    licence: Licence | None


@dataclass(frozen=True, slots=True)
class AccessEnded:
    """Whose or which access is to end: a member's, an invitation's or a device's id."""

    part: Part
    id: str
