"""What people want of the window, as its signals; a line of a menu becomes one of them."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget


class WishingWindow(QWidget):
    """Says what people want.

    ``theme_chosen`` carries "system", "light" or "dark"; ``language_chosen`` "system", "en" or
    "de"; ``keeping_asked`` the key of a line of safe keeping, ``erasing_asked`` of erasing,
    ``company_asked`` of the company's; ``page_chosen`` that of a page; ``asked`` the key of any
    other line of a menu.
    """

    import_asked = Signal()
    mapping_asked = Signal()
    export_asked = Signal()
    quit_asked = Signal()
    plan_asked = Signal()
    about_asked = Signal()
    duplicates_asked = Signal()
    keeping_asked = Signal(str)
    erasing_asked = Signal(str)
    page_chosen = Signal(str)
    company_asked = Signal(str)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    asked = Signal(str)

    def announce(self, key: str) -> None:
        """Turn the key of a menu's line into its news."""
        subject, _, choice = key.partition(".")
        chosen: dict[str, SignalInstance] = {
            "theme": self.theme_chosen,
            "language": self.language_chosen,
            "page": self.page_chosen,
            "keep": self.keeping_asked,
            "erase": self.erasing_asked,
            "company": self.company_asked,
        }
        if subject in chosen:
            chosen[subject].emit(choice)
        else:
            self._announce(subject)

    def _announce(self, subject: str) -> None:
        news: dict[str, SignalInstance] = {
            "import": self.import_asked,
            "mapping": self.mapping_asked,
            "export": self.export_asked,
            "quit": self.quit_asked,
            "plan": self.plan_asked,
            "about": self.about_asked,
            "duplicates": self.duplicates_asked,
        }
        asked = news.get(subject)
        self.asked.emit(subject) if asked is None else asked.emit()
