"""Pictures of "Text check": ``python -m tests.support.text_check_gallery FOLDER [CASE…]``.

Each case is drawn in light and dark, English and German, narrow and wide, as tall as it is.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.actions.count_segments import check_text
from app.domain.next_text import NextText, TextRoom
from app.domain.plan import MeterKind, Scope
from app.domain.receipt import Outcome
from app.wording.language import Language
from app.wording.words import Words, words_in
from ui.text_check.page import TextCheckPage
from ui.text_check.state import Checked, text_state, text_words
from ui.theme.theme import Choice, Theme
from ui.widgets.scroll import scrolling

WIDTHS = (340, 428, 1000)
LANGUAGES = (Language("en", "US"), Language("de", "DE"))
OFFER = (
    "Hi Sam, great talking today! I’ll send the offer tomorrow 🎉 and call you on Tuesday at ten."
)
ROOM = TextRoom(Scope.POOL, 1250, 61, Outcome.BILLED)
POOL = NextText({MeterKind.SMS: ROOM}, "Aircall US/CA")
CASES = {
    "nothing": ("", POOL),
    "offer": (OFFER, POOL),
    "plain": ("See you on Tuesday at ten.", POOL),
    "outside": (OFFER, NextText({MeterKind.SMS: ROOM}, "Aircall US/CA", inside=False)),
    "script": ("שלום, נתראה ביום שלישי בשעה עשר. \u200b", POOL),
    "many": ("‘a’ “b” – … • 🎉 ©\n" * 30, NextText({})),
}


def draw(application: QApplication, folder: Path, cases: list[str]) -> None:
    """Draw these cases, or all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for choice in (Choice.LIGHT, Choice.DARK):
        theme = Theme(choice, contrast=False)
        theme.dress(application)
        for language in LANGUAGES:
            for case in cases or CASES:
                _draw(folder / f"{case}-{choice}-{language.code}", theme, words_in(language), case)


def _draw(path: Path, theme: Theme, words: Words, case: str) -> None:
    text, pool = CASES[case]
    for width in WIDTHS:
        page = TextCheckPage(theme)
        page.show_words(text_words(words))
        page.box.write(text)
        if text:
            page.show_state(text_state(words, Checked(text, *check_text(text)), pool, 0))
        else:
            page.show_empty(text_words(words).empty)
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
