"""The palette connected: what it finds, and what becomes of a line that was chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.filters import Filters
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.domain.search import folded
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.dial import Dial
from ui.desk.menu_lines import menu_lines
from ui.desk.pages import Pages
from ui.desk.preferences import Preferences
from ui.desk.receipts import Receipts
from ui.desk.told import Told
from ui.theme.theme import Theme
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.palette_requests import FindWork
    from ui.palette.overlay import Palette
    from ui.palette.state import PaletteLine

#: Typing rests for so long before the ledger is asked.
_REST_MS = 140
#: Fewer signs would be in most entries.
_LEAST = 2
_USED, _MOST_USED = "palette_used", 6


class Palettes(QObject):
    """Opens the palette over one window, with a lane of its own from the first search on.

    ``entry_asked`` carries an entry's id, ``words_asked`` what to look for among all entries,
    ``number_asked`` a number to look at before it is dialled, ``phone_asked`` one to be dialled,
    ``call_asked`` one that is on the line, ``setting_asked`` a setting's key; ``failed`` a
    Problem, ``broke`` a fault.
    """

    entry_asked = Signal(str)
    words_asked = Signal(str)
    number_asked = Signal(str)
    phone_asked = Signal(str)
    call_asked = Signal(str)
    setting_asked = Signal(str)
    failed = Signal(object)
    broke = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        now: Callable[[], Instant],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._now = now
        #: Lines that other parts of the window add; asked for at each opening.
        self.more: list[Callable[[], tuple[PaletteLine, ...]]] = []
        self._palette: Palette | None = None
        self._lane: Lane | None = None
        self._work: FindWork | None = None
        self._fixed: tuple[PaletteLine, ...] = ()
        self._found: tuple[PaletteLine, ...] = ()
        self._typed = ""
        self._searching = False
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._search)

    @property
    def palette(self) -> "Palette":
        """The palette, made when it is first wanted."""
        if self._palette is None:
            # Here because no first frame needs it.
            from ui.palette.overlay import Palette

            self._palette = made = Palette(self._theme, self._window)
            made.typed.connect(self._on_typed)
            made.chosen.connect(self._on_chosen)
            made.closed.connect(self._on_closed)
        return self._palette

    def open(self) -> None:
        """Open the palette, or bring it back to its beginning."""
        self._typed, self._found, self._searching = "", (), False
        # Here because no first frame needs them.
        from ui.desk.palette_lines import window_lines

        more = (line for add in self.more for line in add())
        self._fixed = (*window_lines(self._window), *more)
        self.palette.open()
        self._show()

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger, then do something on the main thread."""
        if self._palette is not None:
            self._palette.close_up()
        if self._lane is None or self._work is None:
            then()
        else:
            self._lane.run(self._work.close, lambda _: then(), lambda _: then())

    def move(self, folder: Path) -> None:
        """Read another data folder from now on."""
        if self._work is not None:
            self._work.move(Books(folder, self._now))

    def close(self) -> None:
        """Stop everything."""
        self._rest.stop()
        if self._lane is not None and self._work is not None:
            self._work.interrupt()
            self._lane.close(self._work.close)

    def _show(self, *, keep: bool = False) -> None:
        # Here because no first frame needs it.
        from ui.palette.state import Sought, palette_state

        sought = Sought(self._typed, self._fixed, self._found, self._searching, self._used())
        self.palette.show_state(palette_state(self._preferences.words, sought), keep=keep)

    def _on_typed(self, typed: str) -> None:
        self._typed = typed
        self._found = ()
        if self._work is not None:
            self._work.interrupt()
        self._searching = len(folded(typed)) >= _LEAST
        if self._searching:
            self._rest.start()
        else:
            self._rest.stop()
        self._show()

    def _search(self) -> None:
        lane, work = self._reader()
        typed = self._typed
        lane.run(
            work.find(typed, self._preferences.words),
            lambda found: self._on_found(typed, found),
            self._on_unfound,
        )

    def _on_found(self, typed: str, found: "tuple[PaletteLine, ...] | None") -> None:
        if typed == self._typed and found is not None:
            self._found, self._searching = found, False
            self._show(keep=True)

    def _on_unfound(self, problem: Problem) -> None:
        self._searching = False
        self.palette.close_up()
        self.failed.emit(problem)

    def _on_closed(self) -> None:
        """Leave the file alone while nobody looks for anything."""
        self._rest.stop()
        if self._lane is not None and self._work is not None:
            self._work.interrupt()
            self._lane.run(self._work.close, lambda _: None, self.failed.emit)

    def _on_chosen(self, key: str) -> None:
        kind, _, of = key.partition(":")
        if kind == "menu":
            self._keep_used(key)
            self._trigger(of)
            return
        news = {
            "entry": self.entry_asked,
            "who": self.words_asked,
            "all": self.words_asked,
            "dial": self.number_asked,
            "phone": self.phone_asked,
            "call": self.call_asked,
            "setting": self.setting_asked,
        }
        news[kind].emit(of)

    def _trigger(self, key: str) -> None:
        for line in menu_lines(self._window):
            if line.key == key and line.enabled:
                line.action.trigger()
                return

    def _reader(self) -> "tuple[Lane, FindWork]":
        if self._lane is None or self._work is None:
            # Here because no first frame needs it.
            from ui.desk.palette_requests import FindWork

            books = Books(self._preferences.folder, self._now)
            self._work = FindWork(books, lambda: self._preferences.machine_zone)
            self._lane = Lane(self, name="palette-lane")
            self._lane.broke.connect(self.broke)
        return self._lane, self._work

    def _used(self) -> tuple[str, ...]:
        kept = self._preferences.kept(_USED)
        return tuple(str(key) for key in kept) if isinstance(kept, list) else ()

    def _keep_used(self, key: str) -> None:
        used = [key, *(each for each in self._used() if each != key)]
        self._preferences.keep(_USED, used[:_MOST_USED])


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    palette: Palettes
    pages: Pages
    receipts: Receipts
    dial: Dial
    told: Told


def wire_palette(desk: Desk) -> None:
    """Connect the palette with what its lines open."""
    palette = desk.palette
    desk.window.asked.connect(lambda key: palette.open() if key == "palette" else None)
    palette.entry_asked.connect(desk.receipts.open)
    palette.words_asked.connect(lambda words: _look_for(desk, words))
    palette.number_asked.connect(desk.dial.look_at)
    palette.phone_asked.connect(desk.dial.call)
    palette.failed.connect(desk.told.problem)
    palette.broke.connect(desk.told.fault)
    palette.call_asked.connect(lambda number: _begin_call(desk, number))


def _look_for(desk: Desk, words: str) -> None:
    desk.pages.go_to("activity")
    desk.pages.activity.look_for(Filters(words=words))


def _begin_call(desk: Desk, number: str) -> None:
    desk.pages.go_to("overview")
    desk.window.page.ask_for_call(number)
