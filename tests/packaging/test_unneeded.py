import subprocess
from pathlib import Path

import pytest
from shipping.search_paths import forget_foreign_paths, searched
from shipping.unneeded import drop_unneeded

pytestmark = pytest.mark.needs_tool("gcc", "patchelf")


def library(path: Path, *needed: Path, search: str = "") -> Path:
    """A library for this computer, made of nothing, that names others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    words = ["gcc", "-shared", "-nostdlib", "-x", "c", "/dev/null", "-o", str(path)]
    words += [f"-Wl,-soname,{path.name}", "-Wl,--no-as-needed", "-x", "none", *map(str, needed)]
    subprocess.run([*words, *([f"-Wl,-rpath,{search}"] if search else [])], check=True)
    return path


def test_a_library_that_nothing_names_any_more_goes_with_what_only_it_named(tmp_path: Path) -> None:
    deep = library(tmp_path / "libdeep.so.1")
    library(tmp_path / "libwide.so.1", deep)
    kept = library(tmp_path / "libkept.so.1")
    module = library(tmp_path / "module.cpython-311-x86_64-linux-gnu.so", kept)
    plugin = library(tmp_path / "plugins" / "libplugin.so.2", kept)
    (tmp_path / "link" / "libwide.so.1").parent.mkdir()
    (tmp_path / "link" / "libwide.so.1").symlink_to("../libwide.so.1")
    assert drop_unneeded(tmp_path) == ["libdeep.so.1", "libwide.so.1"]
    left = {path for path in tmp_path.rglob("*") if path.is_file() or path.is_symlink()}
    assert left == {kept, module, plugin}


def test_a_library_looks_for_others_only_among_ours(tmp_path: Path) -> None:
    foreign = library(tmp_path / "libforeign.so.1", search="/home/somebody/lib")
    mixed = library(tmp_path / "libmixed.so.1", search="/home/somebody/lib:$ORIGIN/../lib")
    own = library(tmp_path / "libown.so.1", search="$ORIGIN")
    assert forget_foreign_paths(tmp_path) == 2
    assert [searched(each) for each in (foreign, mixed, own)] == [
        [],
        ["$ORIGIN/../lib"],
        ["$ORIGIN"],
    ]
    assert not any(b"somebody" in each.read_bytes() for each in (foreign, mixed))


def test_what_is_no_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "libtext.so.1").write_text("no library")
    assert (drop_unneeded(tmp_path), forget_foreign_paths(tmp_path)) == ([], 0)
