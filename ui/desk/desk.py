"""The desk: connects what the window's people want with the actions, and shows what comes back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess

from app.domain.beat import Beat
from app.domain.instant import Instant
from app.machine.outlooks import Outlooks
from app.machine.own_program import own_program
from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk.accounts.side import AccountsSide
from ui.desk.around import wire_around
from ui.desk.books import Books
from ui.desk.call_logs_wiring import wire_call_logs
from ui.desk.company.side import CompanySide
from ui.desk.corrections import Corrections
from ui.desk.duplicates import Duplicates
from ui.desk.erasing import Erasing
from ui.desk.figures import Figures
from ui.desk.files import FileQuestions
from ui.desk.first_run import FirstRun, wire_first_run
from ui.desk.imports import Imports
from ui.desk.imports_wiring import wire_imports
from ui.desk.keeping import Keeping
from ui.desk.keeping_wiring import wire_keeping
from ui.desk.keys import wire_keys
from ui.desk.live.side import Computer, LiveSide
from ui.desk.live.wiring import wire_live
from ui.desk.look import Look, View
from ui.desk.mapping import Mappings
from ui.desk.native import NativeWords
from ui.desk.notice_wiring import make_notices, wire_notices
from ui.desk.overview import make_wishes, wire_overview
from ui.desk.pages import Pages
from ui.desk.palette import Palettes, wire_palette
from ui.desk.plans import Plans
from ui.desk.preferences import Preferences
from ui.desk.receipts import Receipts
from ui.desk.rolling_out import RollingOut
from ui.desk.schedule import Schedule
from ui.desk.settings import SettingsDesk
from ui.desk.settings_wiring import wire_settings
from ui.desk.showing import shown_now
from ui.desk.snapshot import Shown, keep_snapshot
from ui.desk.strip import StripDesk, wire_strip
from ui.desk.told import Told
from ui.desk.tray import make_tray, wire_tray
from ui.desk.typed import typed_pages, wire_typed
from ui.desk.updated import Updated
from ui.desk.updates import Updates
from ui.desk.updates_wiring import wire_updates
from ui.desk.wiring import wire_accounts, wire_changes, wire_company, wire_pages
from ui.shell.picture import LastPage, keep_last_page
from ui.theme.theme import Theme
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from app.machine.secrets import Secrets


class Desk(QObject):
    """Owns the worker and everything that reads or writes for one window."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        now: Callable[[], Instant],
        secrets: "Callable[[], Secrets]",
        *,
        beat: Callable[[], Beat],
    ) -> None:
        super().__init__(window)
        self.window, self._theme, self._preferences = window, theme, preferences
        self._lane = Lane(self)
        self._files, self._native = FileQuestions(), NativeWords()
        self._native.speak(self._spoken().language.code)
        self._books = Books(preferences.folder, now, beat)
        self._make_readers(beat)
        self._make_sides(secrets, beat)
        self._make_pages(now)
        self.wishes = make_wishes(self, preferences, self._books)
        self.pausing, self.tray = make_tray(self, preferences, now)
        self.updates = Updates(window, theme, preferences, now)
        self.updated = Updated(window, theme, preferences)
        self.notices = make_notices(self, preferences, self)
        self.strip = StripDesk(window, theme, preferences, figures=self.figures, beat=beat)
        self._connect()

    def _make_readers(self, beat: Callable[[], Beat]) -> None:
        """Make what reads the ledger and changes entries, in windows of its own."""
        window, theme, preferences = self.window, self._theme, self._preferences
        books, lane = self._books, self._lane
        look = Look(
            preferences.words,
            preferences.snoozes,
            Outlooks(preferences.settings),
            zone=lambda: preferences.machine_zone,
            beat=beat,
        )
        figures = self.figures = Figures(lane, books, look, self)
        self.imports = Imports(preferences.folder, self._spoken, self)
        self.told = Told(window, preferences, lambda: self.keeping.ask("restore"))
        self.receipts = Receipts(window, self._spoken, books=books, lane=lane)
        self.plans = Plans(window, theme, preferences, books=books, lane=lane)
        self.keeping = Keeping(window, preferences, books=books, lane=lane, figures=figures)
        self.schedule = Schedule(preferences, self, books=books, lane=lane, figures=figures)
        self.mappings = Mappings(window, theme, preferences, books=books, lane=lane)
        self.corrections = Corrections(window, theme, self._spoken, books=books, lane=lane)
        self.duplicates = Duplicates(window, theme, self._spoken, books, lane)
        self.erasing = Erasing(window, theme, preferences, books, lane)

    def _make_sides(self, secrets: "Callable[[], Secrets]", beat: Callable[[], Beat]) -> None:
        """Make what talks with the plan server, with providers and with softphones."""
        window, theme, preferences = self.window, self._theme, self._preferences
        books, lane = self._books, self._lane
        self.company = CompanySide(
            window, theme, preferences, books=books, lane=lane, secrets=secrets
        )
        self.accounts = AccountsSide(
            window, theme, preferences, company=self.company, books=books, lane=lane
        )
        computer = Computer(beat, secrets)
        self.live = LiveSide(window, theme, preferences, computer, books=books, lane=lane)

    def _make_pages(self, now: Callable[[], Instant]) -> None:
        """Make what serves the pages, the palette and the first steps."""
        window, preferences = self.window, self._preferences
        books, lane = self._books, self._lane
        self.pages = Pages(window, preferences, now, self.company.lane, self.accounts)
        self.settings = SettingsDesk(window, preferences, self.company.lane)
        self.dial, self.text = typed_pages(window, preferences, books=books, lane=lane)
        self.palette = Palettes(window, self._theme, preferences, now)
        self.rolling_out = RollingOut(preferences, lane, self)
        self.first_run = FirstRun(
            window, preferences, self.pages, self.company, books=books, lane=lane
        )

    def start(self) -> None:
        """Begin to read and to watch the ledger."""
        self.figures.start()
        self.schedule.start()
        self.rolling_out.start()
        self.pages.prepare()
        self.erasing.start()
        self.tray.start()
        self.updates.start()

    def spoken(self) -> str:
        """Return the main figure in a sentence, "" before there is one."""
        gauge = self.figures.view.state.gauge if self.figures.view else None
        return gauge.spoken if gauge else ""

    def close(self, page: LastPage | None) -> None:
        """Stop everything, keep the page for the next start, and close the ledger."""
        if page is not None:
            keep_last_page(self._preferences.folder, page)
        self.updates.close()
        self.updated.close()
        self.live.close()
        self.strip.close()
        self.notices.close()
        self.tray.stop()
        self.figures.stop()
        self.plans.stop()
        self.imports.close()
        self.keeping.close()
        self.corrections.close()
        self.pages.close()
        self.palette.close()
        self.accounts.close()
        self.company.close()
        self.duplicates.close()
        self.erasing.close()
        self.schedule.close()
        if self.figures.view is not None:
            keep_snapshot(self._preferences.folder, self._shown(self.figures.view))
        self._lane.close(self._books.close)

    def _connect(self) -> None:
        self._connect_reading()
        self._connect_menus()
        wire_keeping(self)
        wire_imports(self)
        wire_overview(self)
        wire_typed(self)
        wire_pages(self)
        wire_company(self)
        wire_accounts(self)
        wire_changes(self)
        wire_around(self)
        wire_live(self)
        wire_settings(self, self._preferences, self._theme)
        wire_call_logs(self, self._preferences)
        wire_tray(self)
        wire_updates(self)
        wire_strip(self)
        wire_notices(self, self._preferences)
        wire_palette(self)
        wire_first_run(self)
        wire_keys(self, self._preferences, self._theme)

    def _spoken(self) -> Words:
        return self._preferences.words

    def _connect_reading(self) -> None:
        self.figures.read.connect(self._on_read)
        self.figures.failed.connect(self.told.problem)
        self._preferences.watch(self.figures.judge)
        self.mappings.serve(self.imports, self._files)
        self._lane.broke.connect(self.told.fault)

    def renew(self) -> None:
        """Read everything again: entries or plans were changed from this window."""
        self.figures.refresh()
        self.pages.renew()
        self.receipts.renew()

    def _connect_menus(self) -> None:
        window = self.window
        window.import_asked.connect(self.bring_in)
        window.export_asked.connect(self.export)
        window.files_dropped.connect(self.imports.bring_in)
        window.theme_chosen.connect(self._on_theme)
        window.language_chosen.connect(self._on_language)
        window.about_asked.connect(self.told.about)

    def _on_read(self, view: View) -> None:
        self.show_step(view)
        self.pages.follow()

    def show_step(self, view: View) -> None:
        """Show the overview anew: the ledger was read, or a minute of an open call began."""
        shown = self._shown(view)
        self.window.show_window(shown.window)
        self.window.show_overview(shown.page)

    def _shown(self, view: View) -> Shown:
        return shown_now(self, view, self._preferences, self._theme)

    def bring_in(self) -> None:
        """Ask for files and import them."""
        self.imports.bring_in(self._files.which_to_read(self.window, self._spoken()))

    def export(self, options: Sequence[str] = ()) -> None:
        """Ask for a file and write the entries to it that options of the command select."""
        narrowed = bool(options)
        file = self._files.which_to_write(self.window, self._spoken(), narrowed=narrowed)
        if file is not None:
            self.imports.write_out(file, options)

    def _on_theme(self, choice: str) -> None:
        self._preferences.choose_theme(choice)
        self._theme.choose(type(self._theme.choice)(choice))
        self.show_again()

    def _on_language(self, language: str) -> None:
        self._preferences.choose_language(language)
        self.speak()

    def speak(self) -> None:
        """Say everything anew: another language, or numbers masked."""
        self._native.speak(self._spoken().language.code)
        self.figures.speak(self._spoken())
        self.pages.speak()
        self.company.news.speak()
        self.accounts.speak()
        self.live.speak()
        self.show_again()

    def show_again(self) -> None:
        """Show the same figures anew."""
        if self.figures.view is not None:
            self._on_read(self.figures.view)

    def show_around(self) -> None:
        """Show the window around its pages anew."""
        if self.figures.view is not None:
            self.window.show_window(self._shown(self.figures.view).window)

    def show_sample(self) -> None:
        """Open a window with a sample month."""
        program, *arguments = own_program(self._preferences.environ)
        QProcess.startDetached(program, [*arguments, "demo"])
