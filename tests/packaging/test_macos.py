import plistlib
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest
from shipping.macos.information import BUNDLE_ID, LEAST_SYSTEM, SCHEMES, information
from shipping.macos.making import make_macos
from shipping.place import Release

from app.machine.link_handler_macos import MacLinks
from app.machine.opener import SCHEMES as ASKED
from tests.support.contracts import ROOT

_MACOS = ROOT / "packaging" / "macos"
_SPEC = ROOT / "packaging" / "pyinstaller" / "talktally.spec"


def test_the_app_says_what_it_is_and_what_it_needs() -> None:
    told = plistlib.loads(plistlib.dumps(information("1.2.3")))
    assert told["CFBundleIdentifier"] == BUNDLE_ID
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.3"
    assert told["LSMinimumSystemVersion"] == LEAST_SYSTEM
    assert told["LSUIElement"] is False
    assert told["CFBundleLocalizations"] == ["en", "de"]


def test_the_app_may_open_every_link_that_it_asks_for() -> None:
    assert set(ASKED) == set(SCHEMES)
    [kind] = information("1.2.3")["CFBundleURLTypes"]
    assert kind["CFBundleURLSchemes"] == list(SCHEMES)


def test_the_program_knows_itself_by_what_the_app_says(tmp_path: Path) -> None:
    contents = tmp_path / "Talktally.app" / "Contents"
    (contents / "MacOS").mkdir(parents=True)
    (contents / "Info.plist").write_bytes(plistlib.dumps(information("1.2.3")))
    asked: list[tuple[str, str]] = []

    def choose(scheme: str, bundle: str) -> bool:
        asked.append((scheme, bundle))
        return True

    MacLinks(tmp_path, contents / "MacOS" / "talktally", choose).take(["tel"], ())
    assert asked == [("tel", BUNDLE_ID)]


def test_the_oldest_system_is_the_one_that_the_locked_qt_is_made_for() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "pyside6-essentials==6.11." in lock, "look up what its wheel for macOS needs now"


def test_what_the_hardened_runtime_lets_the_app_do_is_readable() -> None:
    held = plistlib.loads((_MACOS / "entitlements.plist").read_bytes())
    assert held == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_script_that_signs_is_one_that_a_shell_reads() -> None:
    script = str(_MACOS / "sign-and-notarise.sh")
    subprocess.run(["sh", "-n", script], check=True, capture_output=True)


@pytest.mark.skipif(sys.platform == "darwin", reason="there it would sign")
def test_elsewhere_nothing_is_signed() -> None:
    script = str(_MACOS / "sign-and-notarise.sh")
    done = subprocess.run(["sh", script, "a.app", "a.dmg"], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (3, b"An app for macOS is signed on macOS.\n")


@pytest.mark.skipif(sys.platform == "darwin", reason="there it would build")
def test_elsewhere_no_app_is_made() -> None:
    with pytest.raises(SystemExit, match="not run: an app for macOS is made on macOS"):
        make_macos(Release("1.2.3", 0))


@pytest.mark.parametrize(
    ("system", "made"),
    [
        ("darwin", ["EXE talktally", "COLLECT talktally", "BUNDLE Talktally.app"]),
        ("linux", ["EXE talktally", "COLLECT talktally"]),
        ("win32", ["EXE Talktally", "EXE talktally-cli", "COLLECT talktally"]),
    ],
)
def test_the_recipe_makes_what_each_system_wants(
    system: str, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [f"{kind} {said['name']}" for kind, said in _follow(system, monkeypatch)] == made


def test_the_recipe_tells_the_app_who_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told = dict(_follow("darwin", monkeypatch))["BUNDLE"]
    assert told["bundle_identifier"] == BUNDLE_ID
    assert told["info_plist"] == information("1.2.3")
    assert told["icon"].endswith(".icns")


def _follow(system: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """Read the recipe as PyInstaller does, on another system; what it asks for, in order."""
    asked: list[tuple[str, dict[str, Any]]] = []

    def step(kind: str) -> Any:
        def take(*_: object, **said: Any) -> types.SimpleNamespace:
            if kind not in ("Analysis", "PYZ"):
                asked.append((kind, said))
            return types.SimpleNamespace(binaries=[], datas=[], scripts=[], pure=[])

        return take

    hooks = types.ModuleType("PyInstaller.utils.hooks")
    for name in ("collect_data_files", "collect_submodules", "copy_metadata"):
        setattr(hooks, name, lambda *_, **__: [])
    monkeypatch.setitem(sys.modules, "PyInstaller", types.ModuleType("PyInstaller"))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils", types.ModuleType("PyInstaller.utils"))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("VERSION", "1.2.3")
    names = {kind: step(kind) for kind in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    source = compile(_SPEC.read_text(encoding="utf-8"), str(_SPEC), "exec")
    exec(source, {**names, "SPECPATH": str(_SPEC.parent)})  # noqa: S102  # as PyInstaller does
    return asked
