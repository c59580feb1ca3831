"""The licences of all that is shipped, in a folder of the tree, with a list that names each."""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from shipping.part import Part
from shipping.shipped import LICENCES, Shipped, find_shipped, write_shipped

#: Beside the tree: whose everything in it is, for the papers.
SHIPPED = "shipped.json"
#: In the folder of licences; tab-separated: name, version, licence, folder of its texts.
INDEX = "index.tsv"
_OPENING = """\
Talktally is free software under the MIT licence. It comes with the software of others, each under
its own licence. The folders beside this file hold the texts; index.tsv is this list as a table.
Qt and how to replace it: Qt/Qt.txt.

"""


def collect(tree: Path, system: str, libraries: Path) -> None:
    """Write ``tree``/LICENSES and, beside the tree, shipped.json.

    ``system``: "linux" or "windows"; ``libraries``: the site-packages that was frozen. SystemExit
    names what has no text, and what nobody owns.
    """
    found = _without_bare(find_shipped(tree, system, libraries), tree)
    without = [part.name for part in found.parts if not part.texts or not part.licence]
    if without:
        raise SystemExit(f"No licence is known of {', '.join(without)}: see packaging/licences/.")
    target = tree / LICENCES
    shutil.rmtree(target, ignore_errors=True)
    for part in found.parts:
        _write_texts(target / folder_of(part), part)
    _write(target / INDEX, "".join(_rows(found.parts)))
    _write(target / "README.txt", _OPENING + "".join(_lines(found.parts)))
    write_shipped(found, tree.parent / SHIPPED)


def _without_bare(found: Shipped, tree: Path) -> Shipped:
    """Take away the records of libraries of which nothing else was frozen."""
    bare = [part for part in found.parts if all(_record_of(each) for each in part.files)]
    for record in {_record_of(each) for part in bare for each in part.files}:
        shutil.rmtree(tree / record)
    return found._replace(parts=tuple(each for each in found.parts if each not in bare))


def folder_of(part: Part) -> str:
    """Return the name of the folder with a part's texts."""
    return part.name.replace(" ", "-").replace("/", "-")


def _record_of(file: str) -> str:
    """Return the folder of records that a file lies in, "" for any other file."""
    found = re.match(r"_internal/[^/]+\.dist-info(?=/)", file)
    return found[0] if found else ""


def _write_texts(folder: Path, part: Part) -> None:
    for name, text in part.texts:
        _write(folder / name, text)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    target.chmod(0o644)


def _rows(parts: Iterable[Part]) -> Iterator[str]:
    yield "name\tversion\tlicence\tfolder\n"
    for part in parts:
        yield f"{part.name}\t{part.version}\t{part.licence}\t{folder_of(part)}\n"


def _lines(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield f"{part.name} {part.version}: {part.licence}\n"
        for each in part.contains:
            yield f"    holds {each.name} {each.version}".rstrip() + f": {each.licence}\n"
