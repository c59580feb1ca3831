"""Links of phone numbers on macOS: what Launch Services keeps, and asking it for another program.

Only an installed app can open links there: the schemes stand in its Info.plist.
"""

import plistlib
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.disk.whole import write_private_bytes
from app.domain.problem import EnvironmentProblem, mark
from app.machine.opener import Opener

#: Asks for a scheme (first) to be opened by the app of a bundle id; False where that is refused.
Choose = Callable[[str, str], bool]

_HANDLERS = Path(
    "Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist"
)
_PREVIOUS = Path("Library/Preferences/talktally.links.plist")
_NOT_INSTALLED = mark(
    "Only an installed app can open links on macOS. Install Talktally in Applications and try "
    "again."
)
_REFUSED = mark(
    "macOS did not take the change. Choose the program for calls in the settings of FaceTime."
)
_DEPTH_OF_PROGRAM = 3  # Talktally.app/Contents/MacOS/talktally


class MacLinks:
    """``home``: the person's folder; ``program``: our own file; ``choose`` asks Launch Services."""

    asks_person = False

    def __init__(self, home: Path, program: Path, choose: Choose) -> None:
        self._home, self._choose = home, choose
        self._own = _bundle_id(program)

    def holder(self, scheme: str) -> Opener | None:
        """Return the app that was chosen; who opens links where nobody chose, nobody can read."""
        for each in _list(_plist(self._home / _HANDLERS).get("LSHandlers")):
            if each.get("LSHandlerURLScheme") == scheme:
                return _opener(str(each.get("LSHandlerRoleAll") or ""))
        return None

    def is_ours(self, opener: Opener) -> bool:
        """Tell whether it is our app."""
        return bool(self._own) and opener.id.lower() == self._own.lower()

    def before(self, scheme: str) -> Opener | None:
        """Return who opens them now, or who is remembered to have."""
        now = self.holder(scheme)
        if now is not None and not self.is_ours(now):
            return now
        return _opener(str(_plist(self._home / _PREVIOUS).get(scheme) or ""))

    def take(self, schemes: Sequence[str], command: Sequence[str]) -> None:
        """Ask for our app, whatever the command; EnvironmentProblem where that is refused."""
        if not self._own:
            raise EnvironmentProblem(_NOT_INSTALLED)
        before = {each: found.id for each in schemes if (found := self.before(each))}
        self._remember({**_plist(self._home / _PREVIOUS), **before})
        self._ask(dict.fromkeys(schemes, self._own))

    def give_back(self, schemes: Sequence[str]) -> None:
        """Ask for those who opened them before; nothing where nobody is remembered."""
        kept = _plist(self._home / _PREVIOUS)
        ours = [each for each in schemes if (now := self.holder(each)) and self.is_ours(now)]
        self._ask({each: str(kept[each]) for each in ours if kept.get(each)})
        self._remember({name: of for name, of in kept.items() if name not in schemes})

    def command(self, opener: Opener, link: str) -> tuple[str, ...]:
        """Return how the system is asked to open a link with an app."""
        return ("/usr/bin/open", "-b", opener.id, link)

    def _ask(self, wanted: dict[str, str]) -> None:
        taken = [self._choose(scheme, of) for scheme, of in wanted.items()]
        if not all(taken):
            raise EnvironmentProblem(_REFUSED)

    def _remember(self, before: dict[str, Any]) -> None:
        path = self._home / _PREVIOUS
        if before:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private_bytes(path, plistlib.dumps(before))
        else:
            path.unlink(missing_ok=True)


def _opener(bundle: str) -> Opener | None:
    """Name an app by the last part of its id: "FaceTime" of "com.apple.FaceTime"."""
    return Opener(bundle, bundle.rpartition(".")[2]) if bundle else None


def _bundle_id(program: Path) -> str:
    """Return the id of the app that a program lies in, "" for one that lies in none."""
    if len(program.parents) < _DEPTH_OF_PROGRAM:
        return ""
    information = _plist(program.parents[1] / "Info.plist")
    return str(information.get("CFBundleIdentifier") or "")


def _plist(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, plistlib.InvalidFileException):
        found = plistlib.loads(path.read_bytes())
        return found if isinstance(found, dict) else {}
    return {}


def _list(value: object) -> list[dict[str, object]]:
    found = value if isinstance(value, list) else []
    return [each for each in found if isinstance(each, dict)]


if sys.platform == "darwin":
    import ctypes

    _FRAMEWORKS = "/System/Library/Frameworks"
    _UTF8 = 0x08000100

    def launch_services() -> Choose:
        """Return how Launch Services is asked; written by its headers, never run by our tests."""
        foundation = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
        services = ctypes.CDLL(f"{_FRAMEWORKS}/CoreServices.framework/CoreServices")
        make = foundation.CFStringCreateWithCString
        make.restype = ctypes.c_void_p
        make.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
        choose = services.LSSetDefaultHandlerForURLScheme
        choose.restype = ctypes.c_int32
        choose.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        release = foundation.CFRelease
        release.argtypes = [ctypes.c_void_p]

        def ask(scheme: str, bundle: str) -> bool:
            texts = [make(None, each.encode(), _UTF8) for each in (scheme, bundle)]
            try:
                return bool(choose(*texts) == 0)
            finally:
                for text in texts:
                    release(text)

        return ask
