"""What an administrator decides for everybody on a Windows holds, or is told to be wrong."""

from shipping.claim import claim
from shipping.place import Release
from shipping.windows.installed import Installed

_FILE = r"C:\ProgramData\Talktally\rollout.toml"
_DECIDED = 'language = "de"\nserver = "https://plans.example.com"\nupdates = "never"\n'


def roll_out(here: Installed, _release: Release) -> None:
    """Write a roll-out file, ask what holds, and take it away again; then a broken one."""
    file = here.wine.path(_FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_DECIDED, encoding="utf-8")
    found = here.json("rollout")
    claim(found["problem"] is None, f"The roll-out file does not hold: {found['problem']}.")
    claim(found["language"] == "de_DE", f"Rolled out in German, it speaks {found['language']}.")
    claim(found["decided"]["updates"] == "never", f"This was decided: {found['decided']}.")
    file.write_text("langauge = 'de'\n", encoding="utf-8")
    claim(here.json("rollout")["problem"], "A roll-out file with an unknown key holds.")
    file.unlink()
    file.parent.rmdir()
