"""The scripts that set the project up say plainly what is missing."""

import subprocess
from pathlib import Path

import pytest

from tests.support.contracts import ROOT

pytestmark = pytest.mark.program
SETUP = ROOT / "packaging" / "setup"


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that is the whole PATH of a script."""
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def run(script: str, path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", SETUP / script, *words],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_python_it_says_which_is_needed(programs: Path) -> None:
    result = run("find-python.sh", programs)
    assert result.returncode == 1
    assert result.stderr.startswith("Talktally needs Python 3.11 or newer")


def test_a_name_that_cannot_be_started_is_passed_over(programs: Path) -> None:
    program(programs, "python3", "exit 127")
    program(programs, "python3.12", "exit 0")
    result = run("find-python.sh", programs)
    assert result.stdout.strip() == str(programs / "python3.12")


def test_without_the_venv_module_it_names_the_package(programs: Path) -> None:
    program(
        programs,
        "python3",
        'case "$2" in *ensurepip*) exit 1 ;; *print*) echo python3.12-venv ;; esac',
    )
    result = run("find-python.sh", programs)
    assert result.returncode == 1
    assert "install python3-venv (or python3.12-venv)" in result.stderr


def test_without_rights_it_names_the_command_and_goes_on(programs: Path) -> None:
    for name, script in {
        "uname": "echo Linux",
        "cat": "exec /bin/cat",
        "ldconfig": "echo 'libEGL.so.1 (libc6,x86-64) => /lib/libEGL.so.1'",
        "id": "echo 1000",
        "mktemp": "echo /dev/null",
        "rm": "exit 0",
        "apt-get": "exit 99",
    }.items():
        program(programs, name, script)
    result = run("system-packages.sh", programs)
    assert result.returncode == 0
    assert "install them with: sudo apt-get install libgl1" in result.stderr
    assert "xvfb" in result.stderr
    assert "libegl1" not in result.stderr


def test_without_rights_the_programs_for_tests_are_named_too(programs: Path) -> None:
    for name, script in {
        "uname": "echo Linux",
        "ls": "exit 1",
        "id": "echo 1000",
        "mktemp": "echo /dev/null",
        "rm": "exit 0",
        "apt-get": "exit 99",
    }.items():
        program(programs, name, script)
    result = run("test-services.sh", programs)
    assert result.returncode == 0
    assert "sudo apt-get install postgresql gnome-keyring dbus" in result.stderr


def test_where_all_programs_for_tests_are_there_nothing_is_said(programs: Path) -> None:
    for name in (
        "ls",
        "gnome-keyring-daemon",
        "dbus-daemon",
        "dunst",
        "openbox",
        "tint2",
        "twinkle-console",
        "minisign",
        "openssl",
        "patchelf",
        "appstreamcli",
        "man",
        "readelf",
        "xz",
        "gcc",
        "baresip",
        "sipp",
        "gio",
        "xdg-mime",
        "update-desktop-database",
        "npm",
        "prism.sh",
    ):
        program(programs, name, "exit 0")
    program(programs, "uname", "echo Linux")
    program(programs, "dirname", f"echo {programs}")  # where the next script is looked for
    result = run("test-services.sh", programs)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_with_rights_what_is_missing_is_installed_by_new_lists_where_old_ones_do_not_do(
    programs: Path,
) -> None:
    for name, script in {
        "uname": "echo Linux",
        "cat": "exec /bin/cat",
        "ldconfig": "exit 0",
        "id": "echo 0",
        "mktemp": "echo /dev/null",
        "rm": "exit 0",
        "env": 'exec /usr/bin/env "$@"',
        "apt-get": f"""echo "$*" >>{programs}/asked
            case "$*" in *update) : >{programs}/new ;; esac
            [ -e {programs}/new ]""",
    }.items():
        program(programs, name, script)
    result = run("system-packages.sh", programs)
    asked = (programs / "asked").read_text().splitlines()
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Installing libegl1 libgl1")
    assert [" install " in line for line in asked] == [True, False, True]
    assert asked[0] == asked[2]
    assert asked[0].endswith("xvfb xauth")


def test_for_one_package_alone_only_its_programs_are_asked_for(programs: Path) -> None:
    for name, script in {
        "dirname": f"echo {SETUP}",
        "cmp": "exit 0",
        "uname": "echo Linux",
        "cat": "exec /bin/cat",
        "id": "echo 1000",
        "mktemp": "echo /dev/null",
        "rm": "exit 0",
        "apt-get": "exit 99",
    }.items():
        program(programs, name, script)
    result = run("package-tools.sh", programs, "freeze", "deb")
    assert result.returncode == 0, result.stderr
    assert "lintian" in result.stderr
    assert "wine" not in result.stderr
