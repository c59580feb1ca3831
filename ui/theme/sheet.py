"""The style sheet: one rule for each named part of the window, filled from the tokens.

Widgets say what they are with the property ``part``; nothing here depends on a class of ours.
"""

from dataclasses import asdict

from ui.theme.tokens import Tokens, edge, ground
from ui.theme.tone import Tone

_FRAMES = """
QMainWindow, QWidget[part="page"] {{ background: {ground}; }}
QScrollArea, QWidget[part="clear"] {{ background: transparent; border: none; }}
QFrame[part="card"], QAbstractButton[part="card"] {{ background: {card};
    border: 1px solid {hairline}; border-radius: 12px; }}
QAbstractButton[part="card"]:hover {{ border-color: {edge}; }}
QFrame[part="card"]:focus, QAbstractButton[part="card"]:focus {{ border: 2px solid {accent}; }}
QFrame[part="rail"] {{ background: {card}; border: none; border-right: 1px solid {hairline}; }}
QFrame[part="sheet"] {{ background: {card}; border: none; border-left: 1px solid {hairline}; }}
QFrame[part="palette-card"] {{ background: {card}; border: 1px solid {edge};
    border-radius: 12px; }}
QFrame[part="strip"] {{ background: {card}; border: 1px solid {edge}; }}
QFrame[part="strip"]:focus {{ border: 2px solid {accent}; }}
QFrame[part="sheet"]:focus {{ border-left: 3px solid {accent}; }}
QFrame[part="line"] {{ background: {hairline}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[part="drop"] {{ background: {accent_ground}; border: 2px dashed {accent};
    border-radius: 12px; }}
"""

_TEXTS = """
QLabel {{ color: {text}; background: transparent; }}
QLabel[ink="soft"] {{ color: {soft}; }}
QLabel[ink="faint"] {{ color: {soft}; }}
QLabel[ink="near"] {{ color: {near}; }}
QLabel[ink="billed"], QLabel[ink="stop"] {{ color: {billed}; }}
QLabel[part="key"] {{ background: {hover}; border: 1px solid {edge}; border-radius: 5px;
    padding: 1px 6px; }}
QToolTip {{ color: {text}; background: {card}; border: 1px solid {edge}; padding: 4px; }}
"""

_CONTROLS = """
QPushButton {{ color: {text}; background: {card}; border: 1px solid {edge}; border-radius: 7px;
    padding: 6px 12px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {track}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 5px 11px; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton[part="main"] {{ color: {on_accent}; background: {accent}; border-color: {accent}; }}
QPushButton[part="main"]:disabled {{ color: {faint}; background: {track};
    border-color: {track}; }}
QPushButton[part="main"]:focus {{ border: 2px solid {text}; padding: 2px;
    background-clip: content; }}
QPushButton[part="segment"]:checked {{ background: {accent_ground}; border-color: {accent}; }}
QPushButton[part="segment"]:checked:focus {{ border: 2px solid {accent}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[part="plain"] {{ background: transparent; border-color: transparent; padding: 4px; }}
QPushButton[part="plain"]:hover {{ background: {hover}; }}
QPushButton[part="plain"]:focus {{ border: 2px solid {accent}; padding: 3px; }}
QLineEdit, QComboBox, QSpinBox, QDateEdit {{ color: {text}; background: {card};
    border: 1px solid {faint}; border-radius: 7px; padding: 6px 10px; min-height: 17px;
    placeholder-text-color: {soft}; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{
    border: 2px solid {accent}; padding: 5px 9px; }}
QPlainTextEdit {{ color: {text}; background: {card}; border: 1px solid {faint}; border-radius: 7px;
    padding: 3px 6px; placeholder-text-color: {soft}; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 2px 5px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox QLineEdit, QSpinBox QLineEdit, QDateEdit QLineEdit {{ background: transparent;
    border: none; padding: 0; }}
QDateEdit::up-button, QDateEdit::down-button {{ background: transparent; border: none; width: 0; }}
QSpinBox::up-button, QSpinBox::down-button {{ background: transparent; border: none;
    width: 30px; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QComboBox QAbstractItemView {{ color: {text}; background: {card}; border: 1px solid {edge};
    padding: 4px; outline: none; selection-background-color: {accent_ground};
    selection-color: {text}; }}
QComboBox QAbstractItemView::item {{ padding: 4px 6px; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected {{ color: {text}; background: {accent_ground}; }}
QMenuBar {{ color: {text}; background: {ground}; border-bottom: 1px solid {hairline}; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ color: {text}; background: {card}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 6px 26px 6px 22px; border-radius: 6px; }}
QMenu::item:selected {{ background: {accent_ground}; color: {text}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 8px; }}
QProgressBar {{ background: {track}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar[part="meter"] {{ background: transparent; max-height: 20px; }}
QProgressBar[part="level"] {{ background: transparent; max-height: 16777215px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
"""

_LISTS = """
QTableView {{ color: {text}; background: transparent; border: 2px solid transparent;
    border-radius: 6px; gridline-color: transparent;
    selection-background-color: {accent_ground}; selection-color: {text}; outline: none; }}
QTableView:focus {{ border-color: {accent}; }}
QTableWidget {{ background: {card}; border: 1px solid {hairline}; border-radius: 8px; }}
QTableWidget::item {{ padding: 0 5px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableWidget QAbstractScrollArea::corner, QTableWidget::corner {{ background: transparent; }}
QTableWidget:focus {{ border: 2px solid {accent}; }}
QListView[part="palette"] {{ color: {text}; background: transparent; border: none;
    outline: none; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ color: {soft}; background: transparent; border: none;
    border-bottom: 1px solid {hairline}; padding: 6px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; min-height: 28px; min-width: 28px;
    margin: 1px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
    {{ background: transparent; border: none; width: 0; height: 0; }}
"""

_BANNER = """
QFrame[part="banner"][tone="{tone}"] {{ background: {banner_ground};
    border: 1px solid {banner_edge}; border-radius: 10px; }}
"""


def sheet(tokens: Tokens) -> str:
    """The whole style sheet in these tokens."""
    colours = asdict(tokens)
    parts = [part.format(**colours) for part in (_FRAMES, _TEXTS, _CONTROLS, _LISTS)]
    return "".join([*parts, *(_banner(tokens, tone) for tone in Tone)])


def _banner(tokens: Tokens, tone: Tone) -> str:
    return _BANNER.format(
        tone=tone, banner_ground=ground(tokens, tone), banner_edge=edge(tokens, tone)
    )
