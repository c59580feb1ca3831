"""What stays with the application is as it was at first when the next test begins."""

import pytest

from tests.house.running import result_of

pytestmark = pytest.mark.program


def test_larger_text_ends_with_the_test(run: pytest.Pytester) -> None:
    source = """
        from PySide6.QtWidgets import QApplication
        from ui.theme.fonts import text_percent
        from ui.theme.theme import Choice, Theme

        application = QApplication([])
        usual = application.font()

        def test_it():
            Theme(Choice.LIGHT, contrast=False).size_text(200)
            assert application.font().pointSizeF() > usual.pointSizeF()

        def test_the_next_one_is_not_troubled():
            assert text_percent() == 100
            assert application.font() == usual
            assert application.styleSheet() == ""
    """
    result_of(run, source, "-p", "no:randomly").assert_outcomes(passed=2)


def test_colours_rest_and_what_was_copied_end_with_the_test(run: pytest.Pytester) -> None:
    source = """
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication
        from ui.theme.motion import end_of_unknown
        from ui.theme.theme import Choice, Theme

        application = QApplication([])

        def seen():
            blinks = application.styleHints().cursorFlashTime()
            copied = application.clipboard().text()
            busy = application.overrideCursor() is not None
            return application.palette(), end_of_unknown(), blinks, copied, busy

        usual = seen()

        def test_it():
            theme = Theme(Choice.DARK, contrast=False)
            theme.dress(application)
            theme.rest(rests=True)
            application.clipboard().setText("copied")
            application.setOverrideCursor(Qt.CursorShape.WaitCursor)
            assert not any(one == other for one, other in zip(seen(), usual, strict=True))

        def test_the_next_one_is_not_troubled():
            assert seen() == usual
    """
    result_of(run, source, "-p", "no:randomly").assert_outcomes(passed=2)


def test_keys_and_buttons_are_let_go_of_after_the_test(run: pytest.Pytester) -> None:
    source = """
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QWidget

        application = QApplication([])

        def held():
            return application.keyboardModifiers().value, application.mouseButtons().value

        def test_it():
            hand = QWidget()
            QTest.mousePress(hand, Qt.MouseButton.RightButton)
            QTest.mousePress(hand, Qt.MouseButton.LeftButton)
            QTest.keyClick(hand, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
            assert held() == (Qt.KeyboardModifier.ControlModifier.value, 3)

        def test_the_next_one_is_not_troubled():
            assert held() == (0, 0)
    """
    result_of(run, source, "-p", "no:randomly").assert_outcomes(passed=2)


def test_a_language_that_qt_spoke_is_forgotten_by_the_next_test(run: pytest.Pytester) -> None:
    source = """
        from PySide6.QtCore import QCoreApplication
        from ui.desk.native import NativeWords

        application = QCoreApplication([])

        def said_in(code):
            before = QCoreApplication.translate("QPlatformTheme", "Cancel")
            NativeWords().speak(code)
            return before, QCoreApplication.translate("QPlatformTheme", "Cancel")

        def test_one(): assert said_in("de") == ("Cancel", "Abbrechen")
        def test_another(): assert said_in("de") == ("Cancel", "Abbrechen")
    """
    result_of(run, source).assert_outcomes(passed=2)
