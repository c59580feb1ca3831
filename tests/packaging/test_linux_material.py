"""What goes into packages for Linux: the same bytes each time, nothing left undeclared."""

import os
import subprocess
import tarfile
from pathlib import Path

import pytest
from shipping.linux.archive import write_archive
from shipping.linux.copyright import copyright_text
from shipping.linux.debian import changelog, pack_tight
from shipping.linux.metainfo import metainfo
from shipping.linux.needed import Needed, check_deb, check_rpm, needed_by
from shipping.part import Part
from shipping.place import ROOT, Release

from tests.support.tools import find_tool, needs_tool

RELEASE = Release("1.2.0", 1_763_769_600)
TEMPLATE = (ROOT / "packaging/linux/talktally.metainfo.xml").read_text(encoding="utf-8")
NEEDED = Needed(("libEGL.so.1", "libGL.so.1"), (2, 36))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "program"
    (made / "inside").mkdir(parents=True)
    (made / "inside" / "file").write_text("held")
    (made / "start").write_text("#!/bin/sh\n")
    (made / "start").chmod(0o755)
    (made / "link").symlink_to("inside/file")
    return made


@needs_tool("xz")
def test_an_archive_holds_the_folder_as_roots_and_of_one_time(folder: Path, tmp_path: Path) -> None:
    write_archive(folder, tmp_path / "a.tar.xz", "talktally-1.2.0", RELEASE.epoch)
    with tarfile.open(tmp_path / "a.tar.xz") as archive:
        held = {entry.name: entry for entry in archive.getmembers()}
    assert {entry.mtime for entry in held.values()} == {RELEASE.epoch}
    assert {(entry.uid, entry.gid, entry.uname) for entry in held.values()} == {(0, 0, "root")}
    assert held["talktally-1.2.0/start"].mode == 0o755
    assert held["talktally-1.2.0/link"].linkname == "inside/file"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar.xz", "program"]


@needs_tool("xz")
def test_the_same_folder_gives_the_same_archive(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "1.tar.xz", tmp_path / "2.tar.xz"
    write_archive(folder, one, "talktally", RELEASE.epoch)
    os.utime(folder / "start", (1, 1))
    write_archive(folder, two, "talktally", RELEASE.epoch)
    assert one.read_bytes() == two.read_bytes()


@needs_tool("dpkg-deb", "xz")
def test_a_package_packed_tightly_holds_what_it_held(folder: Path, tmp_path: Path) -> None:
    (folder / "DEBIAN").mkdir()
    control = "Package: talktally\nVersion: 1\nArchitecture: all\nMaintainer: a <b@c.d>\n"
    (folder / "DEBIAN" / "control").write_text(f"{control}Description: x\n")
    loose, tight = tmp_path / "loose.deb", tmp_path / "tight.deb"
    told("dpkg-deb", "--root-owner-group", "-Znone", "--build", str(folder), str(loose))
    pack_tight(loose, tight)
    assert told("dpkg-deb", "--contents", str(tight)) == told("dpkg-deb", "--contents", str(loose))
    assert told("dpkg-deb", "--field", str(tight), "Package") == "talktally\n"
    assert b"data.tar.xz" in tight.read_bytes()


@needs_tool("readelf")
def test_what_a_program_asks_the_system_for_is_seen(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "program").write_bytes(Path(find_tool("readelf")).read_bytes())
    found = needed_by(tree)
    assert any(name.startswith("libctf") for name in found.libraries)
    assert "libc.so.6" not in found.libraries
    (tree / found.libraries[0]).touch()
    assert found.libraries[0] not in needed_by(tree).libraries
    assert found.c >= (2, 4)


def test_a_library_that_is_not_declared_stops_the_package() -> None:
    check_deb(NEEDED, "libc6 (>= 2.36), libegl1, libgl1 | libgl1-mesa-glx")
    with pytest.raises(SystemExit, match="libGL"):
        check_deb(NEEDED, "libc6 (>= 2.36), libegl1")
    with pytest.raises(SystemExit, match=r"2\.36"):
        check_deb(NEEDED, "libc6 (>= 2.31), libegl1, libgl1")
    rpm = ["libEGL.so.1()(64bit)", "libGL.so.1()(64bit)", "libc.so.6(GLIBC_2.36)(64bit)"]
    check_rpm(NEEDED, rpm)
    with pytest.raises(SystemExit, match="libEGL"):
        check_rpm(NEEDED, rpm[1:])


def test_releases_come_from_the_changelog() -> None:
    changes = "## [Unreleased]\n\n## [1.2.0] - 2026-11-22\n\n- x\n\n## [1.1.0] - 2026-10-01\n"
    filled = metainfo(TEMPLATE, changes, RELEASE)
    assert '<release version="1.2.0" date="2026-11-22" type="stable"/>' in filled
    assert '<release version="1.1.0" date="2026-10-01" type="stable"/>' in filled
    assert "development" not in filled


def test_a_version_without_its_heading_is_in_development() -> None:
    filled = metainfo(TEMPLATE, "## [Unreleased]\n", RELEASE)
    assert '<release version="1.2.0" date="2025-11-22" type="development"/>' in filled


@needs_tool("appstreamcli", "desktop-file-validate")
def test_desktop_entry_and_metainfo_are_valid(tmp_path: Path) -> None:
    told("desktop-file-validate", str(ROOT / "packaging/linux/talktally.desktop"))
    file = tmp_path / "talktally.metainfo.xml"
    file.write_text(metainfo(TEMPLATE, "", RELEASE), encoding="utf-8")
    told("appstreamcli", "validate", "--no-net", "--pedantic",
         "--override=cid-desktopapp-is-not-rdns=info", str(file))  # fmt: skip


def test_the_copyright_names_all_that_came_along() -> None:
    parts = [
        Part("Qt", "6.11", "LGPL-3.0-only", "pkg:generic/qt", ("_internal/libQt.so",)),
        Part("frozen inside", "1", "MIT", "pkg:pypi/x", ("talktally",)),
    ]
    text = copyright_text(parts)
    assert "Files: *\nCopyright: 2026 The Talktally developers\nLicense: MIT\n" in text
    assert "Files: usr/lib/talktally/_internal/libQt.so\n" in text
    assert "Files: usr/lib/talktally/LICENSES/frozen-inside/*\n" in text


def test_the_list_of_changes_is_of_the_time_of_the_release() -> None:
    text = changelog(RELEASE)
    assert text.startswith("talktally (1.2.0) stable; urgency=medium\n")
    assert text.endswith("  Sat, 22 Nov 2025 00:00:00 +0000\n")


def told(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout
