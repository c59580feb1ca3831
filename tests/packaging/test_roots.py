"""Two looks at a root find whatever came, went and changed; what roots are made of."""

from pathlib import Path

import pytest
from shipping.roots import apt_here, bases, files, rights


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with a few files of a system and of a person."""
    for folder in ("etc", "usr/share", "var/lib/dpkg/info", "var/lib/dpkg/triggers", "home/rep"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "etc/passwd").write_text("root")
    (tmp_path / "var/lib/dpkg/status").write_text("Package: base")
    (tmp_path / "etc/link").symlink_to("passwd")
    return tmp_path


def test_nothing_done_is_no_change(root: Path) -> None:
    assert files.compare(files.look(root), files.look(root)).told == ""


def test_what_came_went_and_changed_is_named(root: Path) -> None:
    before = files.look(root)
    (root / "usr/share/left").mkdir()
    (root / "usr/share/left/file").touch()
    (root / "etc/passwd").write_text("root rep")
    (root / "etc/link").unlink()
    change = files.compare(before, files.look(root))
    assert change.came == ("usr/share/left", "usr/share/left/file")
    assert change.went == ("etc/link",)
    assert change.told == (
        "came: usr/share/left, usr/share/left/file; went: etc/link; changed: etc/passwd"
    )


def test_other_rights_and_another_target_of_a_link_are_changes(root: Path) -> None:
    before = files.look(root)
    (root / "etc/passwd").chmod(0o600)
    (root / "etc/link").unlink()
    (root / "etc/link").symlink_to("shadow")
    assert files.compare(before, files.look(root)).changed == ("etc/link", "etc/passwd")


def test_lists_of_packages_and_homes_are_not_of_the_system(root: Path) -> None:
    before = files.look(root)
    (root / "var/lib/dpkg/status").write_text("Package: another")
    (root / "var/lib/dpkg/triggers/File").touch()
    (root / "home/rep/ledger.db").touch()
    assert files.compare(before, files.look(root)).told == ""


def test_what_a_package_says_of_itself_has_to_go_with_it(root: Path) -> None:
    before = files.look(root)
    (root / "var/lib/dpkg/info/talktally.list").touch()
    assert files.compare(before, files.look(root)).came == ("var/lib/dpkg/info/talktally.list",)


def test_many_paths_are_told_in_few_words() -> None:
    change = files.Change(tuple("abcdefg"), (), ())
    assert change.told == "came: a, b, c, d, e and 2 more"


def test_of_apts_settings_those_that_reach_a_mirror_are_taken_over() -> None:
    dump = 'APT "";\nAcquire::http::Proxy "http://[::1]:3142";\nAcquire::Languages "de";\n'
    assert apt_here.settings_of(dump) == 'Acquire::http::Proxy "http://[::1]:3142";\n'


def test_other_needs_are_another_root() -> None:
    assert bases._digest("libegl1") == bases._digest("libegl1")
    assert bases._digest("libegl1") != bases._digest("libegl1, libgl1")


def test_of_roots_of_one_kind_the_newest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bases, "ROOTS", tmp_path)
    others = ("bookworm-plain", "bookworm-desktop-0a0a0a0a", "trixie-needs-0a0a0a0a")
    for name in (*others, "bookworm-needs-0a0a0a0a"):
        (tmp_path / name).mkdir()
    kept = bases._kept("bookworm-needs-1b1b1b1b", Path.mkdir)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == sorted(
        [*others, kept.name]
    )


def test_a_root_that_could_not_be_made_whole_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> None:
        folder.mkdir()
        raise SystemExit("no network")

    monkeypatch.setattr(bases, "ROOTS", tmp_path)
    with pytest.raises(SystemExit, match="no network"):
        bases._kept("bookworm-plain", fail)
    assert bases._kept("bookworm-plain", Path.mkdir).is_dir()


def test_without_the_rights_of_an_administrator_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert "administrator" in rights.why_not()


def test_a_tool_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name, path: None if name == "unshare" else name)
    assert rights.why_not().startswith("unshare is not installed")


def test_where_nobody_may_mount_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*rights.PROGRAMS, "true"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\nexit 1\n")
        program.chmod(0o755)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "nobody mount" in rights.why_not()
