"""Whose the files and modules of a folder of Python libraries are, by their own records."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageMetadata, distributions
from pathlib import Path, PurePosixPath

from shipping.part import Part, read_texts
from shipping.place import ROOT
from shipping.within import held_inside, parts_of_others

_TEXTS = re.compile(r"(?i)(licen[cs]e|copying|notice|authors|contributors)")
_FALLBACKS = {
    "pyside6_essentials": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
_OWN = "talktally"
_OWN_ROOMS = frozenset({"app", "ui", "resources", "launcher"})
#: What PyInstaller puts into every program: its own start-up, and modules that stand in for others.
_BUILDER = "pyinstaller"
_STAND_INS = re.compile(r"PyInstaller/(loader|fake-modules|hooks/rthooks)/(?P<module>.+)\.py")


#: What makers write who do not write an SPDX expression.
_WORDS = {
    "MIT License": "MIT",
    "BSD License or Apache Software License": "Apache-2.0 OR BSD-3-Clause",
}


class Distributions:
    """``libraries``: a site-packages folder; ``version``: of the program itself."""

    def __init__(self, libraries: Path, version: str) -> None:
        self.libraries = libraries
        self._files: dict[str, Part] = {}
        self._modules: dict[str, Part] = {}
        self._parts: dict[str, Part] = {}
        for found in distributions(path=[str(libraries)]):
            self._take(found)
        self.own = self._parts.get(_OWN) or _part_of_own(version)
        self.bootloader = self._parts[_BUILDER]

    def of_file(self, name: str) -> Part | None:
        """Return whose a file is, by its path below the folder of libraries."""
        own = name.partition("/")[0] in _OWN_ROOMS or name.startswith(f"{_OWN}-")
        return self.own if own else self._files.get(name)

    def of_module(self, name: str) -> Part | None:
        """Return whose a module is, by its dotted name, or a script that runs ahead."""
        if name.partition(".")[0] in _OWN_ROOMS:
            return self.own
        return self._modules.get(name)

    def _take(self, found: Distribution) -> None:
        part = _part(found)
        self._parts[part.name.lower().replace("-", "_")] = part
        for file in found.files or ():
            name = file.as_posix()
            self._files[name] = next(parts_of_others(name, part.version, self.libraries), part)
            for module in _module_names(name):
                self._modules[module] = part


def _part(found: Distribution) -> Part:
    said = found.metadata
    name, version = said["Name"], said["Version"]
    plain = re.sub(r"[-_.]+", "-", name).lower()
    return Part(
        name,
        version,
        _licence(said),
        f"pkg:pypi/{plain}@{version}",
        texts=_texts(found, plain.replace("-", "_")),
        contains=tuple(held_inside(found, name)),
    )


def _part_of_own(version: str) -> Part:
    texts = read_texts([ROOT / "LICENSE"])
    return Part(_OWN, version, "MIT", f"pkg:pypi/{_OWN}@{version}", texts=texts)


def _licence(said: PackageMetadata) -> str:
    """Return what a distribution says of itself; "" where it says nothing."""
    if said["Name"] == "pyinstaller":
        return "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0"
    for field in ("License-Expression", "License"):
        word = str((said.get_all(field) or [""])[0])
        if word and "\n" not in word and word.lower() not in ("unknown", "dual license"):
            return word
    classes = [each for each in said.get_all("Classifier") or () if each.startswith("License ::")]
    words = " or ".join(dict.fromkeys(each.rpartition(" :: ")[2] for each in classes))
    return _WORDS.get(words, words)


def _texts(found: Distribution, name: str) -> tuple[tuple[str, str], ...]:
    here = [PurePosixPath(each) for each in found.files or ()]
    named = [each for each in here if ".dist-info" in each.parts[0] and _TEXTS.search(each.name)]
    paths = [Path(str(found.locate_file(each))) for each in named]
    folder = ROOT / "packaging" / "licences"
    return read_texts(paths or [folder / each for each in _FALLBACKS.get(name, ())])


def _module_names(file: str) -> Iterator[str]:
    """Yield the names under which a file of a distribution may lie in a program."""
    stem, dot, ending = file.rpartition(".py")
    if not dot or ending:
        return
    yield stem.removesuffix("/__init__").replace("/", ".")
    if stand_in := _STAND_INS.fullmatch(file) or re.fullmatch(
        r"_pyinstaller_hooks_contrib/rthooks/(?P<module>.+)\.py", file
    ):
        yield stand_in["module"].removesuffix("/__init__").replace("/", ".")
        yield PurePosixPath(stand_in["module"]).name
