"""What a frozen tree ships: every file and every module in it, and whose they are."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from shipping.distributions import Distributions
from shipping.frozen import read_frozen
from shipping.native import native_part, python_part
from shipping.part import Part
from shipping.place import this_release

#: Texts of licences lie here, in a tree; they are written last and belong to nobody.
LICENCES = "LICENSES"
_INSIDE = "_internal"
_EXECUTABLES = ("talktally", "Talktally.exe", "talktally-cli.exe")


class Shipped(NamedTuple):
    """``system``: "linux" or "windows"; ``parts`` in the order of their names."""

    system: str
    parts: tuple[Part, ...]


def find_shipped(tree: Path, system: str, libraries: Path) -> Shipped:
    """Say whose everything in a tree is.

    ``libraries``: the site-packages that it was frozen from. SystemExit names what is nobody's.
    """
    known = Distributions(libraries, this_release().version)
    owned = [(name, _owner(tree / name, tree, known)) for name in tree_files(tree)]
    owned += [each for name in _EXECUTABLES for each in _inside(tree / name, known)]
    orphans = sorted(name for name, part in owned if part is None)
    if orphans:
        raise SystemExit(f"Nobody knows whose these in {tree} are: {', '.join(orphans)}.")
    files: dict[str, set[str]] = defaultdict(set)
    parts = {part.purl: part for _, part in owned if part is not None}
    for name, part in owned:
        files[part.purl if part else ""].add(name)
    return Shipped(system, tuple(sorted(each._replace(files=tuple(sorted(files[purl])))
                                        for purl, each in parts.items())))  # fmt: skip


def tree_files(tree: Path) -> list[str]:
    """Return the files and links of a tree, with ``/``, but for the licences."""
    every = (each for each in tree.rglob("*") if each.is_symlink() or each.is_file())
    names = (each.relative_to(tree).as_posix() for each in every)
    return sorted(each for each in names if not each.startswith(f"{LICENCES}/"))


def write_shipped(found: Shipped, target: Path) -> None:
    """Keep what was found beside the tree, for the papers; the texts themselves are left out."""
    parts = [{**each._asdict(), "texts": ()} for each in found.parts]
    target.write_text(json.dumps({"system": found.system, "parts": parts}, indent=1) + "\n")


def read_shipped(source: Path) -> Shipped:
    """Read what ``write_shipped`` wrote."""
    held = json.loads(source.read_text())
    return Shipped(held["system"], tuple(Part.of(each) for each in held["parts"]))


def _owner(path: Path, tree: Path, known: Distributions) -> Part | None:
    real = path.resolve() if path.is_symlink() else path
    inside = real.relative_to(tree.resolve() if path.is_symlink() else tree)
    if inside.parts[0] != _INSIDE:
        return known.own
    name = Path(*inside.parts[1:]).as_posix()
    if name.endswith(".pyc"):
        return _of_module(name.removesuffix(".pyc").removesuffix("/__init__"), known)
    return known.of_file(name) or python_part(name, known.libraries) or native_part(path)


def _of_module(path: str, known: Distributions) -> Part | None:
    name = path.replace("/", ".")
    return known.of_module(name) or python_part(name, known.libraries)


def _inside(executable: Path, known: Distributions) -> Iterator[tuple[str, Part | None]]:
    """Yield whose the modules in an executable are, under its name; nobody's under their own."""
    if not executable.exists():
        return
    frozen = read_frozen(executable)
    yield executable.name, known.bootloader
    for name in (*frozen.modules, *frozen.scripts):
        owner = _of_module(name, known)
        yield (executable.name if owner else f"{executable.name}:{name}"), owner
