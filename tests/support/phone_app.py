"""A program that dials: a script that writes down what it was started with, line by line."""

import json
import stat
import sys
from pathlib import Path
from typing import Any

_SCRIPT = """#!{python}
import json, os, sys
told = {{"argv": sys.argv[1:], "mark": os.environ.get("TALKTALLY_HANDED_OVER", "")}}
told["session"] = os.getsid(0) == os.getpid()
with open({file!r}, "a", encoding="utf-8") as stream:
    stream.write(json.dumps(told) + "\\n")
then = {then!r}
if then:
    os.execvp(then[0], [*then, sys.argv[-1]])
"""


class PhoneApp:
    """Its file is ``program``; ``calls`` are the starts so far, the first one first.

    ``then``: words that it becomes afterwards, with the last one it was given behind them.
    """

    def __init__(
        self, folder: Path, name: str = "softphone", *, then: tuple[str, ...] = ()
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.program = folder / name
        self._told = folder / f"{name}.jsonl"
        self.program.write_text(
            _SCRIPT.format(python=sys.executable, file=str(self._told), then=then)
        )
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)

    @property
    def calls(self) -> list[dict[str, Any]]:
        """What each start was told."""
        if not self._told.exists():
            return []
        lines = self._told.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def offer(self, share: Path, *schemes: str) -> None:
        """Let a desktop know it as what opens links, from a folder of shared files."""
        applications = share / "applications"
        applications.mkdir(parents=True, exist_ok=True)
        kinds = [f"x-scheme-handler/{scheme}" for scheme in schemes or ("tel",)]
        (applications / f"{self.program.name}.desktop").write_text(
            f"[Desktop Entry]\nType=Application\nName={self.program.name.title()}\n"
            f"Exec={self.program} %u\nMimeType={';'.join(kinds)};\n"
        )
        (applications / "mimeapps.list").write_text(
            "[Default Applications]\n"
            + "".join(f"{kind}={self.program.name}.desktop\n" for kind in kinds)
        )
