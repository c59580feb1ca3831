"""Where the call logs of softphones are looked for."""

from pathlib import Path

import pytest

from app.machine.call_logs import usual_logs


@pytest.mark.parametrize(
    ("system", "softphone", "place"),
    [
        ("linux", "linphone", ".local/share/linphone/call-history.db"),
        ("linux", "linphone", ".local/share/linphone/linphone.db"),
        (
            "linux",
            "linphone",
            ".var/app/com.belledonnecommunications.linphone/data/linphone/linphone.db",
        ),
        ("linux", "twinkle", ".twinkle/twinkle.ch"),
        ("darwin", "linphone", "Library/Application Support/linphone/linphone.db"),
        ("win32", "linphone", "AppData/Local/linphone/linphone.db"),
        ("win32", "microsip", "AppData/Roaming/MicroSIP/MicroSIP.ini"),
    ],
)
def test_a_log_is_found_where_its_softphone_keeps_it(
    tmp_path: Path, system: str, softphone: str, place: str
) -> None:
    file = tmp_path / place
    file.parent.mkdir(parents=True)
    file.touch()
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    assert usual_logs(home, system) == ((softphone, file),)


def test_a_log_is_found_where_the_system_says_programs_keep_theirs(tmp_path: Path) -> None:
    linphone = tmp_path / "own" / "linphone" / "linphone.db"
    microsip = tmp_path / "own" / "MicroSIP" / "MicroSIP.ini"
    for file in (linphone, microsip):
        file.parent.mkdir(parents=True)
        file.touch()
    own = str(tmp_path / "own")
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    assert usual_logs({**home, "XDG_DATA_HOME": own}, "linux") == (("linphone", linphone),)
    assert usual_logs({**home, "APPDATA": own}, "win32") == (("microsip", microsip),)


def test_what_is_not_there_and_folders_are_no_logs(tmp_path: Path) -> None:
    (tmp_path / ".twinkle" / "twinkle.ch").mkdir(parents=True)
    assert usual_logs({"HOME": str(tmp_path)}, "linux") == ()
