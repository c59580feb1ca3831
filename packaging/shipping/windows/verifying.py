"""Prove the installer for Windows under wine, by files and keys: its exit codes tell nothing."""

import json
import shutil
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shipping.claim import claim
from shipping.place import Release
from shipping.screen import PICTURES, is_seen, screen
from shipping.sizes import check_size
from shipping.windows.installed import (
    LINKS,
    LISTED,
    OFFERED,
    RUN,
    Installed,
    wait_until,
)
from shipping.windows.making import PROGRAMS, check_tree, make_setup
from shipping.windows.rolled_out import roll_out
from shipping.windows.signing import is_signed, throw_away_signer
from shipping.windows.wine import FOLDER, new_wine, windows_path

if TYPE_CHECKING:
    import subprocess

_OLDER = "0.0.1"
_GONE = "_internal/gone-since.txt"
_PATIENCE = 240.0
_NUMBER = "tel:+14155550188"


def verify_windows(release: Release) -> None:
    """Install, try and remove; SystemExit with one sentence where anything is not as it should."""
    check_size(release.setup)
    with screen() as display:
        here = Installed(new_wine("trying")._replace(display=display))
        try:
            for prove in (
                _spare_others,
                _upgrade,
                _check_itself,
                _turn,
                roll_out,
                _open_window,
                _remove,
            ):
                begun = time.monotonic()
                prove(here, release)
                told = prove.__name__.strip("_").replace("_", " ")
                print(f"windows: {told}: {time.monotonic() - begun:.0f} s")
        finally:
            here.wine.end()


def _spare_others(here: Installed, release: Release) -> None:
    """In a folder that holds one called as ours, nothing is put and nothing is lost."""
    command, _ = throw_away_signer()
    folder = here.wine.path(r"C:\tools")
    theirs = folder / "Licenses" / "theirs.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs")
    setup = _older_setup(release, command)
    for _ in range(2):  # what the first one left must not be what the second one trusts
        here.install(setup, r"/D=C:\tools")
        left = [path for path in folder.rglob("*") if path.is_file()]
        claim(left == [theirs], f"A folder of others was changed: {left}.")


def _upgrade(here: Installed, release: Release) -> None:
    """An older version goes as a whole, the data stay, and what is chosen is written."""
    command, certificate = throw_away_signer()
    older = _older_setup(release, command)
    claim(is_signed(older, certificate), "The installer was not signed.")
    here.install(older)
    claim((here.folder / _GONE).is_file(), "The older version was not installed.")
    claim(is_signed(here.folder / "uninstall.exe", certificate), "The removal was not signed.")
    claim(here.value(LISTED, "DisplayVersion") == _OLDER, "The older version is not in the list.")
    here.data.mkdir(parents=True)
    (here.data / "kept.txt").write_text("kept")
    here.install(release.setup, "/LINKS", "/LOGIN")
    check_tree(here.folder)
    claim(not (here.folder / _GONE).exists(), "A file of the older version was left.")
    claim(
        here.value(LISTED, "DisplayVersion") == release.version, "The list tells another version."
    )
    claim(here.menu.is_file(), "There is no entry in the start menu.")
    claim((here.data / "kept.txt").is_file(), "The upgrade took data away.")
    _check_turned(here, on=True)


