"""Pictures of every page and state: ``python -m tests.support.gallery FOLDER [NAME…]``.

Each state is drawn in light and dark, English and German, at three sizes; names choose states.
Those of the Activity page begin with "activity".
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.domain.meter import Status
from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import activity_gallery, early_states, states
from tests.support.meters import NOW
from ui.importing.state import Counts, import_done
from ui.overview.state import overview_state
from ui.receipt.state import receipt_state, why_state
from ui.theme.theme import Choice, Theme
from ui.window.state import window_state
from ui.window.window import MainWindow

SIZES = (QSize(480, 360), QSize(900, 640), QSize(1280, 860))
LANGUAGES = (Language("en", "US"), Language("de", "DE"))


def window_of(theme: Theme, words: Words, status: Status, size: QSize) -> MainWindow:
    """The real window in a state."""
    window = MainWindow(theme)
    window.resize(size)
    window.show_window(window_state(words, status))
    beside = early_states.beside(status)
    window.show_overview(overview_state(words, status, states.entries(), NOW, beside=beside))
    window.show()
    return window


def draw(folder: Path, names: list[str]) -> None:
    """Draw the states of these names, or all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for choice in (Choice.LIGHT, Choice.DARK):
        theme = Theme(choice, contrast=False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.dress(application)
        for language in LANGUAGES:
            for name, status in (states.statuses() | early_states.statuses()).items():
                if not names or name in names:
                    _draw_sizes(
                        folder / f"{name}-{choice}-{language.code}", theme, language, status
                    )
            for name in activity_gallery.NAMES:
                if not names or name in names:
                    path = folder / f"{name}-{choice}-{language.code}"
                    _draw_activity(path, theme, words_in(language), name)


def _draw_activity(path: Path, theme: Theme, words: Words, name: str) -> None:
    for size in SIZES:
        window = window_of(theme, words, states.statuses()["near"], size)
        activity_gallery.show(window, words, name)
        _keep(window, path, size)


def _draw_sizes(path: Path, theme: Theme, language: Language, status: Status) -> None:
    words = words_in(language)
    for size in SIZES:
        window = window_of(theme, words, status, size)
        if "receipt" in os.environ.get("GALLERY_WITH", ""):
            window.show_receipt(receipt_state(words, states.entries()[1]))
        if "why" in os.environ.get("GALLERY_WITH", ""):
            window.show_receipt(why_state(words, status.meters[0]))
        if "call" in os.environ.get("GALLERY_WITH", ""):
            window.page.ask_for_call()
        if "import" in os.environ.get("GALLERY_WITH", ""):
            window.show_import(import_done(words, "calls.csv", Counts(9, 7, 1, 1)))
        _keep(window, path, size)


def _keep(window: MainWindow, path: Path, size: QSize) -> None:
    QApplication.processEvents()
    window.grab().save(f"{path}-{size.width()}x{size.height()}.png")
    window.close()
    window.deleteLater()
    QApplication.processEvents()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    draw(Path(sys.argv[1]), sys.argv[2:])
