import pytest
from shipping.trim import is_program_module, is_wanted, is_wanted_hook


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6\\plugins\\platforms\\qminimal.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6",
        "libQt6EglFSDeviceIntegration.so.6",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "babel/locale-data/fr_CA.dat",
    ],
)
def test_what_no_desktop_needs_is_left_out(path: str) -> None:
    assert not is_wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_de.qm",
        "babel/locale-data/de_AT.dat",
        "babel/locale-data/root.dat",
        "babel/global.dat",
        "resources/locale/de/LC_MESSAGES/talktally.mo",
    ],
)
def test_what_a_desktop_needs_stays(path: str) -> None:
    assert is_wanted(path)


def test_the_plan_server_is_no_part_of_the_desktop() -> None:
    assert is_program_module("app.commands.serve")
    assert not is_program_module("app.server.routes")


def test_a_start_runs_nothing_of_what_nobody_needs() -> None:
    assert not is_wanted_hook("pyi_rth_multiprocessing", "linux")
    assert not is_wanted_hook("pyi_rth_pyside6", "win32")
    assert is_wanted_hook("pyi_rth_pyside6", "darwin")
    assert is_wanted_hook("launcher", "linux")
