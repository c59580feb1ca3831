"""Make what is handed out for Windows: the installer, and the same folder packed."""

import shutil
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from shipping.freeze import SPEC, run
from shipping.icons import make_icons
from shipping.licences import SHIPPED, collect
from shipping.place import ROOT, Release
from shipping.sizes import check_size
from shipping.windows.python import windows_python
from shipping.windows.signing import sign, signing
from shipping.windows.version import four_numbers, version_told
from shipping.windows.wine import FOLDER, new_wine, windows_path

PROGRAMS = ("Talktally.exe", "talktally-cli.exe")
#: Of wine's stand-ins, of what is dropped, and of what would be missed at once on Windows.
_NEVER = ("icuuc.dll", "bcryptprimitives.dll", "opengl32sw.dll")
_ALWAYS = ("qwindows.dll", "python311.dll", "sqlite3.dll", "Qt6Widgets.dll", "talktally.mo")
_INSTALLER = ROOT / "packaging" / "windows" / "installer.nsi"
_FREEZING = 2400.0
#: Modules lie as they are in the programs: the installer packs them better than PyInstaller.
STORED = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}


def make_windows(release: Release) -> None:
    """Freeze under wine, pack it, make the installer; SystemExit where one of them fails."""
    for make in (_freeze, pack, _make_setup):
        begun = time.monotonic()
        made = make(release)
        size = sum(path.stat().st_size for path in [made, *made.rglob("*")] if path.is_file())
        print(f"{made.name}: {time.monotonic() - begun:.0f} s, {size / 1e6:.1f} MB")


def _freeze(release: Release) -> Path:
    python = windows_python(release)
    unfinished, tree = FOLDER / "unfinished", release.tree("windows")
    shutil.rmtree(unfinished, ignore_errors=True)
    wine = new_wine("making")
    lay_out(release)
    steady = ("SOURCE_DATE_EPOCH", "PYTHONHASHSEED", "VERSION")
    said = wine.run(
        [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
         "--distpath", windows_path(unfinished), "--workpath", windows_path(FOLDER / "work"),
         windows_path(SPEC)],
        seconds=_FREEZING, extra=STORED | {name: release.environment[name] for name in steady},
    )  # fmt: skip
    wine.end()
    check_tree(unfinished / "talktally", said)
    collect(unfinished / "talktally", "windows", python.parent / "Lib" / "site-packages")
    sign([unfinished / "talktally" / program for program in PROGRAMS], signing())
    shutil.rmtree(tree, ignore_errors=True)
    (unfinished / SHIPPED).replace(tree.parent / SHIPPED)
    (unfinished / "talktally").rename(tree)
    unfinished.rmdir()
    return tree


def lay_out(release: Release) -> None:
    """Write what the recipe puts into the programs: the icon, and what they say of themselves."""
    make_icons()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for program in PROGRAMS:
        told = version_told(release.version, program)
        (FOLDER / f"{Path(program).stem}.version").write_text(told, encoding="utf-8")


def check_tree(tree: Path, said: str = "") -> None:
    """SystemExit where a frozen folder lacks a part, or holds one that is not to be handed out."""
    names = {path.name for path in tree.rglob("*")}
    missing = [name for name in (*PROGRAMS, *_ALWAYS) if name not in names]
    if missing:
        raise SystemExit(f"What was frozen for Windows lacks {', '.join(missing)}. {said[-2000:]}")
    wrong = [name for name in _NEVER if name in names]
    if wrong:
        raise SystemExit(f"What was frozen for Windows holds {', '.join(wrong)}.")


def pack(release: Release) -> Path:
    """Pack the folder, each file with the release's time and in one order."""
    tree, unfinished = release.tree("windows"), release.zip.with_suffix(".unfinished")
    moment = datetime.fromtimestamp(release.epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(each for each in tree.rglob("*") if each.is_file()):
            name = f"Talktally/{path.relative_to(tree).as_posix()}"
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    unfinished.replace(release.zip)
    return release.zip


def _make_setup(release: Release) -> Path:
    return make_setup(release, release.tree("windows"), release.setup, sign_with=signing())


def make_setup(release: Release, tree: Path, setup: Path, *, sign_with: str = "") -> Path:
    """Make the installer of a folder; SystemExit when it is larger than it may be.

    ``sign_with``: as in :data:`shipping.windows.signing.VARIABLE`; "" leaves it unsigned.
    """
    unfinished = setup.with_stem(f"{setup.stem}-unfinished")
    icons = make_icons()
    told: dict[str, object] = {
        "VERSION": release.version, "NUMBERS": four_numbers(release.version),
        "PAYLOAD": tree, "OUT": unfinished, "KILOBYTES": _kilobytes(tree),
        "ICON": icons / "talktally.ico", "BESIDE": icons / "beside.bmp",
    }  # fmt: skip
    if sign_with:
        told["SIGN"] = sign_with
    words = [f"-D{name}={value}" for name, value in told.items()]
    run(["makensis", "-V2", "-WX", *words, str(_INSTALLER)], release)
    unfinished.replace(setup)
    check_size(setup)
    return setup


def _kilobytes(tree: Path) -> int:
    return sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
