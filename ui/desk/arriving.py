"""What a start asks of the window: its own arguments first, then those of every later start."""

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.machine.own_program import HIDDEN, QUIT, SENT_BACK
from ui.desk.raising import bring_up
from ui.instance.call import Caller, Door
from ui.instance.ear import Ear
from ui.shell.application import Application

if TYPE_CHECKING:
    from ui.desk.dial import Dial
    from ui.desk.pages import Pages


class Desk(Protocol):
    """The parts that answer."""

    pages: "Pages"
    dial: "Dial"


class Arrivals(QObject):
    """Raises a window for every later start; what is asked waits until there is a desk.

    ``quit_asked``: a later start wants the program to end.
    """

    quit_asked = Signal()

    def __init__(self, window: QWidget, arguments: tuple[str, ...], door: Door | None) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._waiting: list[Caller] = []
        self._arguments = arguments
        self._ear = Ear(door) if door is not None else None
        if self._ear is not None:
            self._ear.called.connect(self._on_called)
        application = QApplication.instance()
        if isinstance(application, Application):
            application.linked.connect(self._on_linked)

    def serve(self, desk: Desk) -> None:
        """Bring what was asked so far, and whatever comes, to a desk."""
        self._desk = desk
        arrive(desk, self._arguments)
        for caller in self._waiting:
            self._answer(desk, caller)
        self._waiting.clear()

    def close(self) -> None:
        """Listen no longer."""
        if self._ear is not None:
            self._ear.close()

    def _on_called(self, caller: Caller) -> None:
        if QUIT in caller.call.arguments:
            caller.answer()
            self.quit_asked.emit()
            return
        if caller.call.activation:
            with suppress(ValueError):  # no desktop gives one that no environment can hold
                # Where Qt looks for it when a window is activated.
                os.environ["XDG_ACTIVATION_TOKEN"] = caller.call.activation
        if HIDDEN not in caller.call.arguments:
            bring_up(self._window)
        if self._desk is None:
            self._waiting.append(caller)
        else:
            self._answer(self._desk, caller)

    def _on_linked(self, link: str) -> None:
        bring_up(self._window)
        if self._desk is None:
            self._arguments = (link,)
        else:
            arrive(self._desk, (link,))

    def _answer(self, desk: Desk, caller: Caller) -> None:
        caller.answer()
        arrive(desk, caller.call.arguments)


def arrive(desk: Desk, arguments: tuple[str, ...]) -> None:
    """Do what the arguments of a start ask for: a link to a number is looked at before a call."""
    links = [word for word in arguments if not word.startswith("-")]
    if links:
        desk.pages.go_to("dial")
        desk.dial.arrive(links[0], sent_back=SENT_BACK in arguments)
