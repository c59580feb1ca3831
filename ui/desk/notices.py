"""Notices of the window's figures: what is due now, how long it waits, and what a click opens."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.instant import MINUTE, Instant
from app.domain.meter import Meter, Status, Trust
from app.domain.notice import NoticeKey, Seen, Standing, adopt, due, holds, wanted
from app.domain.notice_hold import Hold, hold_of
from app.machine.settings import NEVER
from app.wording.dates import local
from app.wording.notices import kind_of, none_shown
from ui.banners.banner import Snooze
from ui.desk.figures import Figures
from ui.desk.look import View
from ui.desk.notice_texts import SAMPLE, TROUBLE, NoticeTexts, sample, slot_of
from ui.desk.preferences import Preferences
from ui.desk.told_notices import read_told, written
from ui.notices.bell import LATER, Bell, Notice

_HOUR = 60 * MINUTE
_TOLD = "notices_told"


class Notices(QObject):
    """Rings the bell when the figures call for it.

    ``wanted_page`` carries the key of a page to bring to the front, and the token that lets it;
    ``why_asked`` the key of a meter; ``snoozed`` a :class:`ui.banners.banner.Snooze`;
    ``sample_missed`` why no sample could be shown. ``account``: whose figures they are;
    ``is_paused`` tells whether notices wait.
    """

    wanted_page = Signal(str, str)
    why_asked = Signal(str)
    snoozed = Signal(object)
    sample_missed = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        bell: Bell,
        parent: QObject,
        *,
        figures: Figures,
        account: Callable[[], str] = lambda: "",
        is_paused: Callable[[Instant], bool] = lambda _: False,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._bell, self._figures = preferences, bell, figures
        self._account, self._is_paused = account, is_paused
        self._told = read_told(preferences.kept(_TOLD))
        #: Whose state was adopted, ``None`` before the first look.
        self._adopted: str | None = None
        self._waits = False
        self._seen = Seen(Trust.LOCAL, NEVER)
        self._hold: Hold | None = None
        self._shown: dict[str, tuple[NoticeKey, ...]] = {}
        bell.clicked.connect(self._on_clicked)
        bell.pressed.connect(self._on_pressed)
        bell.gone.connect(self._on_gone)
        bell.known.connect(self.look)
        bell.missed.connect(self._on_missed)

    def follow(self) -> None:
        """Look at figures that were just read."""
        self._waits = False
        self.look()

    def look(self) -> None:
        """Tell what the last figures call for, and take back what they no longer say."""
        view = self._figures.view
        if view is None or self._waits:
            return
        standing = self._standing(view)
        if self._adopted != standing.account:
            self._adopted = standing.account
            # Trouble that is there at the start is known, however short it has been seen.
            self._keep(adopt(replace(standing, lasts=True), self._told))
            return
        hold = self._hold_of(view)
        self._withdraw(standing, view.status, held=hold is not None)
        self._tell(standing, view, hold)

    def show_sample(self) -> None:
        """Show how a notice looks, whatever notices wait for."""
        self._bell.ring(sample(self._preferences.words))

    def begin_again(self) -> None:
        """Take what the next figures say as known: the ledger is about to become another one."""
        self._adopted = None
        self._waits = True

    def close(self) -> None:
        """Take back what stands on the desktop."""
        self._bell.close()

    def _standing(self, view: View) -> Standing:
        status, now = view.status, view.now
        first = status.first_reading
        self._seen = self._seen.next(status.trust, now)
        return Standing(
            self._account(),
            status.meters,
            status.trust,
            now,
            whole=first is None or not first.under_way,
            # What was never read to its end is not old, and the page says so.
            lasts=first is None and self._seen.lasts(now),
        )

    def _hold_of(self, view: View) -> Hold | None:
        at = local(view.now, self._preferences.machine_zone)
        return hold_of(
            call=bool(view.status.live),
            presenting=self._bell.presenting is True,
            paused=self._is_paused(view.now),
            quiet=self._preferences.settings.quiet.holds(at),
        )

    def _tell(self, standing: Standing, view: View, hold: Hold | None) -> None:
        answer = due(
            standing,
            told=self._told,
            held=hold is not None,
            wanted=wanted(self._preferences.settings.notices),
            asleep=self._asleep(standing, view.status, view.now),
        )
        keys = [standing.key(meter) for meter in answer.meters]
        if answer.trouble and standing.trouble:
            keys.append(standing.trouble)
        if keys and self._bell.presenting is None:
            self._bell.wake()  # which looks again once it is known
            return
        self._keep(answer.told)
        if keys:
            self._ring(tuple(keys), view.status)
        self._hold = hold

    def _ring(self, keys: tuple[NoticeKey, ...], status: Status, *, again: bool = False) -> None:
        texts = NoticeTexts(self._preferences.words, status, self._preferences.machine_zone)
        alone = len(keys) == 1 and not again
        notice = texts.one(keys[0]) if alone else texts.several(keys, self._hold)
        self._shown[notice.slot] = keys
        self._bell.ring(notice)

    def _withdraw(self, standing: Standing, status: Status, *, held: bool) -> None:
        for slot, keys in list(self._shown.items()):
            true = tuple(key for key in keys if holds(key, standing))
            if not true:
                self._take_back(slot)
            elif true != keys and not held:
                self._ring(true, status, again=True)

    def _take_back(self, slot: str) -> None:
        self._shown.pop(slot, None)
        self._bell.withdraw(slot)

    def _asleep(self, standing: Standing, status: Status, now: Instant) -> frozenset[NoticeKey]:
        until = self._preferences.snoozes.until
        return frozenset(
            standing.key(meter)
            for meter in standing.meters
            if until.get((kind_of(meter) or "", status.key(meter)), 0) > now
        )

    def _keep(self, told: frozenset[NoticeKey]) -> None:
        if told != self._told:
            self._told = told
            self._preferences.keep(_TOLD, written(told))

    def _on_gone(self, slot: str) -> None:
        self._shown.pop(slot, None)

    def _on_missed(self, notice: Notice) -> None:
        self._shown.pop(notice.slot, None)
        if notice.slot == SAMPLE:
            self.sample_missed.emit(none_shown(self._preferences.words))

    def _on_clicked(self, slot: str, token: str) -> None:
        self._take_back(slot)
        self.wanted_page.emit("accounts" if slot == TROUBLE else "overview", token)
        view = self._figures.view
        meter = self._meter(slot)
        if meter is not None and view is not None:
            self.why_asked.emit(view.status.key(meter))

    def _on_pressed(self, slot: str, action: str) -> None:
        self._take_back(slot)
        view, meter = self._figures.view, self._meter(slot)
        kind = kind_of(meter) if meter else None
        if view is None or meter is None or kind is None:
            return
        end = meter.cycle.end
        until = min(view.now + _HOUR, end) if action == LATER else end
        self.snoozed.emit(Snooze(kind.value, view.status.key(meter), until))

    def _meter(self, slot: str) -> Meter | None:
        view = self._figures.view
        meters = view.status.meters if view else ()
        return next((meter for meter in meters if slot_of(meter.id, meter.agent) == slot), None)
