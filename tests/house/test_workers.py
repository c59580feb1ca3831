"""The rules of the house hold where several workers share the tests."""

import re

import pytest

from tests.house.running import shared_result_of

pytestmark = pytest.mark.program
PASSING = "def test_it(): pass"


def test_a_thread_left_running_on_a_worker_fails_the_run(run: pytest.Pytester) -> None:
    source = """
        import threading
        from tests.support import leftovers

        leftovers._PATIENCE_SECONDS = 0.01

        def test_it():
            threading.Thread(target=threading.Event().wait, name="endless", daemon=True).start()
    """
    result = shared_result_of(run, sources={"test_one": source, "test_other": PASSING})
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines("*left running: endless*")


def test_a_socket_forgotten_on_a_worker_fails_the_run(run: pytest.Pytester) -> None:
    source = "import socket\ndef test_it(): circle = [socket.socket()]; circle.append(circle)"
    result = shared_result_of(run, sources={"test_one": source, "test_other": PASSING})
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines("*ResourceWarning: unclosed <socket*")


def test_a_worker_that_dies_fails_the_run(run: pytest.Pytester) -> None:
    source = "import os\ndef test_it(): os._exit(0)"
    result = shared_result_of(run, sources={"test_one": source, "test_other": PASSING})
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines("*crashed while running*test_one.py::test_it*")


def test_what_is_not_run_is_listed_once_and_the_summary_comes_last(
    run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    source = """
        from tests.support.tools import needs_tool

        @needs_tool("no-such-tool")
        def test_it(): pass
    """
    result = shared_result_of(run, sources={"test_one": source, "test_other": PASSING})
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    told = [line for line in result.outlines if "no-such-tool is not installed" in line]
    assert (len(told), result.outlines.count(told[0])) == (1, 1)
    assert re.fullmatch(r"=+ 1 passed, 1 skipped in .+ =+", result.outlines[-1])
    assert result.errlines == []


def test_each_file_stays_on_one_worker_and_sees_the_same_seed(run: pytest.Pytester) -> None:
    source = """
        import pytest
        from pathlib import Path

        @pytest.mark.parametrize("turn", [1, 2])
        def test_it(turn, worker_id, tmp_path, pytestconfig):
            assert worker_id in str(tmp_path)
            place = Path(__file__).with_suffix("." + worker_id)
            place.write_text(str(pytestconfig.getoption("randomly_seed")))
    """
    names = [f"test_{number}" for number in range(4)]
    result = shared_result_of(run, "pytest_randomly", sources=dict.fromkeys(names, source))
    result.assert_outcomes(passed=8)
    kept = [*run.path.glob("test_*.gw*")]
    assert sorted(path.stem for path in kept) == names
    assert {path.suffix for path in kept} == {".gw0", ".gw1"}
    assert len({path.read_text() for path in kept}) == 1


def test_only_this_machine_can_be_reached_from_a_worker(run: pytest.Pytester) -> None:
    source = """
        import socket
        import pytest
        from pytest_socket import SocketConnectBlockedError

        def test_it():
            with socket.socket() as asking, pytest.raises(SocketConnectBlockedError):
                asking.connect(("192.0.2.1", 9))
    """
    run.makeini("[pytest]\naddopts = -p pytest_socket --allow-hosts=127.0.0.1")
    shared_result_of(run, sources={"test_one": source, "test_other": PASSING}).assert_outcomes(
        passed=2
    )


def test_the_files_that_may_take_longest_come_first(run: pytest.Pytester) -> None:
    costly = "import pytest\npytestmark = pytest.mark.program\ndef test_it(): pass"
    long = "import pytest\npytestmark = pytest.mark.timeout(300)\ndef test_it(): pass"
    run.makeini("[pytest]\naddopts = -v\nmarkers =\n    program")
    sources = {"test_a": PASSING, "test_b": costly, "test_c": long}
    result = shared_result_of(run, "pytest_timeout", workers=1, sources=sources)
    told = [line for line in result.outlines if "PASSED" in line]
    assert [line.split()[-1][:6] for line in told] == ["test_c", "test_b", "test_a"]
