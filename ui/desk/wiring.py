"""Which part of a desk hears which other: the pages' wishes, and the company's side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from app.domain.filters import Filters
from ui.desk.accounts.side import AccountsSide
from ui.desk.company.side import CompanySide
from ui.desk.corrections import Corrections
from ui.desk.duplicates import Duplicates
from ui.desk.erasing import Erasing
from ui.desk.figures import Figures
from ui.desk.pages import Pages
from ui.desk.receipts import Receipts
from ui.desk.told import Told
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.activity import Activity
    from ui.desk.company.planning import Planning


class Desk(Protocol):
    """The parts that are connected here, and what is asked of the whole."""

    window: MainWindow
    figures: Figures
    receipts: Receipts
    corrections: Corrections
    duplicates: Duplicates
    erasing: Erasing
    pages: Pages
    company: CompanySide
    accounts: AccountsSide
    told: Told

    def renew(self) -> None:
        """Read everything again."""

    def show_again(self) -> None:
        """Show the same figures anew."""

    def bring_in(self) -> None:
        """Ask for files and import them."""

    def export(self, options: Sequence[str] = ()) -> None:
        """Ask for a file and write entries to it."""

    def show_sample(self) -> None:
        """Open a window with a sample month."""


def wire_pages(desk: Desk) -> None:
    """Connect the pages, those that are made later when they are."""
    pages = desk.pages
    pages.beside.receipt_asked.connect(desk.receipts.show)
    pages.activity_made.connect(lambda activity: _wire_activity(desk, activity))
    pages.planning_made.connect(lambda planning: _wire_planning(desk, planning))


def wire_company(desk: Desk) -> None:
    """Connect the plan server, what the company tells, and the dialogs of both."""
    company, window = desk.company, desk.window
    window.page.insert_news(company.news.rows)
    window.company_asked.connect(lambda key: _ask_company(desk, key))
    window.plan_asked.connect(company.edit)
    window.page.join_asked.connect(lambda: company.ask("join"))
    window.page.sign_in_asked.connect(lambda: _sign_in(desk))
    desk.figures.read.connect(company.refresh)
    company.changed.connect(desk.renew)
    company.known.connect(desk.show_again)
    company.page_wanted.connect(lambda: desk.pages.go_to("plan"))
    company.told.connect(desk.told.sentence)
    company.failed.connect(desk.told.problem)
    company.broke.connect(desk.told.fault)


def wire_accounts(desk: Desk) -> None:
    """Connect the accounts at providers: their rounds, their page and what it asks for."""
    accounts = desk.accounts
    desk.figures.read.connect(accounts.follow)
    desk.company.known.connect(accounts.refresh)
    accounts.changed.connect(desk.renew)
    accounts.known.connect(desk.show_again)
    accounts.files_asked.connect(desk.bring_in)
    desk.window.page.accounts_asked.connect(lambda: _connect_account(desk))
    accounts.told.connect(desk.told.sentence)
    accounts.failed.connect(desk.told.problem)
    accounts.broke.connect(desk.told.fault)


def wire_changes(desk: Desk) -> None:
    """Connect what changes entries: corrections, duplicates, erasing."""
    window, corrections, duplicates = desk.window, desk.corrections, desk.duplicates
    window.action_asked.connect(lambda key, entry_id: _act(desk, key, entry_id))
    window.undo_asked.connect(corrections.undo)
    window.page.insert_news(duplicates.row)
    window.duplicates_asked.connect(duplicates.open)
    window.erasing_asked.connect(desk.erasing.ask)
    desk.figures.read.connect(duplicates.refresh)
    desk.erasing.told.connect(desk.told.sentence)
    desk.erasing.erased.connect(desk.renew)
    for part in (corrections, duplicates):
        part.changed.connect(desk.renew)
    for failing in (corrections, duplicates, desk.erasing):
        failing.failed.connect(desk.told.problem)


def _ask_company(desk: Desk, key: str) -> None:
    """Do what a menu asks of the company; what is to be synced is everything there is."""
    if key == "sync":
        desk.accounts.sync()
    if key != "sync" or desk.company.around is not None:
        desk.company.ask(key)


def _connect_account(desk: Desk) -> None:
    """Ask for an account, on the page where it stands afterwards."""
    desk.pages.go_to("accounts")
    desk.accounts.connect_account()


def _sign_in(desk: Desk) -> None:
    """Mend what is signed out: a key on the page that shows which, else at the plan server."""
    if desk.accounts.needs_key:
        desk.pages.go_to("accounts")
    else:
        desk.company.ask("sign_in")


def _act(desk: Desk, key: str, entry_id: str) -> None:
    """Do what a receipt offers; the key of a parting names the other entry after a colon."""
    what, _, other = key.partition(":")
    if what == "apart":
        desk.duplicates.part(int(entry_id), int(other))
    elif what == "erase":
        desk.erasing.of_entry(entry_id)
    else:
        desk.corrections.act(key, entry_id)


def _wire_activity(desk: Desk, activity: "Activity") -> None:
    chosen = activity.chosen
    chosen.change_asked.connect(desk.corrections.correct)
    chosen.erase_asked.connect(desk.erasing.of_entry)
    chosen.duplicates_asked.connect(desk.duplicates.open)
    chosen.said.connect(desk.told.sentence)
    chosen.failed.connect(desk.told.problem)
    activity.export_asked.connect(desk.export)
    activity.import_asked.connect(desk.bring_in)
    activity.sample_asked.connect(desk.show_sample)
    activity.lane.broke.connect(desk.told.fault)


def _wire_planning(desk: Desk, planning: "Planning") -> None:
    page, company = planning.page, desk.company
    planning.failed.connect(desk.told.problem)
    page.edit_asked.connect(company.edit)
    page.link_asked.connect(company.mark_linked)
    page.licence_asked.connect(company.seat)
    page.news_put_away.connect(company.put_news_away)
    page.entry_list_asked.connect(lambda agent: _list_entries(desk, agent))
    for signal, key in (
        (page.what_if_asked, "what_if"),
        (page.invite_asked, "invite"),
        (page.access_asked, "access"),
        (page.sync_asked, "sync"),
    ):
        signal.connect(lambda key=key: company.ask(key))
    page.join_asked.connect(lambda: company.ask("sign_in" if company.around else "join"))


def _list_entries(desk: Desk, agent: str) -> None:
    """Show the entries of a person in the Activity list."""
    desk.pages.go_to("activity")
    desk.pages.activity.look_for(Filters(agent=agent))
