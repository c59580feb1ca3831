from pathlib import Path

import pytest
from shipping import twice


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    place = tmp_path / "talktally"
    (place / "_internal").mkdir(parents=True)
    (place / "talktally").write_text("program")
    (place / "_internal" / "libz.so.1").write_text("library")
    (place / "libz.so").symlink_to("_internal/libz.so.1")
    return place


def test_a_tree_is_the_same_as_itself(tree: Path) -> None:
    found = twice.digests([tree])
    assert set(found) == {
        "talktally/talktally", "talktally/_internal/libz.so.1", "talktally/libz.so"
    }  # fmt: skip
    assert twice.differing(found, twice.digests([tree])) == []


def test_another_content_mode_or_link_is_told(tree: Path) -> None:
    first = twice.digests([tree])
    (tree / "talktally").write_text("other")
    (tree / "_internal" / "libz.so.1").chmod(0o600)
    (tree / "libz.so").unlink()
    assert twice.differing(first, twice.digests([tree])) == [
        "talktally/_internal/libz.so.1", "talktally/libz.so", "talktally/talktally"
    ]  # fmt: skip


def test_a_package_that_is_not_made_is_refused() -> None:
    with pytest.raises(SystemExit, match="There is no dmg to make"):
        twice.main(["dmg"])
