"""Desktop entries of Linux: their plain keys, and the words that their Exec line starts.

https://specifications.freedesktop.org/desktop-entry-spec/latest/
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

GROUP = "[Desktop Entry]"
_NOT_PLAIN = set(" \t\n\"'\\><~|&;$*?#()`")
_ESCAPED = '"`$\\'
_word = re.compile(r'"((?:\\.|[^"\\])*)"|([^\s"]+)')
_escape = re.compile(r"\\(.)")
_code = re.compile(r"%(.)")
#: Codes for what is opened; the others are about the entry itself, or of the past.
_OPENED = "uUfF"


def fields(path: Path, group: str = GROUP) -> dict[str, str]:
    """Read the plain keys of a group; a file that cannot be read has none."""
    found: dict[str, str] = {}
    inside = ""
    with suppress(OSError, ValueError):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                inside = line.strip()
            elif inside == group and "=" in line and not line.startswith("#"):
                key, _, value = line.partition("=")
                found.setdefault(key.strip(), value.strip())
    return found


def listed(value: str) -> tuple[str, ...]:
    """Take a list of a desktop file apart."""
    return tuple(filter(None, value.split(";")))


def exec_line(command: Sequence[str]) -> str:
    """Write words as an Exec line."""
    return " ".join(map(_quoted, command)).replace("\\", "\\\\").replace("%", "%%")


def exec_words(line: str) -> tuple[str, ...]:
    """Read a line without field codes, as :func:`exec_line` writes it."""
    return tuple(word.replace("%%", "%") for word in _apart(line))


def exec_with(entry: Mapping[str, str], path: Path, opened: str) -> tuple[str, ...]:
    """Return the words that an entry starts to open a link, its field codes filled.

    A line without a code for what is opened gets it behind, as GLib does.
    """
    own = {"i": entry.get("Icon", ""), "c": entry.get("Name", ""), "k": str(path), "%": "%"}
    raw = _apart(entry.get("Exec", ""))
    words: list[str] = []
    for word in raw:
        if word == "%i":
            words += ["--icon", own["i"]] if own["i"] else []
        elif word[:1] != "%" or word[1:2] in ("%", *_OPENED, *own):
            filled = _code.sub(
                lambda code: opened if code[1] in _OPENED else own.get(code[1], ""), word
            )
            words.append(filled)
    takes = any(code in _OPENED for word in raw for code in _code.findall(word))
    return (*words, *([] if takes or not words else [opened]))


def _apart(line: str) -> tuple[str, ...]:
    plain = line.replace("\\\\", "\\")
    return tuple(_escape.sub(r"\1", each[1] or "") or each[2] for each in _word.finditer(plain))


def _quoted(word: str) -> str:
    if word and not set(word) & _NOT_PLAIN:
        return word
    return '"' + "".join(f"\\{each}" if each in _ESCAPED else each for each in word) + '"'
