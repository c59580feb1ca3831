"""What an installed program has to do, wherever it was installed."""

import json
from typing import Any

from shipping.claim import claim
from shipping.roots.root import REP, Root
from shipping.screen import photograph_of, screen


def try_program(root: Root, program: str, version: str, name: str) -> None:
    """Start it as an ordinary person: off-screen, then on a screen, with a photograph.

    ``name``: what the photograph is called.
    """
    told = root.tell(program, "--version", who=REP)
    claim(told.strip() == f"Talktally {version}", f"{program} --version said “{told.strip()}”.")
    told = root.tell(program, "status", who=REP)
    claim("No plan is chosen yet" in told, f"status in an empty home said “{told}”.")
    check_itself(root, program, version, QT_QPA_PLATFORM="offscreen")
    with screen() as display:
        check_itself(root, program, version, "--screen", DISPLAY=display)
        window = root.words(program, "demo", who=REP, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        photograph_of(window, display, name, root.surroundings)
    try_sample(root, program)


def check_itself(
    root: Root, program: str, version: str, *words: str, **more: str
) -> dict[str, Any]:
    """Let the program check itself; SystemExit names every part that failed."""
    answer = root.ask(program, "--selfcheck", *words, who=REP, **more)
    try:
        said: dict[str, Any] = json.loads(answer.out)
    except ValueError:
        raise SystemExit(f"--selfcheck said no JSON: {answer.out}{answer.err}") from None
    failed = [f"{part['part']}: {part['seen']}" for part in said["parts"] if not part["ok"]]
    claim(not failed, f"The installed program says of itself: {'; '.join(failed)}")
    claim(said["ok"] and answer.code == 0, f"--selfcheck ended with {answer.code}: {answer.out}")
    itself = said["program"]
    claim(itself["frozen"], "What was started is not the frozen program.")
    claim(itself["version"] == version, f"The program says it is version {itself['version']}.")
    return said


def try_sample(root: Root, program: str) -> None:
    """Make the invented month, read it and add it up again."""
    root.tell(program, "demo", who=REP, QT_QPA_PLATFORM="offscreen")
    folder = ("--data-dir", f"{REP.home}/.local/share/talktally-sample")
    status = json.loads(root.tell(program, "status", "--json", *folder, who=REP))
    used = [meter["used"] for meter in status["meters"]]
    claim(any(used), f"The invented month used nothing: {used}.")
    told = root.tell(program, "verify", *folder, who=REP)
    claim("everything adds up" in told, f"verify of the invented month said “{told.strip()}”.")
