"""Whose the libraries beside the wheels are: Python's own, or those of the system that froze it."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path, PurePosixPath

from shipping.part import Part, read_texts
from shipping.place import ROOT
from shipping.within import file_version, microsoft_runtime

_PYTHON = re.compile(
    r"base_library\.zip|libpython3[\d.]+\.so[\d.]*|python3\d*\.dll|"
    r"(python3\.\d+/)?lib-dynload/.+|[^/]+\.pyd|libffi-\d+\.dll|"
    r"lib(crypto|ssl)-3(-x64)?\.dll|sqlite3\.dll|"
    r"Python|Python\.framework/.+|lib(python3[\d.]+|crypto\.3|ssl\.3)\.dylib"
)
_MICROSOFT = re.compile(r"(?i)(msvcp|vcruntime)\w*\.dll")
_SYSCONFIG = "_sysconfigdata_"  # named after the system, so it is in no list of modules


def python_part(name: str, libraries: Path) -> Part | None:
    """Return Python for a file of its own, or for a module of its library."""
    if _MICROSOFT.fullmatch(PurePosixPath(name).name):
        return microsoft_runtime(_runtime(name, libraries))
    top = name.partition(".")[0]
    if _PYTHON.fullmatch(name) or top in sys.stdlib_module_names or top.startswith(_SYSCONFIG):
        return _python(libraries)
    return None


def _runtime(name: str, libraries: Path) -> Path:
    """Return where a file of Microsoft was frozen from; its name is written in any case."""
    plain = PurePosixPath(name)
    homes = (libraries / plain.parent, _home(libraries))
    every = (each for home in homes if home.is_dir() for each in home.iterdir())
    found = (each for each in every if each.name.lower() == plain.name.lower())
    return next(found, _home(libraries) / plain.name)


def native_part(path: Path) -> Part | None:
    """Return the Debian package of this computer that a library of that name is from."""
    where = _libraries().get(path.name)
    return _debian(where) if where else None


@cache
def _python(libraries: Path) -> Part:
    version = _python_version(libraries)
    texts = read_texts([ROOT / "packaging" / "licences" / "Python.txt"])
    purl = f"pkg:generic/python@{version}"
    return Part("Python", version, "PSF-2.0", purl, texts=texts, contains=_with_python(libraries))


def _with_python(libraries: Path) -> tuple[Part, ...]:
    """Return what Python for Windows brings along; elsewhere it is the system's."""
    home = _home(libraries)
    named = (
        ("OpenSSL", "libcrypto-3.dll", "Apache-2.0"),
        ("SQLite", "sqlite3.dll", "blessing"),
        ("libffi", "libffi-8.dll", "MIT"),
    )
    found = [(name, file_version(home / file), of) for name, file, of in named
             if (home / file).exists()]  # fmt: skip
    return tuple(Part(name, said, of, f"pkg:generic/{name.lower()}@{said}".rstrip("@"))
                 for name, said, of in found)  # fmt: skip


def _home(libraries: Path) -> Path:
    """Return the folder of Python itself, or of the environment it runs in."""
    above = [each for each in libraries.parents[:3] if (each / "pyvenv.cfg").exists()]
    return above[0] if above else libraries.parents[1]


def _python_version(libraries: Path) -> str:
    settings = _home(libraries) / "pyvenv.cfg"
    if settings.exists():
        found = re.search(r"(?m)^version(?:_info)? *= *(\d+\.\d+\.\d+)", settings.read_text())
        return found[1] if found else ""
    return next((file_version(each) for each in _home(libraries).glob("python3??.dll")), "")


@cache
def _libraries() -> dict[str, Path]:
    """Return the libraries that this computer's programs are given, by their names."""
    try:
        words = ["/sbin/ldconfig", "-p"]
        told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return {}
    pairs = re.findall(r"(?m)^\t(\S+) \(libc6,x86-64.*\) => (\S+)$", told)
    return {name: Path(path) for name, path in reversed(pairs)}


@cache
def _debian(library: Path) -> Part:
    package = _package_of(library)
    words = ["dpkg-query", "-W", "-f", "${Version} ${Architecture}", package]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    version, _, machine = told.partition(" ")
    name = package.partition(":")[0]
    said = Path("/usr/share/doc", name, "copyright")
    texts = read_texts([said]) if said.exists() else ()
    purl = f"pkg:deb/{_system()}/{name}@{version.replace('+', '%2B')}?arch={machine}"
    return Part(name, version, _known_licences().get(name, ""), purl, texts=texts)


def _package_of(library: Path) -> str:
    real = library.resolve()
    plain = Path(str(real).removeprefix("/usr"))
    for name in dict.fromkeys((real, plain, library)):
        words = ["dpkg-query", "-S", str(name)]
        told = subprocess.run(words, capture_output=True, text=True, check=False).stdout
        if found := re.match(r"([^,\s]+): ", told):
            return found[1]
    raise SystemExit(f"No package owns {library}, so nobody knows its licence; build on Debian.")


@cache
def _known_licences() -> dict[str, str]:
    """Return what governs the libraries themselves; Debian's texts tell of their tools too."""
    lines = (ROOT / "packaging" / "licences" / "libraries.tsv").read_text().splitlines()[1:]
    return {name: of for name, _, of in (each.partition("\t") for each in lines)}


def _system() -> str:
    told = Path("/etc/os-release").read_text(encoding="utf-8")
    found = re.search(r"(?m)^ID=\"?(\w+)", told)
    return found[1] if found else "debian"
