"""What a person does with an installed program, and has to find again after an upgrade."""

import json
from typing import Any

from shipping.claim import claim
from shipping.roots.root import REP, Root

_PROGRAM = "/usr/bin/talktally"
_SETTINGS = f"{REP.home}/.local/share/talktally-sample/settings.json"
_AUTOSTART = f"{REP.home}/.config/autostart/talktally.desktop"
_INSTALLED = ("/usr/bin/talktally", "/usr/lib/talktally/talktally")
_DIAL = "x-scheme-handler/tel"
#: Runs words on a session bus of their own, with a keyring that is open.
_WITH_KEYRING = (
    "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "
)


def use_it(root: Root) -> None:
    """Choose a plan, enter a call and a text, and keep an invented month with its settings."""
    _tell(root, "plan", "use", "hubspot-professional")
    _tell(root, "log", "call", "--to", "+4930123456", "--seconds", "754", "--note", "Angebot")
    _tell(root, "demo", QT_QPA_PLATFORM="offscreen")


def figures(root: Root) -> dict[str, Any]:
    """Return what the person sees of it: meters, entries, settings."""
    status = json.loads(_tell(root, "status", "--json"))
    meters = [(each["id"], each["used"], each["included"]) for each in status["meters"]]
    checked = [_tell(root, "verify", *folder).strip() for folder in ((), _sample())]
    wrong = [said for said in checked if "everything adds up" not in said]
    claim(not wrong, f"verify said “{''.join(wrong)}”.")
    settings = root.path(_SETTINGS).read_text(encoding="utf-8")
    return {"meters": meters, "checked": checked, "settings": settings}


def try_login(root: Root) -> None:
    """Start at login has to name the installed program, and to be taken back without a trace."""
    _tell(root, "login", "on")
    entry = root.path(_AUTOSTART)
    claim(entry.is_file(), "login on wrote no entry into the person's autostart folder.")
    lines = entry.read_text(encoding="utf-8").splitlines()
    line = next(each for each in lines if each.startswith("Exec=")).removeprefix("Exec=")
    claim(line.split()[0] in _INSTALLED, f"At login this is started: {line}")
    said = root.tell(line.split()[0], "--version", who=REP)
    claim(said.startswith("Talktally "), f"What is started at login said “{said}”.")
    _tell(root, "login", "off")
    claim(not entry.exists(), "login off left the entry in the person's autostart folder.")


def try_links(root: Root) -> None:
    """The package offers itself for telephone links; the person takes and gives them back."""
    claim("talktally.desktop" in _handlers(root), "The package offers itself for no tel: links.")
    _tell(root, "links", "on")
    claim("Talktally" in _tell(root, "links"), "links on did not take the links.")
    chosen = _handlers(root).splitlines()[0]
    claim("talktally" in chosen, f"After links on, gio names another: {chosen}")
    _tell(root, "links", "off")
    chosen = _handlers(root)
    claim("talktally-links.desktop" not in chosen, f"After links off, gio still says: {chosen}")


def try_keyring(root: Root) -> None:
    """With a keyring on the session's bus, the program finds it and says so."""
    words = f"{_WITH_KEYRING}{_PROGRAM} --selfcheck"
    bus = ("dbus-run-session", "--", "sh", "-c", words)
    parts = json.loads(root.tell(*bus, who=REP, QT_QPA_PLATFORM="offscreen"))["parts"]
    keyring = next(part for part in parts if part["part"] == "keyring")
    kept = keyring["ok"] and "keeps what it is given" in keyring["seen"]
    claim(kept, f"Of an open keyring the program says: {keyring['seen']}")


def check_kept(root: Root) -> None:
    """What the person entered is still theirs: the files are there, and belong to nobody else."""
    folder = root.path(f"{REP.home}/.local/share/talktally")
    claim((folder / "ledger.db").is_file(), "Removing the package took the person's ledger along.")
    owners = {path.lstat().st_uid for path in folder.rglob("*")}
    claim(owners == {REP.number}, f"The person's files belong to {owners} now.")


def _tell(root: Root, *words: str, **more: str) -> str:
    return root.tell(_PROGRAM, *words, who=REP, **more)


def _sample() -> tuple[str, ...]:
    return ("--data-dir", f"{REP.home}/.local/share/talktally-sample")


def _handlers(root: Root) -> str:
    return root.tell("gio", "mime", _DIAL, who=REP)
