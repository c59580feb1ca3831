"""The doctor: what is wrong, what was mended, and nothing that names a person or a number."""

import json
import socket
import stat
import zipfile
from pathlib import Path

import pytest

from tests.support.console import Console

_LOG = """2026-11-21 13:05:00,123 ERROR app: Jana Berg rang +1 415 555 0188
see /somewhere/jana-berg.csv and Acme
"""


@pytest.fixture
def filled(console: Console) -> Console:
    """A folder with an entry, a person, a contact, and a log."""
    console.done("plan", "use", "hubspot-professional")
    console.done("me", "--name", "Jana Berg")
    csv = console.folder / "jana-berg.csv"
    csv.write_text(
        "Record ID,Activity date,Call direction,Call duration,From number,To number,Call status,"
        "Activity assigned to\n1,2026-11-20 09:00,Outbound,0:03:00,+14155550100,+14155550188,"
        "Completed,Omar Said\n",
    )
    console.done("import", csv)
    csv.unlink()
    (console.folder / "talktally.log").write_text(_LOG)
    (console.folder / "talktally.log").chmod(0o600)
    return console


def test_a_sound_folder_has_nothing_wrong(filled: Console) -> None:
    answer = filled.done("doctor")
    assert answer.out.startswith("Nothing is wrong.\n")
    for part in ("Talktally ", "Python ", "SQLite ", "Ledger: version ", "1 entry checked"):
        assert part in answer.out


def test_nobody_is_named(filled: Console) -> None:
    for words in ((), ("--json",)):
        told = filled.done("doctor", *words).out
        # Not the last digits alone: free space in bytes may have them as well.
        for part in ("Jana", "jana", "Berg", "Omar", "4155550", "555 0188", str(Path.home())):
            assert part not in told
    assert "2026-11-21 13:05:00,123 ERROR app: *** rang ***" in filled.done("doctor").out


def test_an_empty_folder_has_nothing_wrong(console: Console) -> None:
    answer = console.done("doctor", "--json").json
    assert (answer["ok"], answer["ledger"], answer["last_backup"]) == (True, None, None)
    assert not console.folder.exists()


def test_rights_of_others_are_told_and_mended(filled: Console) -> None:
    (filled.folder / "ledger.db").chmod(0o644)
    answer = filled.run("doctor")
    assert answer.code == 1
    assert answer.out.startswith("Others may read ledger.db. Mend it with")
    assert filled.done("doctor", "--mend", "--json").json["mended"] >= 1
    assert stat.S_IMODE((filled.folder / "ledger.db").stat().st_mode) == 0o600


def test_what_dead_runs_left_is_told_and_removed(filled: Console) -> None:
    left = filled.folder / ".ledger.db.999999999.part"
    left.touch()
    assert "1 unfinished files" in filled.run("doctor").out
    filled.done("doctor", "--mend")
    assert not left.exists()


def test_a_damaged_ledger_is_told(filled: Console) -> None:
    (filled.folder / "ledger.db").write_bytes(b"not a ledger" * 500)
    answer = filled.run("doctor", "--json")
    assert (answer.code, answer.json["ok"]) == (1, False)
    assert "is not a Talktally ledger" in answer.json["wrong"][0]


def test_a_bundle_is_shown_before_it_is_written(filled: Console, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.zip"
    shown = filled.run("doctor", "--bundle", bundle)
    assert (shown.code, bundle.exists()) == (1, False)
    assert "Nothing was written" in shown.err
    filled.done("doctor", "--bundle", bundle, "--yes")
    assert stat.S_IMODE(bundle.stat().st_mode) == 0o600
    with zipfile.ZipFile(bundle) as packed:
        assert packed.namelist() == ["report.txt", "report.json"]
        assert packed.read("report.txt").decode() == shown.out
        assert json.loads(packed.read("report.json"))["ok"]


def test_a_bundle_is_not_written_over_a_file(filled: Console, tmp_path: Path) -> None:
    (tmp_path / "bundle.zip").touch()
    answer = filled.run("doctor", "--bundle", tmp_path / "bundle.zip", "--yes")
    assert (answer.code, "exists already" in answer.err) == (2, True)


def test_softphones_are_told_without_a_connection_to_any(filled: Console) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        place = f"127.0.0.1:{port}"
        settings = filled.folder / "settings.json"
        settings.write_text(json.dumps({"phone": {"baresip": True, "baresip_at": place}}))
        settings.chmod(0o600)
        told = filled.done("doctor").out
        (seen,) = filled.done("doctor", "--json").json["softphones"]
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert (seen["source"], seen["port"]) == ("baresip", port)
    if seen["listened"] is not None:
        assert seen["listened"]
        assert f"baresip · port {port} · somebody listens there" in told


def test_softphones_nobody_wants_are_not_told(filled: Console) -> None:
    assert "Softphones" not in filled.done("doctor").out
