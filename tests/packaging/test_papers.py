import json
import subprocess
from pathlib import Path

import pytest
from shipping.checksums import SUMS, write_checksums
from shipping.licences import SHIPPED
from shipping.part import Part
from shipping.parts_list import (
    differences,
    files_listed,
    make_parts_list,
    parts_list,
    write_parts_list,
)
from shipping.place import Release
from shipping.shipped import Shipped, write_shipped
from shipping.verifying import papers

from tests.support.tools import needs_tool

_RELEASE = Release("1.2.3", 1_700_000_000)
_CRATE = Part("ahash", "0.8", "MIT", "pkg:cargo/ahash@0.8")
_PARTS = (
    Part("calm", "1.0", "MIT License", "pkg:pypi/calm@1.0",
         ("_internal/calm.so", "talktally"), contains=(_CRATE,)),
    Part("talktally", "1.2.3", "MIT", "pkg:pypi/talktally@1.2.3", ("talktally",)),
    Part("zlib1g", "1:1.2", "Zlib", "pkg:deb/debian/zlib1g@1:1.2", ("_internal/libz.so.1",)),
)  # fmt: skip
_FOUND = Shipped("linux", _PARTS)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    place = tmp_path / "talktally"
    for name in ("talktally", "_internal/calm.so", "_internal/libz.so.1", "LICENSES/README.txt"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(name)
    return place


def test_a_list_names_every_file_and_who_made_it(tree: Path) -> None:
    document = parts_list(_FOUND, tree, _RELEASE)
    assert [each["name"] for each in document["components"]] == ["calm", "zlib1g"]
    assert document["metadata"]["component"]["version"] == "1.2.3"
    assert set(files_listed(document)) == {
        "talktally", "_internal/calm.so", "_internal/libz.so.1", "LICENSES/README.txt"
    }  # fmt: skip
    assert list(differences(document, tree)) == []


def test_a_file_that_is_gone_since_the_freeze_is_told(tree: Path) -> None:
    (tree / "_internal/calm.so").unlink()
    with pytest.raises(SystemExit, match=r"_internal/calm\.so is gone from"):
        parts_list(_FOUND, tree, _RELEASE)


def test_a_file_that_came_since_the_freeze_is_in_no_list(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Release, "tree", lambda *_: tree)
    monkeypatch.setattr(Release, "parts_list", lambda *_: tmp_path / "dist" / "parts.cdx.json")
    write_shipped(_FOUND, tmp_path / SHIPPED)
    made = make_parts_list(_RELEASE, "linux")
    assert list(differences(json.loads(made.read_text(encoding="utf-8")), tree)) == []
    (tree / "_internal/late.so").touch()
    with pytest.raises(SystemExit, match=r"_internal/late\.so is shipped and not in the list"):
        make_parts_list(_RELEASE, "linux")


def test_licences_are_expressions_where_they_can_be(tree: Path) -> None:
    calm, zlib = parts_list(_FOUND, tree, _RELEASE)["components"]
    assert calm["licenses"] == [{"license": {"name": "MIT License"}}]
    assert zlib["licenses"] == [{"expression": "Zlib"}]


def test_a_part_inside_the_program_says_so(tree: Path) -> None:
    calm = parts_list(_FOUND, tree, _RELEASE)["components"][0]
    assert calm["properties"] == [{"name": "talktally:inside", "value": "talktally"}]
    assert [each["name"] for each in calm["components"]] == ["ahash", "_internal/calm.so"]


def test_the_same_tree_gives_the_same_list(tree: Path, tmp_path: Path) -> None:
    written = []
    for name in ("once", "again"):
        write_parts_list(parts_list(_FOUND, tree, _RELEASE), tmp_path / name)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tree: (tree / "_internal/new.so").touch(), "new.so is shipped and not in the list"),
        (lambda tree: (tree / "_internal/calm.so").unlink(), "in the list and not shipped"),
        (lambda tree: (tree / "talktally").write_text("!"), "is not the file that the list means"),
        (lambda tree: (tree / "_internal/odd-1.dist-info").mkdir(), "the distribution odd is ship"),
    ],
)
def test_what_changed_since_is_told(tree: Path, change: object, said: str) -> None:
    document = parts_list(_FOUND, tree, _RELEASE)
    assert callable(change)
    change(tree)
    [told] = differences(document, tree)
    assert said in told


@needs_tool("sha256sum")
def test_the_checksums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    for name in (
        "talktally_1.2.3_amd64.deb",
        "talktally-1.2.3-1.x86_64.rpm",
        "Talktally-1.2.3.dmg",
    ):
        (tmp_path / name).write_text(name)
    names = write_checksums(tmp_path, "1.2.3")
    assert names == sorted(names)
    assert len(names) == 3
    subprocess.run(["sha256sum", "--strict", "--check", SUMS], cwd=tmp_path, check=True,
                   capture_output=True)  # fmt: skip


@pytest.mark.parametrize("name", ["a b.deb", "a\nb.deb", "a\\b.deb", "\u202efed.deb", "ä.deb"])
def test_a_file_with_an_odd_name_is_refused_rather_than_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / f"talktally_1.2.3_{name}").write_bytes(b"odd")
    with pytest.raises(SystemExit, match="odd name"):
        write_checksums(tmp_path, "1.2.3")


def test_files_of_other_versions_have_no_checksum(tmp_path: Path) -> None:
    for name in ("talktally_1.2.31_amd64.deb", "talktally_1.2.3.1_amd64.deb", "verified.json",
                 "talktally-1.2.3-setup-unfinished.exe",
                 "talktally-1.2.3-windows-x64.zip"):  # fmt: skip
        (tmp_path / name).write_text(name)
    assert write_checksums(tmp_path, "1.2.3") == ["talktally-1.2.3-windows-x64.zip"]


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a package and its checksum; nothing is frozen."""
    monkeypatch.setattr(papers, "DIST", tmp_path)
    monkeypatch.setattr(Release, "tree", lambda _, system: tmp_path / system)
    (tmp_path / "talktally_1.2.3_amd64.deb").write_text("a package")
    write_checksums(tmp_path, "1.2.3")
    return tmp_path


@needs_tool("sha256sum", "minisign")
def test_papers_of_what_is_there_are_proven(dist: Path) -> None:
    papers.verify_papers(_RELEASE)
    assert sorted(each.name for each in dist.iterdir()) == [SUMS, "talktally_1.2.3_amd64.deb"]


@needs_tool("sha256sum")
def test_a_package_that_was_made_again_has_other_papers(dist: Path) -> None:
    (dist / "talktally_1.2.3_amd64.deb").write_text("another package")
    with pytest.raises(SystemExit, match="checksums are of other files: talktally_1"):
        papers.verify_papers(_RELEASE)


def test_papers_that_nobody_wrote_are_missed(dist: Path) -> None:
    (dist / SUMS).unlink()
    with pytest.raises(SystemExit, match="make packages ARGS=papers writes it"):
        papers.verify_papers(_RELEASE)
