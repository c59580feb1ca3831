"""What becomes of a line of a menu: its key is turned into the window's own news."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.window.window import MainWindow


def announce(window: "MainWindow", key: str) -> None:
    """Tell what the line of a key asks for."""
    subject, _, choice = key.partition(".")
    chosen: dict[str, SignalInstance] = {
        "theme": window.theme_chosen,
        "language": window.language_chosen,
        "page": window.page_chosen,
        "keep": window.keeping_asked,
        "erase": window.erasing_asked,
        "company": window.company_asked,
    }
    if subject == "call":
        ask_for_call(window)
    elif subject in chosen:
        chosen[subject].emit(choice)
    else:
        _announce(window, subject)


def ask_for_call(window: "MainWindow") -> None:
    """Bring the form that starts a call by hand to the front."""
    window.page_chosen.emit("overview")
    window.page.ask_for_call()


def _announce(window: "MainWindow", subject: str) -> None:
    news: dict[str, SignalInstance] = {
        "import": window.import_asked,
        "mapping": window.mapping_asked,
        "export": window.export_asked,
        "quit": window.quit_asked,
        "plan": window.plan_asked,
        "about": window.about_asked,
        "duplicates": window.duplicates_asked,
    }
    asked = news.get(subject)
    window.asked.emit(subject) if asked is None else asked.emit()
