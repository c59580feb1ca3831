"""Pictures of "Before you dial": ``python -m tests.support.dial_gallery FOLDER [CASE…]``.

Each case is drawn in light and dark, English and German, narrow and wide, as tall as it is.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support.dial_pages import CASES, found
from ui.dial.calling import call_offer, handed_over
from ui.dial.page import DialPage
from ui.dial.state import dial_card, dial_words
from ui.theme.theme import Choice, Theme
from ui.widgets.scroll import scrolling

WIDTHS = (340, 428, 1000)
LANGUAGES = (Language("en", "US"), Language("de", "DE"))
EMPTY = "empty"
DIALLER = {case: "" if case == "unplanned" else "Twinkle" for case in CASES}


def draw(application: QApplication, folder: Path, cases: list[str]) -> None:
    """Draw these cases, or all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for choice in (Choice.LIGHT, Choice.DARK):
        theme = Theme(choice, contrast=False)
        theme.dress(application)
        for language in LANGUAGES:
            for case in cases or (EMPTY, *CASES):
                _draw(folder / f"{case}-{choice}-{language.code}", theme, words_in(language), case)


def _draw(path: Path, theme: Theme, words: Words, case: str) -> None:
    for width in WIDTHS:
        page = DialPage(theme)
        page.show_words(dial_words(words))
        if case == EMPTY:
            page.show_sentence(dial_words(words).empty)
        else:
            with tempfile.TemporaryDirectory() as folder:
                seen = found(Path(folder), case, words.language.code)
            page.write(words.phone(seen.card.first.number))
            page.show_card(dial_card(words, seen))
            page.show_offer(call_offer(words, DIALLER[case], seen.card.first.verdict))
            if case == "included":
                page.show_told(handed_over(words, DIALLER[case], asked=True))
        area = scrolling(page)
        area.resize(width, 300)
        area.show()
        for _ in range(6):
            QApplication.processEvents()
        page.grab().save(f"{path}-{width}.png")
        area.close()
        area.deleteLater()


if __name__ == "__main__":
    draw(QApplication(sys.argv[:1]), Path(sys.argv[1]), sys.argv[2:])
