"""The lines of the palette that are there without a search: those of the menus."""

from app.wording.language import Language
from app.wording.words import words_in
from ui.desk.menu_lines import menu_lines, plain_words
from ui.palette.state import PaletteLine, with_synonyms
from ui.window.state import Around, CompanyAround, window_state
from ui.window.window import MainWindow

_LANGUAGES = (Language("en", "US"), Language("de", "DE"))
_MARKS = {
    "call": "phone",
    "import": "import",
    "plan": "plan",
    "quit": "close",
    "page.overview": "gauge",
    "page.activity": "list",
    "page.plan": "plan",
    "page.accounts": "plug",
    "page.dial": "keypad",
    "page.text": "text",
    "page.settings": "settings",
}


def window_lines(window: MainWindow) -> tuple[PaletteLine, ...]:
    """Return what the menus of a window offer now, pages first: they are gone to most."""
    others = _in_all_languages()
    lines = [
        with_synonyms(
            PaletteLine(
                f"menu:{line.key}",
                ": ".join((*line.menus[1:], line.text.rstrip("…"))),
                line.menus[0],
                line.shortcut,
                _MARKS.get(line.key, ""),
            ),
            *others.get(line.key, ()),
        )
        for line in menu_lines(window)
        if line.enabled and line.key != "palette"
    ]
    return tuple(sorted(lines, key=lambda line: not line.key.startswith("menu:page.")))


def _in_all_languages() -> dict[str, tuple[str, ...]]:
    """Return the words of every line in every language, by its key."""
    company = CompanyAround("", owner=True, share=True)
    found: dict[str, tuple[str, ...]] = {}
    for language in _LANGUAGES:
        for around in (Around(company, accounts=True), Around(accounts=True)):
            for menu in window_state(words_in(language), None, around=around).menus:
                for item in menu.items:
                    text = plain_words(f"{item.group} {item.text}".strip()).rstrip("…")
                    found[item.key] = (*found.get(item.key, ()), text)
    return found
