"""Which program of this computer opens links of phone numbers, and letting this one do so.

Each system has a file of its own beside this one; all of them answer as :class:`Links` does.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.machine.opener import Opener
from app.machine.own_program import own_program


class Links(Protocol):
    """What a system says about links; all of it is of the person who runs this, never of others.

    ``asks_person``: nobody but the person can choose in the system's own settings who opens
    links; ``take`` then only offers this program there.
    """

    asks_person: bool

    def holder(self, scheme: str) -> Opener | None:
        """Return who opens links of a scheme now, ``None`` where nobody does."""
        ...

    def is_ours(self, opener: Opener) -> bool:
        """Tell whether that is this program."""
        ...

    def before(self, scheme: str) -> Opener | None:
        """Return who opens them beside this program: now, or before it took them."""
        ...

    def take(self, schemes: Sequence[str], command: Sequence[str]) -> None:
        """Let ``command`` and the link behind it open these schemes, and remember who did.

        EnvironmentProblem or OSError when the system refuses.
        """
        ...

    def give_back(self, schemes: Sequence[str]) -> None:
        """Let those open them who did before; EnvironmentProblem or OSError when refused."""
        ...

    def command(self, opener: Opener, link: str) -> tuple[str, ...]:
        """Return the words that let a program open a link, none where nobody can tell."""
        ...


def usual_links(environ: Mapping[str, str]) -> Links:
    """Return the links of this computer's system."""
    # Each here because a system needs but its own.
    if sys.platform == "win32":
        from app.machine.link_handler_windows import WindowsLinks, own_classes

        return WindowsLinks(own_classes())
    if sys.platform == "darwin":
        from app.machine.link_handler_macos import MacLinks, launch_services

        bundle = Path(own_program(environ)[0])
        return MacLinks(Path.home(), bundle, launch_services())
    from app.machine.link_handler_desktop import DesktopLinks

    return DesktopLinks(environ)
