"""Pictures of the Accounts page: ``python -m tests.support.accounts_gallery FOLDER [NAME…]``.

Each state is drawn in light and dark, English and German, at several sizes; the page is drawn as
tall as it is at the width, so that all of it is seen. Its dialogs are drawn at their own size.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support.accounts_dialogs import dialogs
from tests.support.accounts_pages import pages, shown
from ui.accounts.page import AccountsPage
from ui.theme.theme import Choice, Theme
from ui.widgets.scroll import scrolling

WIDTHS = (480, 680, 1052, 1600)
LANGUAGES = (Language("en", "US"), Language("de", "DE"))
_UNFOLDED = "many"


def draw(folder: Path, names: list[str]) -> None:
    """Draw the states of these names, or all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for choice in (Choice.LIGHT, Choice.DARK):
        theme = Theme(choice, contrast=False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.dress(application)
        for language in LANGUAGES:
            words = words_in(language)
            for name in names or (*pages(), *dialogs()):
                path = folder / f"{name}-{choice}-{language.code}"
                if name in dialogs():
                    _draw_dialog(path, theme, words, name)
                else:
                    _draw(path, theme, words, name)


def _draw(path: Path, theme: Theme, words: Words, name: str) -> None:
    for width in WIDTHS:
        page = AccountsPage(theme)
        page.show_state(shown(words, name))
        if name == _UNFOLDED:
            page.card(1).open_people()
        area = scrolling(page)
        area.resize(width, 300)
        area.show()
        _settle()
        page.grab().save(f"{path}-{width}.png")
        area.close()
        area.deleteLater()
        _settle()


def _draw_dialog(path: Path, theme: Theme, words: Words, name: str) -> None:
    dialog = dialogs()[name](theme, words)
    dialog.show()
    _settle()
    dialog.grab().save(f"{path}.png")
    dialog.close()
    dialog.deleteLater()
    _settle()


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    draw(Path(sys.argv[1]), sys.argv[2:])
