"""The desk: connects what the window's people want with the actions, and shows what comes back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

from app.domain.instant import Instant
from app.domain.meter import Meter
from app.wording.words import Words
from ui.background.lane import Lane
from ui.banners.banner import Snooze
from ui.desk import requests
from ui.desk.books import Books
from ui.desk.child import own_program
from ui.desk.corrections import Corrections
from ui.desk.duplicates import Duplicates
from ui.desk.erasing import Erasing
from ui.desk.figures import Figures
from ui.desk.files import FileQuestions
from ui.desk.imports import Imports
from ui.desk.keeping import Keeping
from ui.desk.look import Look, View
from ui.desk.mapping import Mappings
from ui.desk.native import NativeWords
from ui.desk.pages import Pages
from ui.desk.plans import Plans
from ui.desk.preferences import Preferences
from ui.desk.receipts import Receipts
from ui.desk.schedule import Schedule
from ui.desk.snapshot import Shown, keep_snapshot
from ui.desk.told import Told
from ui.live.start import StartedCall
from ui.shell.picture import LastPage, keep_last_page
from ui.theme.theme import Theme
from ui.window.state import window_state
from ui.window.window import MainWindow


class Desk(QObject):
    """Owns the worker and everything that reads or writes for one window."""

    def __init__(
        self, window: MainWindow, theme: Theme, preferences: Preferences, now: Callable[[], Instant]
    ) -> None:
        super().__init__(window)
        self.window = window
        self._theme = theme
        self._preferences = preferences
        self._lane = Lane(self)
        self._files = FileQuestions()
        self._native = NativeWords()
        self._native.speak(self._spoken().language.code)
        self._books = Books(preferences.folder, now)
        look = Look(preferences.words, preferences.snoozes)
        self.figures = Figures(self._lane, self._books, look, self)
        self.imports = Imports(preferences.folder, self._spoken, self)
        books, lane, figures = self._books, self._lane, self.figures
        self._told = Told(window, preferences)
        self.receipts = Receipts(window, self._spoken, books=books, lane=lane)
        self.plans = Plans(window, theme, preferences, books=books, lane=lane, meters=self._meters)
        self.keeping = Keeping(window, preferences, books=books, lane=lane, figures=figures)
        self.schedule = Schedule(preferences, self, books=books, lane=lane, figures=figures)
        self.mappings = Mappings(window, theme, preferences, books=books, lane=lane)
        self.corrections = Corrections(window, theme, self._spoken, books=books, lane=lane)
        self.duplicates = Duplicates(window, theme, self._spoken, books, lane)
        self.erasing = Erasing(window, theme, preferences, books, lane)
        self.pages = Pages(window, preferences, now)
        self._connect_reading()
        self._connect_activity()
        self._connect_keeping()
        self._connect_corrections()
        self._connect_duplicates()
        self._connect_page()
        self._connect_menus()

    def start(self) -> None:
        """Begin to read and to watch the ledger."""
        self.figures.start()
        self.schedule.start()
        self.pages.prepare()
        self.erasing.start()

    def spoken(self) -> str:
        """Return the main figure in a sentence, "" before there is one."""
        gauge = self.figures.view.state.gauge if self.figures.view else None
        return gauge.spoken if gauge else ""

    def close(self, page: LastPage | None) -> None:
        """Stop everything, keep the page for the next start, and close the ledger."""
        if page is not None:
            keep_last_page(self._preferences.folder, page)
        self.figures.stop()
        self.plans.stop()
        self.imports.close()
        self.keeping.close()
        self.corrections.close()
        self.pages.close()
        self.duplicates.close()
        self.erasing.close()
        self.schedule.close()
        if self.figures.view is not None:
            keep_snapshot(self._preferences.folder, self._shown(self.figures.view))
        self._lane.close(self._books.close)

    def _spoken(self) -> Words:
        return self._preferences.words

    def _connect_reading(self) -> None:
        self.figures.read.connect(self._on_read)
        self.figures.failed.connect(self._told.problem)
        self.imports.shown.connect(self.window.show_import)
        self.imports.people_found.connect(self.plans.ask_who)
        self.receipts.failed.connect(self._told.problem)
        self.plans.failed.connect(self._told.problem)
        self.plans.changed.connect(self.figures.refresh)
        self.plans.rested.connect(self._on_rested)
        self.mappings.failed.connect(self._told.problem)
        self.mappings.serve(self.imports, self._files)
        self._lane.broke.connect(self._told.fault)

    def _on_rested(self) -> None:
        self.window.show_import(self.imports.row)

    def _connect_page(self) -> None:
        page, row = self.window.page, self.window.import_row
        page.why_asked.connect(self._on_why)
        page.receipt_asked.connect(self.receipts.open)
        page.snoozed.connect(self._on_snoozed)
        page.folded.connect(self._on_folded)
        page.unfolded.connect(self._on_unfolded)
        page.call_started.connect(self._on_call_started)
        page.call_ended.connect(self._on_call_ended)
        page.sample_asked.connect(self._on_sample)
        row.cancelled.connect(self.imports.cancel)
        row.put_away.connect(self.imports.put_away)
        row.refusals_asked.connect(self.imports.show_refusals)

    def _connect_keeping(self) -> None:
        self.window.keeping_asked.connect(self.keeping.ask)
        self.keeping.told.connect(self._told.sentence)
        self.keeping.failed.connect(self._told.problem)
        self.keeping.moved.connect(self._on_moved)
        self.schedule.failed.connect(self._told.problem)
        self.window.erasing_asked.connect(self.erasing.ask)
        self.erasing.told.connect(self._told.sentence)
        self.erasing.failed.connect(self._told.problem)
        self.erasing.erased.connect(self._on_corrected)

    def _on_moved(self, folder: Path) -> None:
        self.imports.folder = folder
        self.pages.move(folder)

    def _connect_activity(self) -> None:
        pages = self.pages
        pages.receipt_asked.connect(self.receipts.show)
        pages.change_asked.connect(self.corrections.correct)
        pages.erase_asked.connect(self.erasing.of_entry)
        pages.export_asked.connect(self._on_export)
        pages.import_asked.connect(self._on_import)
        pages.sample_asked.connect(self._on_sample)
        pages.duplicates_asked.connect(self.duplicates.open)
        pages.said.connect(self._told.sentence)
        pages.failed.connect(self._told.problem)
        pages.broke.connect(self._told.fault)
        self.keeping.let_go = pages.let_go

    def _connect_corrections(self) -> None:
        self.window.action_asked.connect(self._on_action)
        self.window.undo_asked.connect(self.corrections.undo)
        self.corrections.changed.connect(self._on_corrected)
        self.corrections.failed.connect(self._told.problem)

    def _connect_duplicates(self) -> None:
        self.window.page.insert_news(self.duplicates.row)
        self.window.duplicates_asked.connect(self.duplicates.open)
        self.figures.read.connect(self.duplicates.refresh)
        self.duplicates.changed.connect(self._on_corrected)
        self.duplicates.failed.connect(self._told.problem)

    def _on_action(self, key: str, entry_id: str) -> None:
        """Do what a receipt offers; the key of a parting names the other entry after a colon."""
        what, _, other = key.partition(":")
        if what == "apart":
            self.duplicates.part(int(entry_id), int(other))
        elif what == "erase":
            self.erasing.of_entry(entry_id)
        else:
            self.corrections.act(key, entry_id)

    def _on_corrected(self) -> None:
        self.figures.refresh()
        self.pages.renew()
        self.receipts.renew()

    def _connect_menus(self) -> None:
        window = self.window
        window.import_asked.connect(self._on_import)
        window.export_asked.connect(self._on_export)
        window.files_dropped.connect(self.imports.bring_in)
        window.plan_asked.connect(self.plans.choose)
        window.theme_chosen.connect(self._on_theme)
        window.language_chosen.connect(self._on_language)
        window.about_asked.connect(self._told.about)
        window.quit_asked.connect(self._on_quit)

    def _on_read(self, view: View) -> None:
        shown = self._shown(view)
        self.window.show_window(shown.window)
        self.window.show_overview(shown.page)
        self.pages.follow()

    def _shown(self, view: View) -> Shown:
        theme, language = self._theme.choice.value, self._preferences.language
        around = window_state(self._spoken(), view.status, theme=theme, language=language)
        return Shown(view.state, around)

    def _meters(self) -> tuple[Meter, ...]:
        view = self.figures.view
        return view.status.meters if view else ()

    def _on_why(self, meter_id: str) -> None:
        for meter in self._meters():
            if meter.id == meter_id:
                self.receipts.why(meter)
                return

    def _on_snoozed(self, snooze: Snooze) -> None:
        self._preferences.snooze(snooze.kind, snooze.meter, snooze.until)
        self.figures.snooze(self._preferences.snoozes)

    def _on_folded(self, kind: str) -> None:
        self.figures.fold(kind, folded=True)

    def _on_unfolded(self, kind: str) -> None:
        self.figures.fold(kind, folded=False)

    def _on_call_started(self, started: StartedCall) -> None:
        self.plans.change(requests.start_call(self._books, started))

    def _on_call_ended(self, call_id: str) -> None:
        self.plans.change(requests.end_call(self._books, call_id))

    def _on_import(self) -> None:
        self.imports.bring_in(self._files.which_to_read(self.window, self._spoken()))

    def _on_export(self, options: Sequence[str] = ()) -> None:
        narrowed = bool(options)
        file = self._files.which_to_write(self.window, self._spoken(), narrowed=narrowed)
        if file is not None:
            self.imports.write_out(file, options)

    def _on_theme(self, choice: str) -> None:
        self._preferences.choose_theme(choice)
        self._theme.choose(type(self._theme.choice)(choice))
        self._show_again()

    def _on_language(self, language: str) -> None:
        self._preferences.choose_language(language)
        self._native.speak(self._spoken().language.code)
        self.figures.speak(self._spoken())
        self.pages.speak()
        self._show_again()

    def _show_again(self) -> None:
        if self.figures.view is not None:
            self._on_read(self.figures.view)

    def _on_sample(self) -> None:
        program, *arguments = own_program()
        QProcess.startDetached(program, [*arguments, "demo"])

    def _on_quit(self) -> None:
        self.window.window().close()
