"""Links of phone numbers on Windows: a class of our own, offered among the default apps.

Windows lets nobody but the person choose there who opens links (since Windows 10).
"""

import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

from app.machine.opener import SCHEMES, Opener

_CLASS = "Talktally.Link"
_CLASSES = rf"Software\Classes\{_CLASS}"
_COMMAND = r"shell\open\command"
_OWN = r"Software\Talktally"
_CAPABILITIES = rf"{_OWN}\Capabilities"
_PREVIOUS = rf"{_OWN}\PreviousLinks"
_REGISTERED = r"Software\RegisteredApplications"
_CHOSEN = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice"
_word = re.compile(r'"([^"]*)"|(\S+)')
_place = re.compile(r"%[1lLuU*]")


class Classes(Protocol):
    """The person's own part of the registry, and what all programs say of themselves."""

    def read(self, key: str, name: str) -> str:
        """Return a text of the person's part, "" where there is none."""
        ...

    def read_class(self, key: str, name: str) -> str:
        """Return a text of what is known of classes on this computer, "" where there is none."""
        ...

    def write(self, key: str, name: str, text: str) -> None:
        """Write a text into the person's part; OSError when that is refused."""
        ...

    def delete(self, key: str, name: str) -> None:
        """Delete a text of the person's part, if it is there; OSError when that is refused."""
        ...

    def drop(self, key: str) -> None:
        """Delete a key of the person's part with all below it, if it is there."""
        ...


class WindowsLinks:
    """Who opened a scheme before is remembered beside what we say of ourselves."""

    asks_person = True

    def __init__(self, classes: Classes) -> None:
        self._classes = classes

    def holder(self, scheme: str) -> Opener | None:
        """Return who was chosen, else who calls itself by the scheme's name."""
        chosen = self._classes.read(_CHOSEN.format(scheme=scheme), "ProgId")
        return self._opener(chosen) or self._opener(scheme)

    def is_ours(self, opener: Opener) -> bool:
        """Tell whether it is our class."""
        return opener.id == _CLASS

    def before(self, scheme: str) -> Opener | None:
        """Return who opens them now, or who is remembered to have."""
        now = self.holder(scheme)
        if now is not None and not self.is_ours(now):
            return now
        return self._opener(self._classes.read(_PREVIOUS, scheme))

    def take(self, schemes: Sequence[str], command: Sequence[str]) -> None:
        """Offer this program for the schemes; it opens them once the person has chosen it."""
        write = self._classes.write
        for scheme in schemes:
            before = self.before(scheme)
            if before is not None:
                write(_PREVIOUS, scheme, before.id)
            write(rf"{_CAPABILITIES}\URLAssociations", scheme, _CLASS)
        write(_CLASSES, "", "Talktally")
        write(_CLASSES, "URL Protocol", "")
        write(rf"{_CLASSES}\Application", "ApplicationName", "Talktally")
        # Windows puts a link there as it is: what stands behind a quotation mark of its own would
        # be further words of the command, and behind "--" no word is an option.
        write(rf"{_CLASSES}\{_COMMAND}", "", f'{subprocess.list2cmdline(command)} -- "%1"')
        write(_CAPABILITIES, "ApplicationName", "Talktally")
        write(_CAPABILITIES, "ApplicationDescription", "Talktally")
        write(_REGISTERED, "Talktally", _CAPABILITIES)

    def give_back(self, schemes: Sequence[str]) -> None:
        """Offer it no longer; Windows then asks the person at the next link."""
        associations = rf"{_CAPABILITIES}\URLAssociations"
        for scheme in schemes:
            self._classes.delete(associations, scheme)
            self._classes.delete(_PREVIOUS, scheme)
        if not any(self._classes.read(associations, each) for each in SCHEMES):
            self._classes.delete(_REGISTERED, "Talktally")
            self._classes.drop(_CLASSES)
            self._classes.drop(_OWN)

    def command(self, opener: Opener, link: str) -> tuple[str, ...]:
        """Return the words of its command, the link in its place or behind them."""
        line = self._classes.read_class(rf"{opener.id}\{_COMMAND}", "")
        words = [quoted or bare for quoted, bare in _word.findall(line)]
        if not words:
            return ()
        takes = any(_place.search(word) for word in words[1:])
        filled = [_place.sub(lambda _: link, word) for word in words[1:]]
        return (words[0], *filled, *([] if takes else [link]))

    def _opener(self, name: str) -> Opener | None:
        """Return the program of a class, "" and one without a command being none."""
        read = self._classes.read_class
        if not name:
            return None
        line = read(rf"{name}\{_COMMAND}", "")
        delegated = read(rf"{name}\{_COMMAND}", "DelegateExecute")
        if not line and not delegated:
            return None
        told = read(rf"{name}\Application", "ApplicationName")
        # "@" begins the address of a word in some other file.
        return Opener(name, told if told and told[0] != "@" else _program_of(line) or name)


def _program_of(line: str) -> str:
    """Name a program by its file, without its folders and ".exe"."""
    found = _word.match(line)
    path = (found[1] or found[2] or "") if found else ""
    return re.sub(r"\.exe$", "", re.split(r"[\\/]", path)[-1], flags=re.IGNORECASE)


if sys.platform == "win32":
    import winreg

    from app.machine.registry_windows import PersonsKeys

    class _OwnClasses(PersonsKeys):
        def read(self, key: str, name: str) -> str:
            return _read(winreg.HKEY_CURRENT_USER, key, name)

        def read_class(self, key: str, name: str) -> str:
            return _read(winreg.HKEY_CLASSES_ROOT, key, name)

        def drop(self, key: str) -> None:
            with suppress(FileNotFoundError):
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    below = [
                        winreg.EnumKey(opened, n) for n in range(winreg.QueryInfoKey(opened)[0])
                    ]
                for name in below:
                    self.drop(rf"{key}\{name}")
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

    def _read(root: int, key: str, name: str) -> str:
        with suppress(OSError), winreg.OpenKey(root, key) as opened:
            value = winreg.QueryValueEx(opened, name)[0]
            return value if isinstance(value, str) else ""
        return ""

    def own_classes() -> Classes:
        """Return the registry of the person who runs this."""
        return _OwnClasses()
