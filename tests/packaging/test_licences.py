import json
import marshal
import struct
import zlib
from pathlib import Path

import pytest
from shipping.frozen import read_frozen
from shipping.licences import collect
from shipping.shipped import read_shipped

_MAGIC = b"MEI\014\013\012\013\016"


def executable(modules: list[str], scripts: list[str]) -> bytes:
    """The shape of what PyInstaller makes: a table at the end, in it an archive of modules."""
    listed = marshal.dumps([(name, (0, 0, 0)) for name in modules] + [("shared", (3, 0, 0))])
    inner = b"PYZ\0" + b"\0\0\0\0" + struct.pack("!i", 12) + listed
    contents = [("PYZ.pyz", b"z", zlib.compress(inner), 1)]
    contents += [(name, b"s", b"code", 0) for name in scripts]
    body, table = b"", b""
    for name, kind, held, packed in contents:
        named = name.encode().ljust(32, b"\0")
        size = struct.calcsize("!IIIIBc") + len(named)
        table += struct.pack("!IIIIBc", size, len(body), len(held), len(held), packed, kind) + named
        body += held
    cookie_size = struct.calcsize("!8sIIII64s")
    length = len(body) + len(table) + cookie_size
    cookie = struct.pack("!8sIIII64s", _MAGIC, length, len(body), len(table), 311, b"libpython")
    return b"\x7fELF and a bootloader" + body + table + cookie


