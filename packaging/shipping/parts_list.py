"""The list of all that a system's packages hold, with digests of its files, as CycloneDX has it."""

import json
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shipping.checksums import digest_of
from shipping.licences import SHIPPED
from shipping.part import Part
from shipping.place import Release
from shipping.shipped import LICENCES, Shipped, read_shipped, tree_files

_OWN = "talktally"
_EXPRESSION = re.compile(r"\(?[\w.+-]+\)?( (AND|OR|WITH) \(?[\w.+-]+\)?)*", re.ASCII)
#: Properties of ours: where a part lies that has no file to itself, and what a link leads to.
INSIDE, LINK = "talktally:inside", "talktally:link"


def make_parts_list(release: Release, system: str) -> Path:
    """Write the list of one system's frozen tree; SystemExit where the two differ."""
    tree, target = release.tree(system), release.parts_list(system)
    document = parts_list(read_shipped(tree.parent / SHIPPED), tree, release)
    if wrong := list(differences(document, tree)):
        raise SystemExit(f"The list of parts does not fit {tree}: {'; '.join(wrong[:5])}.")
    target.parent.mkdir(exist_ok=True)
    write_parts_list(document, target)
    print(f"parts of {system}: {len(document['components'])} in {target}")
    return target


def parts_list(found: Shipped, tree: Path, release: Release) -> dict[str, Any]:
    """Return the document; the same tree gives the same one."""
    own = next(part for part in found.parts if part.name == _OWN)
    others = [part for part in found.parts if part is not own]
    made = datetime.fromtimestamp(release.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    document: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": made, "component": _own(own, found.system, tree)},
        "components": [_component(each, own, tree) for each in others],
        "dependencies": [
            {"ref": own.purl, "dependsOn": sorted(each.purl for each in others)},
            *({"ref": each.purl} for each in others),
        ],
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))
    return {**document, "serialNumber": f"urn:uuid:{number}"}


def write_parts_list(document: dict[str, Any], target: Path) -> None:
    """Write it for people to read too."""
    text = json.dumps(document, indent=1, ensure_ascii=False)
    target.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def files_listed(document: dict[str, Any]) -> dict[str, str]:
    """Return the digest of every file that a document names."""
    components = [document["metadata"]["component"], *document["components"]]
    inner = (each for one in components for each in one.get("components", ()))
    return {each["name"]: each["hashes"][0]["content"] for each in inner if each["type"] == "file"}


def differences(document: dict[str, Any], tree: Path) -> Iterator[str]:
    """Yield a sentence for whatever a document and a tree do not have in common."""
    listed = files_listed(document)
    there = {*tree_files(tree), *_licence_files(tree)}
    yield from (f"{name} is shipped and not in the list" for name in sorted(there - set(listed)))
    yield from (f"{name} is in the list and not shipped" for name in sorted(set(listed) - there))
    for name in sorted(there & set(listed)):
        if digest_of(tree / name) != listed[name]:
            yield f"{name} is not the file that the list means"
    yield from _unlisted(document, tree)


def _own(own: Part, system: str, tree: Path) -> dict[str, Any]:
    component = _component(own, own, tree)
    texts = [_file(name, tree) for name in sorted(_licence_files(tree))]
    component["type"] = "application"
    component["components"] = [*component.get("components", ()), *texts]
    component["properties"] = [{"name": "talktally:system", "value": system}]
    return component


def _component(part: Part, own: Part, tree: Path) -> dict[str, Any]:
    inside = [] if part is own else [name for name in part.files if name in own.files]
    files = [name for name in part.files if name not in inside]
    held = [_held(each, part, at) for at, each in enumerate(part.contains)]
    component: dict[str, Any] = {**_named(part), "bom-ref": part.purl}
    if inner := [*held, *(_file(name, tree) for name in files)]:
        component["components"] = inner
    if inside:
        component["properties"] = [{"name": INSIDE, "value": name} for name in inside]
    return component


def _named(part: Part) -> dict[str, Any]:
    named: dict[str, Any] = {"type": "library", "name": part.name}
    if part.version:
        named["version"] = part.version
    if part.licence:
        named["licenses"] = [_licence(part.licence)]
    return {**named, "purl": part.purl} if part.purl else named


def _held(part: Part, holder: Part, at: int) -> dict[str, Any]:
    return {**_named(part), "bom-ref": f"{holder.purl}#{at}"}


def _licence(words: str) -> dict[str, Any]:
    if _EXPRESSION.fullmatch(words):
        return {"expression": words}
    return {"license": {"name": words}}


def _file(name: str, tree: Path) -> dict[str, Any]:
    path = tree / name
    if not path.is_file():
        raise SystemExit(f"{name} is gone from {tree} since it was frozen; freeze it again.")
    digest = digest_of(path)
    told: dict[str, Any] = {
        "type": "file",
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }
    if path.is_symlink():
        told["properties"] = [{"name": LINK, "value": path.readlink().as_posix()}]
    return told


def _licence_files(tree: Path) -> set[str]:
    files = (each for each in (tree / LICENCES).rglob("*") if each.is_file())
    return {each.relative_to(tree).as_posix() for each in files}


def _unlisted(document: dict[str, Any], tree: Path) -> Iterator[str]:
    """Yield what the tree's own records of Python distributions name beside the list."""
    known = {_plain(each["name"]) for each in document["components"]} | {_OWN}
    for record in sorted(tree.rglob("*.dist-info")):
        name = record.name.partition("-")[0]
        if _plain(name) not in known:
            yield f"the distribution {name} is shipped and not in the list"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
