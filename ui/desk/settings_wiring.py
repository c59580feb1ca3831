"""What the Settings page asks of other parts of the desk, and who hears of a choice."""

from typing import TYPE_CHECKING, Protocol

from app.machine.settings import Settings
from app.wording.words import Words
from ui.desk.keeping import Keeping
from ui.desk.live.side import LiveSide
from ui.desk.pages import Pages
from ui.desk.palette import Palettes
from ui.desk.preferences import Preferences
from ui.desk.settings import SettingsDesk
from ui.desk.told import Told
from ui.desk.tray import Tray
from ui.desk.updates import Updates
from ui.theme.theme import Theme
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.palette.state import PaletteLine


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    pages: Pages
    keeping: Keeping
    settings: SettingsDesk
    told: Told
    palette: Palettes
    tray: Tray
    live: LiveSide
    updates: Updates

    def renew(self) -> None:
        """Read everything again."""

    def speak(self) -> None:
        """Say everything anew: another language, or numbers masked."""


def wire_settings(desk: Desk, preferences: Preferences, theme: Theme) -> None:
    """Connect the page, and let what is chosen about the window hold at once."""
    desk.pages.serve("settings", desk.settings)
    _wire_page(desk, desk.settings)
    desk.palette.more.append(lambda: _lines(preferences.words))
    desk.palette.setting_asked.connect(lambda key: _bring(desk, key))
    masked = preferences.settings.mask_numbers

    def on_settings(settings: Settings) -> None:
        nonlocal masked
        theme.size_text(settings.text_percent)
        theme.rest(rests=settings.calm == "always")
        if settings.mask_numbers != masked:
            masked = settings.mask_numbers
            _mask(desk, preferences)
        # Once more: what is as wide as so many digits has another width by now.
        desk.settings.show_again()

    preferences.watch(on_settings)


def _wire_page(desk: Desk, settings: "SettingsDesk") -> None:
    settings.tray_stands = lambda: desk.tray.stands
    settings.phones = desk.live.choices.phones
    desk.live.choices.changed.connect(settings.show_again)
    settings.may_read = lambda: not desk.keeping.is_alone
    desk.keeping.told.connect(lambda _: settings.follow())
    desk.keeping.moved.connect(lambda _: settings.show_again())
    settings.asked.connect(lambda key: _ask(desk, key))
    settings.theme_chosen.connect(desk.window.theme_chosen)
    settings.language_chosen.connect(desk.window.language_chosen)
    settings.changed.connect(desk.renew)
    settings.failed.connect(desk.told.problem)


def _lines(words: Words) -> "tuple[PaletteLine, ...]":
    """Name the settings for who looks one up."""
    # Here because no first frame needs them.
    from ui.palette.state import PaletteLine
    from ui.settings.state import settings_lines

    page = words.say("Settings")
    return tuple(
        PaletteLine(f"setting:{key}", label, page, mark="settings")
        for key, label in settings_lines(words)
    )


def _bring(desk: Desk, key: str) -> None:
    desk.pages.go_to("settings")
    desk.settings.bring(key)


def _ask(desk: Desk, key: str) -> None:
    """Do what a line of a menu would do."""
    subject, _, what = key.partition(".")
    window = desk.window
    if subject == "keep":
        window.keeping_asked.emit(what)
    elif subject == "erase":
        window.erasing_asked.emit(what)
    elif subject == "page":
        window.page_chosen.emit(what)
    elif subject == "live":
        desk.live.choices.act(what)
    elif subject == "updates":
        desk.updates.act(what)


def _mask(desk: Desk, preferences: Preferences) -> None:
    """Say everything anew, and keep no picture with what is masked now."""
    if preferences.settings.mask_numbers:
        # Here because few ever mask.
        from app.actions.erase_files import forget_pictures

        forget_pictures(preferences.folder)
    desk.speak()
