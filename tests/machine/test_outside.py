from app.machine.outside import give_plugins_back, step_outside


def test_programs_we_start_get_the_libraries_they_had_before() -> None:
    environ = {
        "LD_LIBRARY_PATH": "/usr/lib/talktally/_internal:/opt/phone/lib",
        "LD_LIBRARY_PATH_ORIG": "/opt/phone/lib",
        "HOME": "/home/jana",
    }
    step_outside(environ)
    assert environ == {"LD_LIBRARY_PATH": "/opt/phone/lib", "HOME": "/home/jana"}


def test_where_nothing_stood_before_nothing_is_left() -> None:
    environ = {"LD_LIBRARY_PATH": "/usr/lib/talktally/_internal"}
    step_outside(environ)
    assert environ == {}


def test_a_start_of_this_program_by_itself_is_like_any_other_start() -> None:
    environ = {
        "_PYI_ARCHIVE_FILE": "/usr/lib/talktally/talktally",
        "_PYI_PARENT_PROCESS_LEVEL": "-1",
        "_PYI_LINUX_PROCESS_NAME": "talktally",
    }
    step_outside(environ)
    assert environ == {}


def test_plugins_of_another_qt_are_out_of_sight_only_until_ours_has_found_its_own() -> None:
    before = {"QT_PLUGIN_PATH": "/nix/store/qt/plugins", "QT_QPA_PLATFORM_PLUGIN_PATH": "/other"}
    environ = dict(before)
    step_outside(environ)
    assert not environ.keys() & before.keys()
    give_plugins_back(environ)
    assert environ == before


def test_a_program_that_is_not_frozen_has_nothing_to_give_back() -> None:
    environ = {"QT_PLUGIN_PATH": "/usr/lib/qt6/plugins"}
    give_plugins_back(environ)
    assert environ == {"QT_PLUGIN_PATH": "/usr/lib/qt6/plugins"}
