"""Python and the libraries for Windows, as the lock files say; fetched here, run under wine."""

import os
import shutil
import subprocess
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from shipping.freeze import LOCKS, build_wheel, run
from shipping.place import ROOT, Release
from shipping.windows.wine import FOLDER

_PYTHON = FOLDER / "python"
_LIBRARIES = _PYTHON / "Lib" / "site-packages"
_PROGRAM = FOLDER / "program"
_EMBEDDED = ROOT / "packaging" / "windows" / "python.lock"
_UV = ROOT / ".venv" / "bin" / "uv"
_PIP = [str(ROOT / ".venv" / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
#: Where this Python looks for modules: it reads no environment.
_PATHS = ("python311.zip", ".", r"Lib\site-packages", r"..\program", "import site")


def windows_python(release: Release) -> Path:
    """Return python.exe with all libraries and the program as it lies here."""
    wanted = "".join(lock.read_text(encoding="utf-8") for lock in [_EMBEDDED, *LOCKS])
    stamp = _PYTHON / "installed.lock"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print("Fetching Python and the libraries for Windows")
        shutil.rmtree(_PYTHON, ignore_errors=True)
        _fetch_python(release)
        _fetch_libraries()
        stamp.write_text(wanted, encoding="utf-8")
    shutil.rmtree(_PROGRAM, ignore_errors=True)
    with zipfile.ZipFile(build_wheel(release)) as wheel:
        wheel.extractall(_PROGRAM)  # noqa: S202 - our own wheel, made a line before
    return _PYTHON / "python.exe"


def _fetch_python(release: Release) -> None:
    """Unpack the interpreter; pip looks at the digest before anything of the archive is run."""
    archives = FOLDER / "archives"
    shutil.rmtree(archives, ignore_errors=True)
    words = [*_PIP, "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes"]
    run([*words, "--requirement", str(_EMBEDDED), "--dest", str(archives)], release)
    with tarfile.open(next(archives.glob("*.tar.gz"))) as archive:
        name = next(each for each in archive.getnames() if each.endswith("/data.zip"))
        packed = archive.extractfile(name)
        if packed is None:
            raise SystemExit(f"{name} is no file in the archive of Python for Windows.")
        embedded = zipfile.ZipFile(BytesIO(packed.read()))
    _PYTHON.mkdir(parents=True)
    for member in embedded.infolist():
        if not member.is_dir():
            target = _PYTHON / Path(member.filename).name
            target.write_bytes(embedded.read(member))
    (_PYTHON / "python311._pth").write_text("\n".join(_PATHS) + "\n", encoding="ascii")


def _fetch_libraries() -> None:
    """Fetch wheels for Windows; pip itself would read the markers of the lock for this system."""
    words = [
        str(_UV), "pip", "install", "--quiet", "--native-tls", "--target", str(_LIBRARIES),
        "--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11",
        "--only-binary", ":all:", "--require-hashes",
    ]  # fmt: skip
    for lock in LOCKS:
        words += ["--requirement", str(lock)]
    # uv does not read pip's settings, so the person's own index is handed on.
    told = subprocess.run(
        [*_PIP, "config", "get", "global.index-url"], check=False, text=True, capture_output=True
    )
    index = {"UV_DEFAULT_INDEX": told.stdout.strip()} if told.returncode == 0 else {}
    subprocess.run(words, env={**os.environ, **index}, check=True)
