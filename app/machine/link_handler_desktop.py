"""Links of phone numbers on Linux: an entry of our own, and the lists of who opens what.

https://specifications.freedesktop.org/mime-apps-spec/latest/
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from app.disk.whole import write_private_bytes
from app.machine.desktop_apps import DesktopApps
from app.machine.desktop_entry import GROUP, exec_line, exec_with, fields, listed
from app.machine.mime_defaults import DEFAULTS, REMOVED, put_first, taken_out
from app.machine.opener import Opener

_OWN = "talktally-links.desktop"
#: The entry that a package brings for everybody; it offers itself for links without being asked.
_PACKAGED = "talktally.desktop"
_OURS = (_OWN, _PACKAGED)
_PREVIOUS = "X-Talktally-Previous-"
#: A desktop that does not come to an end with its cache of applications is left to it.
_PATIENCE_SECONDS = 20
#: Of a list's text, a kind, an entry and a group of the list, the list as it is to be.
_Change = Callable[[str, str, str, str], str]


class DesktopLinks:
    """Who opened a scheme before is remembered in our entry, beside what it stands for."""

    asks_person = False

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._apps = DesktopApps(environ)
        self._own = self._apps.own / _OWN

    def holder(self, scheme: str) -> Opener | None:
        """Return the first program of the lists that is there, else one that offers itself."""
        return self._first(scheme, ours=True)

    def is_ours(self, opener: Opener) -> bool:
        """Tell whether it is an entry of ours, or of the package we came in."""
        return opener.id in _OURS

    def before(self, scheme: str) -> Opener | None:
        """Return who opens them now, or is remembered to have, else the first one beside us."""
        now = self.holder(scheme)
        if now is not None and not self.is_ours(now):
            return now
        remembered = self._opener(fields(self._own).get(f"{_PREVIOUS}{scheme}", ""))
        return remembered or self._first(scheme, ours=False)

    def take(self, schemes: Sequence[str], command: Sequence[str]) -> None:
        """Write the entry, and put it first for these schemes."""
        kept = self._schemes()
        every = (*kept, *(each for each in schemes if each not in kept))
        before = {each: found.id for each in every if (found := self.before(each))}
        self._apps.own.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._write(_entry(every, f"{exec_line(command)} %u", command[0], before))
        for scheme in schemes:
            self._put_first(scheme, _OWN)
            self._change_own(taken_out, scheme, _PACKAGED, REMOVED)

    def give_back(self, schemes: Sequence[str]) -> None:
        """Take our entry out of the person's lists; gone for its last scheme, it is deleted."""
        before = {each: self.before(each) for each in schemes}
        for scheme in schemes:
            for entry in _OURS:
                self._change_own(taken_out, scheme, entry, DEFAULTS)
        self._forget(schemes)
        for scheme, opener in before.items():
            now = self.holder(scheme)
            if opener is not None and now != opener:
                self._put_first(scheme, opener.id)
            elif now is not None and self.is_ours(now):
                self._change_own(put_first, scheme, now.id, REMOVED)

    def command(self, opener: Opener, link: str) -> tuple[str, ...]:
        """Return the words of its Exec line."""
        path = self._apps.path_of(opener.id)
        return exec_with(fields(path), path, link) if path is not None else ()

    def _first(self, scheme: str, *, ours: bool) -> Opener | None:
        entries = self._apps.candidates(_kind(scheme))
        found = (self._opener(entry) for entry in entries if ours or entry not in _OURS)
        return next(filter(None, found), None)

    def _opener(self, entry: str) -> Opener | None:
        name = self._apps.name_of(entry)
        return Opener(entry, name) if name else None

    def _put_first(self, scheme: str, entry: str) -> None:
        for path in self._apps.lists_to_change(_kind(scheme)):
            _change(path, put_first, _kind(scheme), entry, DEFAULTS)

    def _change_own(self, change: _Change, scheme: str, entry: str, group: str) -> None:
        """Change the person's own lists; what is added stands in the one of all desktops alone."""
        lists = self._apps.own_lists()
        for path in lists if change is taken_out else lists[-1:]:
            _change(path, change, _kind(scheme), entry, group)

    def _schemes(self) -> tuple[str, ...]:
        """Return the schemes our entry stands for now."""
        kinds = listed(fields(self._own).get("MimeType", ""))
        return tuple(kind.rpartition("/")[2] for kind in kinds)

    def _forget(self, schemes: Sequence[str]) -> None:
        found = fields(self._own)
        left = tuple(each for each in self._schemes() if each not in schemes)
        kept = {each: found.get(f"{_PREVIOUS}{each}", "") for each in left}
        if left:
            self._write(_entry(left, found.get("Exec", ""), found.get("TryExec", ""), kept))
        else:
            self._own.unlink(missing_ok=True)
            self._tell_desktop()

    def _write(self, text: str) -> None:
        write_private_bytes(self._own, text.encode("utf-8", "surrogateescape"))
        self._tell_desktop()

    def _tell_desktop(self) -> None:
        """Let programs that read but the cache of entries find ours; it is not always there."""
        tool = shutil.which("update-desktop-database", path=self._environ.get("PATH"))
        if tool is None or not self._apps.own.is_dir():
            return
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(  # noqa: S603 - the tool of the desktop, on our own folder
                [tool, "-q", str(self._apps.own)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_PATIENCE_SECONDS,
            )


def _change(path: Path, change: _Change, kind: str, entry: str, group: str) -> None:
    # A list may be a link into a folder that is kept elsewhere; the link is to stay one.
    path = Path(os.path.realpath(path))
    there = path.is_file()
    before = path.read_bytes() if there else b""
    text = change(before.decode("utf-8", "surrogateescape"), kind, entry, group)
    content = text.encode("utf-8", "surrogateescape")
    if content != before:
        mode = path.stat().st_mode & 0o777 if there else 0o600
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private_bytes(path, content)
        path.chmod(mode)


def _kind(scheme: str) -> str:
    return f"x-scheme-handler/{scheme}"


def _entry(schemes: Sequence[str], line: str, program: str, before: Mapping[str, str]) -> str:
    kinds = "".join(f"{_kind(scheme)};" for scheme in schemes)
    remembered = "".join(f"{_PREVIOUS}{each}={of}\n" for each, of in before.items() if of)
    return (
        f"{GROUP}\nType=Application\nName=Talktally\nExec={line}\nTryExec={program}\n"
        f"Icon=talktally\nTerminal=false\nNoDisplay=true\nMimeType={kinds}\n{remembered}"
    )
