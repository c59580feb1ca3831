"""Pictures of the in-call strip: ``python -m tests.support.strip_gallery FOLDER [CASE…]``.

Each case is drawn in light and dark, English and German, narrow and wide, at 100 and 200 % text.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support.meters import NOW
from tests.support.strip_pages import cases
from ui.live.state import live_states
from ui.live.strip import LiveStrip
from ui.theme.theme import Choice, Theme

WIDTHS = (360, 480, 1000)
PERCENTS = (100, 200)
LANGUAGES = (Language("en", "US"), Language("de", "DE"))


def draw(application: QApplication, folder: Path, names: list[str]) -> None:
    """Draw these cases, or all of them, on one sheet for each look."""
    folder.mkdir(parents=True, exist_ok=True)
    for choice in (Choice.LIGHT, Choice.DARK):
        for percent in PERCENTS:
            theme = Theme(choice, contrast=False)
            theme.size_text(percent)
            theme.dress(application)
            for language in LANGUAGES:
                for width in WIDTHS:
                    sheet = _sheet(theme, words_in(language), names, width)
                    path = folder / f"strips-{choice}-{language.code}-{percent}-{width}.png"
                    sheet.grab().save(str(path))
                    sheet.close()
                    sheet.deleteLater()


def _sheet(theme: Theme, words: Words, names: list[str], width: int) -> QWidget:
    sheet = QWidget()
    sheet.setProperty("part", "page")
    column = QVBoxLayout(sheet)
    for name, status in cases().items():
        if names and name not in names:
            continue
        for state in live_states(words, status, NOW):
            strip = LiveStrip(theme)
            strip.show_state(state)
            column.addWidget(strip)
    column.addStretch(1)
    sheet.setFixedWidth(width)
    sheet.show()
    for _ in range(6):
        QApplication.processEvents()
    if column.hasHeightForWidth():
        sheet.setFixedHeight(column.heightForWidth(width))
    for _ in range(6):
        QApplication.processEvents()
    return sheet


if __name__ == "__main__":
    draw(QApplication(sys.argv[:1]), Path(sys.argv[1]), sys.argv[2:])
