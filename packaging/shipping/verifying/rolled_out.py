"""What an administrator decides for everybody holds for a person, and only an administrator may."""

import json
from typing import Any

from shipping.claim import claim
from shipping.roots.root import REP, Root

_PROGRAM = "/usr/bin/talktally"
_FOLDER = "/etc/talktally"
_DECIDED = 'language = "de"\nserver = "https://plans.example.com"\nupdates = "never"\n'
_GERMAN = "startet beim Anmelden"


def try_rollout(root: Root) -> None:
    """Write a roll-out file, ask as the person what holds, and take it away again."""
    folder = root.path(_FOLDER)
    folder.mkdir(mode=0o755)
    file = folder / "rollout.toml"
    file.write_text(_DECIDED, encoding="utf-8")
    file.chmod(0o644)
    found = _asked(root)
    claim(found["problem"] is None, f"The roll-out file does not hold: {found['problem']}")
    claim(found["language"] == "de_DE", f"Rolled out in German, it speaks {found['language']}.")
    claim(found["decided"]["updates"] == "never", f"This was decided: {found['decided']}")
    said = root.ask(_PROGRAM, "login", who=REP).out
    claim(_GERMAN in said, f"Rolled out in German, login says: {said}")
    file.chmod(0o666)
    claim(_asked(root)["problem"], "A roll-out file that everybody can write holds.")
    file.unlink()
    folder.rmdir()


def _asked(root: Root) -> Any:
    return json.loads(root.ask(_PROGRAM, "rollout", "--json", who=REP).out)