def _older_setup(release: Release, command: str) -> Path:
    """Make an installer of an older version, signed; what it installs need not run."""
    tree = FOLDER / "older"
    shutil.rmtree(tree, ignore_errors=True)
    for name in (*PROGRAMS, _GONE, "LICENSES/README.txt"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(f"{name} of an older version")
    older = release._replace(version=_OLDER)
    return make_setup(older, tree, FOLDER / "talktally-older.exe", sign_with=command)


def _check_itself(here: Installed, release: Release) -> None:
    """Both programs check themselves, out of sight and on a screen; the figures can be asked."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for program in PROGRAMS:
        for words in ([], ["--screen"]):
            report, picture = FOLDER / "selfcheck.json", PICTURES / "windows-window.png"
            report.unlink(missing_ok=True)
            picture.unlink(missing_ok=True)
            said = here.say("--selfcheck", windows_path(picture), "--report",
                            windows_path(report), *words, program=program)  # fmt: skip
            claim(report.is_file(), f"{program} checks nothing: {said[-2000:]}.")
            found = json.loads(report.read_text(encoding="utf-8"))
            wrong = [each for each in found["parts"] if not each["ok"]]
            claim(found["ok"] and not wrong, f"{program} found wrong: {wrong}.")
            claim(picture.is_file(), f"{program} drew no picture.")
    told = here.json("status")
    claim("meters" in told, f"status tells no meters: {told}.")
    version = here.say("--version").strip()
    claim(version.endswith(release.version), f"The program says it is {version}.")


def _turn(here: Installed, _release: Release) -> None:
    """What the installer wrote is what the program's own switches write, and take away."""
    for command in ("login", "links"):
        here.say(command, "off")
    _check_turned(here, on=False)
    for command in ("login", "links"):
        here.say(command, "on")
    _check_turned(here, on=True)


def _check_turned(here: Installed, *, on: bool) -> None:
    login, links = here.value(RUN, "Talktally"), here.value(LINKS)
    offered = here.value(OFFERED, "Talktally")
    if not on:
        claim(
            login is links is offered is None, f"Something was left: {login}, {links}, {offered}."
        )
        return
    claim(login and r"\Talktally.exe" in login and "--hidden" in login, f"At login: {login}.")
    claim(
        links and r"\Talktally.exe" in links and links.endswith(' -- "%1"'), f"For links: {links}."
    )
    claim(offered, "Talktally is not among the programs to choose from.")


def _open_window(here: Installed, release: Release) -> None:
    """A second start hands its link over; an installer ends the window before it changes it."""
    for program in PROGRAMS:  # either can be the window
        window = here.wine.start([str(here.folder / program)])
        picture = PICTURES / "windows-screen.png"
        # Only then is it the first, and no second start can come before it.
        claim(is_seen(window, here.wine.display, picture), f"No window is seen; see {picture}.")
        # One that waited in vain, for the window was not ready yet, says so and is made again.
        wait_until(lambda: _is_taken(here), "no second start was taken by the window")
        claim(window.poll() is None, f"The window of {program} has ended.")
        here.install(release.setup)
        wait_until(partial(_has_ended, window), f"the window of {program} is open")
        window.communicate()
        check_tree(here.folder)


def _has_ended(window: "subprocess.Popen[str]") -> bool:
    return window.poll() is not None


def _is_taken(here: Installed) -> bool:
    """Start once more with a number, and tell whether the window took it."""
    second = here.wine.start([str(here.folder / "talktally-cli.exe"), _NUMBER])
    second.communicate(timeout=_PATIENCE)
    return second.returncode == 0


def _remove(here: Installed, release: Release) -> None:
    """Nothing of the program is left; data and keys go only where that is asked for."""
    keys = _keep_keys(here)
    here.remove()
    claim(not here.menu.exists(), "The entry in the start menu was left.")
    claim(here.value(LISTED, "DisplayVersion") is None, "Talktally is still in the list.")
    _check_turned(here, on=False)
    claim((here.data / "kept.txt").is_file(), "The removal took data away, unasked.")
    claim(here.keys() == keys, f"Of the keys {keys} the removal left {here.keys()}, unasked.")
    here.install(release.setup)
    claim(here.value(RUN, "Talktally") is None, "It starts at login, though nobody chose that.")
    here.remove("/DELETEDATA")
    left = here.keys()  # once every program has ended, the removal among them
    claim(not left, f"The keys {left} were left, though they were to go.")
    claim(not here.data.exists(), "The data were left, though they were to go.")


def _keep_keys(here: Installed) -> list[str]:
    """Let the program keep a key for its own folder and for another; return what is kept now."""
    for folder in ((), ("--data-dir", r"C:\other")):
        here.json("hook", "address", *folder)
    keys, told = here.keys(), here.json("forget-keys")
    claim(len(keys) == 2, f"Of two folders these keys were kept: {keys}.")
    claim(told.get("would") == 2, f"Of the keys {keys} the program finds: {told}.")
    return keys
