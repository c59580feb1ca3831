"""What ``talktally --help`` and ``--version`` show."""

from collections.abc import Mapping

from app.commands.table import Command

_HEAD = "Talktally: how many calling minutes and message segments are left, and why."
_ALONE = "(nothing)"
_FOOT = """\
Every command takes --data-dir DIR and, where it reports, --json. For one command's options:
talktally COMMAND --help
"""


def help_text(known: Mapping[str, Command], words: str = "") -> str:
    """Write the list of commands, or of those that begin with the words."""
    chosen = {name: each for name, each in known.items() if name.startswith(f"{words} ".lstrip())}
    width = max(len(name) for name in [*chosen, _ALONE])
    lines = [f"  {name or _ALONE:{width}}  {each.summary}" for name, each in chosen.items()]
    return "\n".join([_HEAD, "", *lines, "", _FOOT])


def version_text() -> str:
    """Write name and version."""
    # Here because looking it up takes longer than a status may.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"Talktally {version('talktally')}"
    except PackageNotFoundError:
        return "Talktally"
