"""What is made for Windows, as far as it needs neither wine nor the installer's compiler."""

from pathlib import Path

import pytest
from shipping.windows.installed import LINKS, LISTED, OFFERED, RUN
from shipping.windows.making import check_tree
from shipping.windows.registry import credentials, persons_values
from shipping.windows.version import four_numbers, version_told
from shipping.windows.wine import Wine, windows_path

from app.machine import autostart_windows, link_handler_windows
from app.machine.own_program import QUIT
from tests.support.contracts import ROOT

INSTALLER = (ROOT / "packaging" / "windows" / "installer.nsi").read_text(encoding="utf-8")
REGISTRY = r"""WINE REGISTRY Version 2
;; All keys relative to REGISTRY\\User\\S-1-5-21-0-0-0-1000

[Software\\Talktally] 1795382065
#time=1dd7ac673f6fb60
@="usual"
"Size"=dword:00000001
"Say \"it\""="C:\\Users\\Jos\x00e9"
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    names = ("Talktally.exe", "talktally-cli.exe", "_internal/plugins/qwindows.dll",
             "_internal/python311.dll", "_internal/sqlite3.dll", "_internal/Qt6Widgets.dll",
             "_internal/talktally.mo")  # fmt: skip
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_a_whole_folder_may_be_handed_out(tree: Path) -> None:
    check_tree(tree)


def test_a_folder_without_a_part_may_not(tree: Path) -> None:
    (tree / "_internal" / "plugins" / "qwindows.dll").unlink()
    with pytest.raises(SystemExit, match=r"lacks qwindows\.dll"):
        check_tree(tree)


@pytest.mark.parametrize("name", ["icuuc.dll", "opengl32sw.dll"])
def test_a_stand_in_of_wine_is_never_handed_out(tree: Path, name: str) -> None:
    (tree / "_internal" / name).touch()
    with pytest.raises(SystemExit, match=f"holds {name}"):
        check_tree(tree)


@pytest.mark.parametrize(
    ("version", "written"),
    [("1.2.3", "1.2.3.0"), ("0.1", "0.1.0.0"), ("1.0.0.rc1", "1.0.0.0"), ("2", "2.0.0.0")],
)
def test_windows_is_told_a_version_of_four_numbers(version: str, written: str) -> None:
    assert four_numbers(version) == written


def test_a_program_says_its_name_and_version() -> None:
    told = version_told("1.2.3", "talktally-cli.exe")
    assert "filevers=(1, 2, 3, 0)" in told
    assert "StringStruct('OriginalFilename', 'talktally-cli.exe')" in told


def test_the_registry_of_wine_is_read(tmp_path: Path) -> None:
    file = tmp_path / "user.reg"
    file.write_text(REGISTRY, encoding="utf-8")
    assert persons_values(file) == {
        r"Software\Talktally": {
            "": "usual", "Size": "dword:00000001", 'Say "it"': r"C:\Users\José",
        }
    }  # fmt: skip


def test_a_windows_sees_nothing_of_the_persons_environment(tmp_path: Path) -> None:
    environment = Wine(tmp_path).environment()
    assert environment["HOME"] == str(tmp_path / "home")
    assert not {"DISPLAY", "SSL_CERT_FILE", "PYTHONPATH"} & environment.keys()


def test_paths_are_told_as_windows_writes_them(tmp_path: Path) -> None:
    local = Wine(tmp_path).path(r"%LOCALAPPDATA%\Talktally")
    assert local == tmp_path / "drive_c" / "users" / "person" / "AppData" / "Local" / "Talktally"
    assert windows_path(Path("/a/b c.txt")) == r"Z:\a\b c.txt"


def test_the_proof_looks_where_the_program_writes() -> None:
    assert autostart_windows._RUN == RUN
    assert link_handler_windows._REGISTERED == OFFERED
    assert rf"{link_handler_windows._CLASSES}\{link_handler_windows._COMMAND}" == LINKS
    assert rf'"{LISTED}"' in INSTALLER


def test_the_installer_speaks_both_languages_in_full() -> None:
    english = {line.split()[1] for line in INSTALLER.splitlines() if "{LANG_ENGLISH}" in line}
    german = {line.split()[1] for line in INSTALLER.splitlines() if "{LANG_GERMAN}" in line}
    assert english == german != set()


def test_the_installer_lets_the_program_itself_do_what_it_can() -> None:
    for words in (QUIT, "links on", "links off", "login on", "login off"):
        assert f'"$INSTDIR\\talktally-cli.exe" {words}\'' in INSTALLER


def test_the_installer_keeps_data_unless_it_is_told_otherwise() -> None:
    assert '"$(DELETE_DATA)" /SD IDNO IDYES asked' in INSTALLER


def test_the_keys_go_with_the_data_while_the_program_is_still_there() -> None:
    removal = INSTALLER.partition("Section Uninstall")[2]
    steps = ("Call un.AskForData", '${If} $4 == "delete"', "forget-keys --yes", "REMOVE_PROGRAM",
             "RMDir /r \"$LOCALAPPDATA\\Talktally\"")  # fmt: skip
    places = [removal.find(step) for step in steps]
    assert places == sorted(places)
    assert -1 not in places
    assert "nsExec::Exec /TIMEOUT=" in removal


def test_what_wine_keeps_for_programs_is_told_by_its_targets() -> None:
    manager = r"Software\Wine\Credential Manager"
    values = {
        manager: {"EncryptionKey": "hex:1a"},
        rf"{manager}\Generic: hook C:_d3@Talktally": {"": r"hook C:\d3@Talktally", "Comment": ""},
        rf"{manager}\Generic: Talktally": {"": "Talktally"},
        rf"{manager}\DomPasswd: server": {"": "server"},
    }
    assert credentials(values) == ["Talktally", r"hook C:\d3@Talktally"]
