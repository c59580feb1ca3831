"""What wheels hold that others made: Qt itself, ICU, the runtime of Microsoft, OpenSSL, crates."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from shipping.part import Part, read_texts
from shipping.place import ROOT

_FOLDER = ROOT / "packaging" / "licences"
_QT = re.compile(
    r"PySide6/(Qt/(?!lib/libicu).+|Qt6\w+\.dll|(plugins|translations|resources)/.+|opengl32sw\.dll)"
)
_ICU = re.compile(r"PySide6/Qt/lib/libicu\w+\.so\.(\d+)")
_MICROSOFT = re.compile(r"(?i)(?:.*/)?(msvcp|vcruntime|concrt|vcomp)\w*\.dll")
_SODIUM = re.compile(rb"\x00(1\.0\.\d\d)\x00")
_SAID = "F\0i\0l\0e\0V\0e\0r\0s\0i\0o\0n\0".encode("ascii")


def parts_of_others(name: str, version: str, libraries: Path) -> Iterator[Part]:
    """Yield whose a file of a wheel is, where it is not the makers of the wheel."""
    if _MICROSOFT.fullmatch(name):
        yield microsoft_runtime(libraries / name)
    elif _QT.fullmatch(name):
        yield _qt(version)
    elif (icu := _ICU.fullmatch(name)) is not None:
        yield _icu(icu[1])


@cache
def microsoft_runtime(library: Path) -> Part:
    """Return the runtime that Python and Qt for Windows hand on."""
    name, version = "Microsoft Visual C++ runtime", file_version(library)
    texts = read_texts([_FOLDER / "Microsoft-runtime.txt"])
    return Part(name, version, "Microsoft distributable code", f"pkg:generic/vcruntime@{version}",
                texts=texts)  # fmt: skip


def file_version(library: Path) -> str:
    """Return the version in a Windows library's resources, "" where it has none."""
    held = library.read_bytes() if library.exists() else b""
    _, found, after = held.partition(_SAID)
    said = after[:96].decode("utf-16-le", "ignore") if found else ""
    numbers = re.search(r"\d+(?:[.,] ?\d+)+", said)
    return numbers[0].replace(", ", ".").replace(",", ".") if numbers else ""


def held_inside(found: Distribution, name: str) -> Iterator[Part]:
    """Yield what a wheel was built from, by the lists it brings (PEP 770) or by a look at it."""
    for file in found.files or ():
        if ".dist-info" in file.parts[0] and "sboms" in file.parts and file.suffix == ".json":
            listed = json.loads(Path(str(found.locate_file(file))).read_text(encoding="utf-8"))
            yield from (_listed(each) for each in listed.get("components", ()))
        elif (look := _LOOKS.get(name)) and re.match(look[0], str(file)):
            yield look[1](Path(str(found.locate_file(file))))


def _listed(component: dict[str, Any]) -> Part:
    said = component.get("licenses") or [{}]
    licence = said[0].get("expression") or said[0].get("license", {}).get("id", "")
    name, version = component["name"], component.get("version", "")
    purl = component.get("purl", "").partition("?")[0]
    return Part(name, version, licence or _KNOWN.get(name, ""), purl)


def _sodium(library: Path) -> Part:
    found = _SODIUM.search(library.read_bytes())
    version = found[1].decode() if found else ""
    return Part("libsodium", version, "ISC", f"pkg:generic/libsodium@{version}".rstrip("@"))


@cache
def _icu(version: str) -> Part:
    texts = read_texts([_FOLDER / "ICU.txt"])
    return Part("ICU", version, "Unicode-3.0", f"pkg:generic/icu@{version}", texts=texts)


@cache
def _qt(version: str) -> Part:
    first = [_FOLDER / name for name in ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")]
    texts = read_texts([*first, *(_FOLDER / "qt").glob("*.txt")])
    inside = tuple(
        Part(name, "", licence, f"pkg:generic/{name.lower()}") for name, licence in _INSIDE_QT
    )
    return Part("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}", texts=texts,
                contains=inside)  # fmt: skip


_KNOWN = {"openssl": "Apache-2.0"}
_LOOKS: dict[str, tuple[str, Callable[[Path], Part]]] = {"PyNaCl": (r"nacl/_sodium\.", _sodium)}
#: Copies that Qt builds in and does not tell the version of.
_INSIDE_QT = (
    ("FreeType", "FTL"),
    ("HarfBuzz", "MIT-Modern-Variant"),
    ("MD4C", "MIT"),
    ("PCRE2", "BSD-3-Clause"),
    ("double-conversion", "BSD-3-Clause"),
    ("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib"),
    ("libpng", "libpng-2.0"),
    ("zlib", "Zlib"),
)
