"""Pictures of the Accounts page: ``python -m tests.support.accounts_gallery FOLDER [NAME…]``.

Each state is drawn in light and dark, English and German, at several sizes; the page is drawn as
tall as it is at the width, so that all of it is seen.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.wording.language import Language
from app.wording.words import words_in
from tests.support.accounts_pages import pages, shown
from ui.accounts.page import AccountsPage
from ui.theme.theme import Choice, Theme
from ui.widgets.scroll import scrolling

WIDTHS = (480, 680, 1052, 1600)
LANGUAGES = (Language("en", "US"), Language("de", "DE"))


def draw(folder: Path, names: list[str]) -> None:
    """Draw the states of these names, or all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for choice in (Choice.LIGHT, Choice.DARK):
        theme = Theme(choice, contrast=False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.dress(application)
        for language in LANGUAGES:
            for name in names or pages():
                _draw(folder / f"{name}-{choice}-{language.code}", theme, language, name)


def _draw(path: Path, theme: Theme, language: Language, name: str) -> None:
    words = words_in(language)
    for width in WIDTHS:
        page = AccountsPage(theme)
        page.show_state(shown(words, name))
        area = scrolling(page)
        area.resize(width, 300)
        area.show()
        for _ in range(5):
            QApplication.processEvents()
        page.grab().save(f"{path}-{width}.png")
        area.close()
        area.deleteLater()
        QApplication.processEvents()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    draw(Path(sys.argv[1]), sys.argv[2:])
