"""The lists in which Linux desktops keep what opens what: one line changed, all others as they are.

https://specifications.freedesktop.org/mime-apps-spec/latest/
"""

from collections.abc import Callable
from functools import partial

DEFAULTS = "[Default Applications]"
#: Who offers itself for a kind, and is not to be asked all the same.
REMOVED = "[Removed Associations]"


def put_first(text: str, kind: str, entry: str, group: str = DEFAULTS) -> str:
    """Let an entry open a kind ("x-scheme-handler/tel") before those that the list names."""
    return _changed(text, kind, partial(_put, entry), group)


def taken_out(text: str, kind: str, entry: str, group: str = DEFAULTS) -> str:
    """Let an entry open a kind no longer; the line goes where it named nobody else."""
    return _changed(text, kind, lambda ids: [each for each in ids if each != entry], group)


def _put(entry: str, ids: list[str]) -> list[str]:
    return [entry, *(each for each in ids if each != entry)]


def _changed(text: str, kind: str, change: Callable[[list[str]], list[str]], group: str) -> str:
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    inside, end = False, -1
    for place, line in enumerate(lines):
        if line.startswith("["):
            inside = line.strip() == group
            end = place + 1 if inside else end
        elif inside and line.partition("=")[0].strip() == kind and "=" in line:
            return "".join(_with(lines, place, change, ending))
        elif inside and line.strip():
            end = place + 1
    wanted = change([])
    return text if not wanted else _added(lines, end, group, f"{kind}={';'.join(wanted)};{ending}")


def _with(
    lines: list[str], place: int, change: Callable[[list[str]], list[str]], ending: str
) -> list[str]:
    key, _, value = lines[place].partition("=")
    before = [each.strip() for each in value.split(";") if each.strip()]
    after = change(before)
    if before == after:
        return lines
    # With a semicolon behind the last one only where there was one, so that a list that was
    # changed and changed back is what it was.
    behind = ";" if value.strip().endswith(";") else ""
    line = [f"{key}={';'.join(after)}{behind}{ending}"] if after else []
    return [*lines[:place], *line, *lines[place + 1 :]]


def _added(lines: list[str], end: int, group: str, line: str) -> str:
    ending = "\r\n" if line.endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += ending
    if end < 0:
        gap = [ending] if lines else []
        return "".join([*lines, *gap, f"{group}{ending}", line])
    return "".join([*lines[:end], line, *lines[end:]])
