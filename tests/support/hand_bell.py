"""A bell that a test hears, and figures that a test sets."""

from typing import Any

from PySide6.QtCore import QObject
from typing_extensions import override

from app.actions.overview import Overview
from app.domain.instant import Instant
from app.domain.meter import LiveCall, Meter, Status, Trust
from tests.support.meters import NOW
from ui.desk.look import View
from ui.notices.bell import Bell, Notice


class HandBell(Bell):
    """Remembers what it rang; ``stands`` is what nobody took back yet."""

    def __init__(self, *, presenting: bool | None = False) -> None:
        super().__init__()
        self.rung: list[Notice] = []
        self.stands: dict[str, Notice] = {}
        self.woken = 0
        self.presents = presenting

    @property
    @override
    def presenting(self) -> bool | None:
        return self.presents

    @override
    def wake(self) -> None:
        self.woken += 1

    @override
    def ring(self, notice: Notice) -> None:
        self.rung.append(notice)
        self.stands[notice.slot] = notice

    @override
    def withdraw(self, slot: str) -> None:
        self.stands.pop(slot, None)

    @property
    def titles(self) -> list[str]:
        return [notice.title for notice in self.rung]


class HandFigures(QObject):
    """Figures as a test sets them."""

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None

    def show(
        self,
        *meters: Meter,
        trust: Trust = Trust.FRESH,
        now: Instant = NOW,
        live: tuple[LiveCall, ...] = (),
        **more: Any,
    ) -> None:
        """Let these be the figures."""
        status = Status(now, trust, meters, (), live, **more)
        self.view = View(now, Overview(status, ()), None)  # type: ignore[arg-type]  # no page