def install(libraries: Path, name: str, files: dict[str, str], *said: str) -> None:
    records = f"{name}-1.0.dist-info"
    metadata = "\n".join(["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *said, ""])
    every = {f"{records}/METADATA": metadata, **files}
    for path, text in every.items():
        target = libraries / path.replace("@", records)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    lines = [path.replace("@", records) + ",,\n" for path in [*every, f"{records}/RECORD"]]
    (libraries / records / "RECORD").write_text("".join(lines))


@pytest.fixture
def libraries(tmp_path: Path) -> Path:
    """An environment with the builder and one library, like the one that is frozen from."""
    place = tmp_path / "freeze" / "lib" / "python3.11" / "site-packages"
    licence = {"@/licenses/LICENSE": "Do what you like.\n"}
    install(place, "pyinstaller", {"PyInstaller/loader/pyimod01_archive.py": "", **licence},
            "License-Expression: MIT")  # fmt: skip
    install(place, "calm", {"calm/__init__.py": "", "calm/_fast.so": "", **licence},
            "License: MIT")  # fmt: skip
    (tmp_path / "freeze" / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.7\n")
    return place


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    place = tmp_path / "linux" / "talktally"
    (place / "_internal" / "calm").mkdir(parents=True)
    modules = ["app.domain.meter", "calm", "json.decoder"]
    (place / "talktally").write_bytes(executable(modules, ["pyimod01_archive", "launcher"]))
    (place / "_internal" / "calm" / "_fast.so").write_bytes(b"")
    (place / "_internal" / "base_library.zip").write_bytes(b"")
    return place


def test_the_modules_in_a_program_are_found(tree: Path) -> None:
    frozen = read_frozen(tree / "talktally")
    assert frozen.modules == ("app.domain.meter", "calm", "json.decoder")
    assert frozen.scripts == ("launcher", "pyimod01_archive")


def test_a_file_that_is_no_frozen_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "talktally").write_bytes(b"#!/bin/sh\n")
    with pytest.raises(SystemExit, match="holds no program"):
        read_frozen(tmp_path / "talktally")


def test_each_thing_shipped_has_its_licence_beside_it(tree: Path, libraries: Path) -> None:
    collect(tree, "linux", libraries)
    listed = (tree / "LICENSES" / "index.tsv").read_text().splitlines()[1:]
    assert [line.split("\t")[0] for line in listed] == [
        "Python",
        "calm",
        "pyinstaller",
        "talktally",
    ]
    for line in listed:
        assert list((tree / "LICENSES" / line.split("\t")[3]).iterdir()), line
    assert (tree / "LICENSES" / "calm" / "LICENSE").read_text() == "Do what you like.\n"
    assert "calm 1.0: MIT\n" in (tree / "LICENSES" / "README.txt").read_text()


def test_who_owns_which_file_is_kept_for_the_papers(tree: Path, libraries: Path) -> None:
    collect(tree, "linux", libraries)
    kept = {each.name: each for each in read_shipped(tree.parent / "shipped.json").parts}
    assert kept["calm"].files == ("_internal/calm/_fast.so", "talktally")
    assert kept["Python"].files == ("_internal/base_library.zip", "talktally")
    assert kept["Python"].version == "3.11.7"
    assert kept["talktally"].files == ("talktally",)


def test_compiled_modules_that_lie_open_belong_to_their_makers(tree: Path, libraries: Path) -> None:
    for name in ("calm/__init__.pyc", "json/decoder.pyc", "app/domain/meter.pyc"):
        (tree / "_internal" / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / "_internal" / name).write_bytes(b"")
    collect(tree, "linux", libraries)
    kept = {each.name: each.files for each in read_shipped(tree.parent / "shipped.json").parts}
    assert "_internal/calm/__init__.pyc" in kept["calm"]
    assert "_internal/json/decoder.pyc" in kept["Python"]
    assert "_internal/app/domain/meter.pyc" in kept["talktally"]


def test_licences_of_an_earlier_build_do_not_stay(tree: Path, libraries: Path) -> None:
    (tree / "LICENSES" / "gone").mkdir(parents=True)
    collect(tree, "linux", libraries)
    assert not (tree / "LICENSES" / "gone").exists()


def test_records_of_what_was_left_out_are_left_out_too(tree: Path, libraries: Path) -> None:
    install(libraries, "absent", {"absent.py": "", "@/licenses/LICENSE": "No.\n"})
    record = tree / "_internal" / "absent-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Name: absent\n")
    collect(tree, "linux", libraries)
    assert not record.exists()
    assert "absent" not in (tree / "LICENSES" / "index.tsv").read_text()


def test_a_file_that_nobody_owns_is_named(tree: Path, libraries: Path) -> None:
    (tree / "_internal" / "libmystery.so.9").write_bytes(b"")
    with pytest.raises(SystemExit, match=r"_internal/libmystery\.so\.9"):
        collect(tree, "linux", libraries)


def test_a_module_that_nobody_owns_is_named(tree: Path, libraries: Path) -> None:
    (tree / "talktally").write_bytes(executable(["strange.module"], ["launcher"]))
    with pytest.raises(SystemExit, match=r"talktally:strange\.module"):
        collect(tree, "linux", libraries)


def test_what_has_no_licence_is_named(tree: Path, libraries: Path) -> None:
    install(libraries, "silent", {"silent.py": ""})
    (tree / "talktally").write_bytes(executable(["silent"], ["launcher"]))
    with pytest.raises(SystemExit, match="No licence is known of silent"):
        collect(tree, "linux", libraries)


def test_what_a_wheel_was_built_from_is_told(tree: Path, libraries: Path) -> None:
    crate = {"name": "ahash", "version": "0.8", "licenses": [{"expression": "MIT"}],
             "purl": "pkg:cargo/ahash@0.8?x=y"}  # fmt: skip
    listed = json.dumps({"components": [crate]})
    files = {"calm/__init__.py": "", "calm/_fast.so": "", "@/licenses/LICENSE": "Yes.\n"}
    install(libraries, "calm", {**files, "@/sboms/calm.json": listed}, "License: MIT")
    collect(tree, "linux", libraries)
    kept = {each.name: each for each in read_shipped(tree.parent / "shipped.json").parts}
    assert [(each.name, each.purl) for each in kept["calm"].contains] == [
        ("ahash", "pkg:cargo/ahash@0.8")
    ]
    assert "    holds ahash 0.8: MIT\n" in (tree / "LICENSES" / "README.txt").read_text()
