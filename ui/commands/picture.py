"""A page as a picture: the real window, filled with what the ledger says."""

import sys
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.assembly import Workplace
from app.machine.outlooks import Outlooks
from app.machine.settings import read_settings
from app.wording.words import Words
from ui.desk.look import Look
from ui.desk.snoozes import Snoozes
from ui.shell.application import make_application
from ui.theme.theme import Choice, Theme
from ui.window.state import window_state
from ui.window.window import MainWindow


class Size(NamedTuple):
    """A window's size in px."""

    width: int
    height: int


def picture_of(workplace: Workplace, page: str, *, theme: str, size: Size) -> QPixmap:
    """Return the window with a page of :data:`ui.commands.screenshot.PAGES` in front."""
    qInstallMessageHandler(_unless_offscreen)
    application = make_application()
    look = Theme(Choice(theme))
    look.dress(application)
    window = MainWindow(look)
    window.resize(QSize(*size))
    _fill(window, workplace, theme)
    window.show()
    if page in _FILLED:
        window.go_to(page)
        _settle(application)
        _FILLED[page](window, workplace)
    _settle(application)
    picture = window.grab()
    window.close()
    window.deleteLater()
    _settle(application)
    return picture


def _fill(window: MainWindow, workplace: Workplace, theme: str) -> None:
    # Here because a page is read from the ledger, and the first frame of the window is not.
    from app.actions.status import without_plan
    from ui.desk.reading import read_view
    from ui.overview.state import overview_state

    words, now = _words(workplace), workplace.clock.now()
    ledger = workplace.existing_ledger()
    if ledger is None:
        status = without_plan(now)
        window.show_overview(overview_state(words, status, (), now))
    else:
        outlooks = Outlooks(read_settings(workplace.folder)[0])
        look = Look(words, Snoozes({}), outlooks, whole=True)
        view = read_view(ledger, lambda: now, look)
        view = read_view(ledger, lambda: now, replace(look, before=view.status.meters))
        status = view.status
        window.show_overview(view.state)
    window.show_window(window_state(words, status, theme=theme))


def _fill_activity(window: MainWindow, workplace: Workplace) -> None:
    # Here because the overview needs none of this.
    from ui.activity.state import Found, activity_state
    from ui.desk.books import Books
    from ui.desk.list_requests import Asked, ListWork

    words, page = _words(workplace), window.activity()
    if workplace.existing_ledger() is None:
        page.show_state(activity_state(words, Found(count=0)))
        return
    work = ListWork(Books(workplace.folder, workplace.clock.now), workplace.zone)
    found = Found()
    answer = work.find(Asked(found.filters, found.order, words))()
    work.close()
    if answer is None:
        return
    counted = replace(found, count=answer.count, total=answer.total, choices=answer.choices)
    page.show_state(activity_state(words, counted))
    for number, rows in answer.pages.items():
        page.table.lines.expect(number, rows)
    page.table.start(answer.count, answer.place)


def _fill_plan(window: MainWindow, workplace: Workplace) -> None:
    # Here because the overview needs none of this.
    from app.actions.read_plan_page import read_plan_page
    from ui.plan_page.state import plan_page_state, unread

    now, ledger = workplace.clock.now(), workplace.existing_ledger()
    page = (
        unread(now) if ledger is None else read_plan_page(ledger, now, outlook=workplace.outlook())
    )
    window.plan_page().show_state(plan_page_state(_words(workplace), page, now, workplace.zone()))


def _fill_accounts(window: MainWindow, workplace: Workplace) -> None:
    # Here because the overview needs none of this.
    from app.domain.accounts import AccountsPage
    from ui.accounts.state import CompanySeen, accounts_state
    from ui.desk.accounts.requests import read_seen

    now, ledger = workplace.clock.now(), workplace.existing_ledger()
    page, company = (AccountsPage(now), None) if ledger is None else read_seen(ledger, now)
    state = accounts_state(
        _words(workplace), page, zone=workplace.zone(), company=CompanySeen(company)
    )
    window.accounts_page().show_state(state)


def _fill_dial(window: MainWindow, workplace: Workplace) -> None:
    # Here because the overview needs none of this.
    from ui.dial.state import dial_words

    page, words = window.dial_page(), dial_words(_words(workplace))
    page.show_words(words)
    page.show_sentence(words.empty)


def _fill_text(window: MainWindow, workplace: Workplace) -> None:
    # Here because the overview needs none of this.
    from ui.text_check.state import text_words

    page, words = window.text_page(), text_words(_words(workplace))
    page.show_words(words)
    page.show_empty(words.empty)


def _fill_settings(window: MainWindow, workplace: Workplace) -> None:
    # Here because the overview needs none of this.
    from app.actions.updates_now import updates_now
    from app.machine.own_version import own_version
    from ui.desk.books import Books
    from ui.desk.settings_requests import Wanted, read_known
    from ui.settings.seen import Known, Seen, UpdatesSeen
    from ui.settings.state import settings_state

    settings, zone = read_settings(workplace.folder)[0], workplace.zone()
    known = Known()
    if workplace.existing_ledger() is not None:
        books = Books(workplace.folder, workplace.clock.now)
        known = read_known(Wanted(workplace.environ, zone, settings.holidays))(books)
        books.close()
    seen = Seen(
        settings,
        folder=str(workplace.folder),
        version=own_version(),
        zone=zone,
        known=known,
        updates=UpdatesSeen(updates_now(workplace.folder, workplace.environ)),
        rollout=workplace.rollout,
    )
    window.settings_page().show_state(settings_state(_words(workplace), seen))


def _words(workplace: Workplace) -> Words:
    """Return the words, with numbers masked where a person wants that."""
    masked = read_settings(workplace.folder)[0].mask_numbers
    return workplace.words.masking(masked=masked)


_FILLED = {
    "activity": _fill_activity,
    "plan": _fill_plan,
    "accounts": _fill_accounts,
    "dial": _fill_dial,
    "text": _fill_text,
    "settings": _fill_settings,
}


def _unless_offscreen(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass Qt's warnings on, but not what every picture drawn without a screen makes it say."""
    if "This plugin does not support" not in message:
        sys.stderr.write(f"{message}\n")


def _settle(application: QApplication) -> None:
    """Let layouts and queued paints happen."""
    for _ in range(5):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
