"""What a test must not leave behind, seen from outside: a run that leaves it fails."""

import pytest

from tests.house.running import result_of

pytestmark = pytest.mark.program


def test_a_warning_in_the_log_fails_the_test(run: pytest.Pytester) -> None:
    result = result_of(run, "import logging\ndef test_it(): logging.warning('odd')")
    result.stdout.fnmatch_lines("*unexpected in the log: WARNING root: odd*")


def test_an_expected_warning_passes(run: pytest.Pytester) -> None:
    source = """
        import logging

        def test_it(expected_log):
            logging.getLogger("sync").error("no answer from %s", "the server")
            assert expected_log() == ["ERROR sync: no answer from the server"]
    """
    result_of(run, source).assert_outcomes(passed=1)


def test_a_thread_left_running_fails_the_test(run: pytest.Pytester) -> None:
    source = """
        import threading
        from tests.support import leftovers

        leftovers._PATIENCE_SECONDS = 0.01

        def test_it():
            threading.Thread(target=threading.Event().wait, name="endless", daemon=True).start()
    """
    result_of(run, source).stdout.fnmatch_lines("*left running: endless*")


def test_a_socket_forgotten_in_a_circle_fails_the_run(run: pytest.Pytester) -> None:
    source = """
        import socket

        def test_it():
            circle = [socket.socket()]
            circle.append(circle)
    """
    result = result_of(run, source)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines("*ResourceWarning: unclosed <socket*")


@pytest.mark.parametrize(
    ("what", "leaving"),
    [
        ("QTimer", "timer = QTimer(application); timer.start(60_000)"),
        ("QVariantAnimation", "a = QVariantAnimation(application); a.setLoopCount(-1); a.start()"),
        ("QLabel", "kept.append(QLabel('left'))"),
        ("QThread", "thread = QThread(); kept.append(thread); thread.start()"),
    ],
)
def test_what_qt_is_left_with_fails_the_test(run: pytest.Pytester, what: str, leaving: str) -> None:
    source = f"""
        from PySide6.QtCore import QThread, QTimer, QVariantAnimation
        from PySide6.QtWidgets import QApplication, QLabel
        from tests.support import qt_leftovers

        qt_leftovers._PATIENCE_MILLISECONDS = 10
        application = QApplication([])
        kept = []

        def test_it():
            {leaving}

        def test_the_next_one_is_not_troubled():
            pass
    """
    result = result_of(run, source)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(f"*left behind: *{what}(*")


def test_a_run_without_qt_does_not_load_it(run: pytest.Pytester) -> None:
    source = "import sys\ndef test_it(): assert 'PySide6' not in sys.modules"
    result_of(run, source).assert_outcomes(passed=1)


def test_each_test_has_an_empty_home_of_its_own(run: pytest.Pytester) -> None:
    source = """
        import os, time
        import pytest
        from pathlib import Path

        @pytest.mark.parametrize("turn", [1, 2])
        def test_it(turn):
            assert time.tzname[0] == "UTC"
            assert not (Path.home() / "mine").exists()
            (Path.home() / "mine").touch()
    """
    result_of(run, source).assert_outcomes(passed=2)


def test_what_the_program_sets_in_the_environment_ends_with_the_test(run: pytest.Pytester) -> None:
    source = """
        import os

        def test_it():
            os.environ["XDG_ACTIVATION_TOKEN"] = "way"
            del os.environ["LANG"]

        def test_the_next_one_is_not_troubled():
            assert (os.environ.get("XDG_ACTIVATION_TOKEN"), os.environ["LANG"]) == (None, "C.UTF-8")
    """
    result_of(run, source, "-p", "no:randomly").assert_outcomes(passed=2)


def test_the_cheap_tests_come_first(run: pytest.Pytester) -> None:
    source = """
        import pytest

        seen = []

        @pytest.mark.program
        def test_program(): assert seen == ["cheap", "journey"]

        @pytest.mark.journey
        def test_journey(): seen.append("journey")

        def test_cheap(): seen.append("cheap")
    """
    result_of(run, source).assert_outcomes(passed=3)


class TestAMissingTool:
    SOURCE = """
        from tests.support.tools import needs_tool

        @needs_tool("no-such-tool")
        def test_it(): raise AssertionError("must not start")

        def test_another(): pass
    """

    def test_lists_the_test_as_not_run(
        self, run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("CI", raising=False)
        result = result_of(run, self.SOURCE)
        assert result.ret == pytest.ExitCode.OK
        result.stdout.fnmatch_lines(["*= not run =*", "*::test_it: no-such-tool is not installed*"])

    def test_fails_the_run_where_everything_must_run(
        self, run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CI", "true")
        result = result_of(run, self.SOURCE)
        assert result.ret == pytest.ExitCode.TESTS_FAILED
        result.assert_outcomes(passed=1, skipped=1)
