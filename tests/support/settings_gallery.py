"""Pictures of the Settings page: ``python -m tests.support.settings_gallery FOLDER [NAME…]``.

Each state is drawn in light and dark, English and German, at several widths; the page is
drawn as tall as it is at the width, so that all of it is seen.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support.settings_pages import PAGES, page_of
from ui.settings.page import SettingsPage
from ui.theme.theme import Choice, Theme
from ui.widgets.scroll import scrolling

WIDTHS = (420, 680, 1052)
LANGUAGES = (Language("en", "US"), Language("de", "DE"))


def draw(folder: Path, names: list[str], percent: int = 100) -> None:
    """Draw the states of these names, or all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for choice in (Choice.LIGHT, Choice.DARK):
        theme = Theme(choice, contrast=False)
        theme.dress(application)
        for language in LANGUAGES:
            words = words_in(language)
            for name in names or PAGES:
                _draw(folder / f"{name}-{choice}-{language.code}-{percent}", theme, words, name)


def _draw(path: Path, theme: Theme, words: Words, name: str) -> None:
    for width in WIDTHS:
        page = SettingsPage(theme)
        page.show_state(page_of(words, name))
        area = scrolling(page)
        area.resize(width, 300)
        area.show()
        for _ in range(4):  # rows turn once they know their width
            QApplication.processEvents()
        page.grab().save(f"{path}-{width}.png")
        area.close()
        area.deleteLater()
        QApplication.processEvents()


if __name__ == "__main__":
    drawing = QApplication(sys.argv[:1])
    draw(Path(sys.argv[1]), sys.argv[2:])
