"""The whole Accounts page as it is shown: a card for each connection, and the company's."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.accounts import AccountsPage
from app.domain.instant import Instant
from app.domain.plan_page import Connected
from app.wording.words import Words
from ui.accounts.card_state import CardState, card_state
from ui.accounts.company_state import CompanyState, company_state
from ui.accounts.empty_state import EmptyState, empty_state
from ui.accounts.round_state import RoundState

_NEVER = Instant(0)


@dataclass(frozen=True, slots=True)
class AccountsState:
    """The page; ``connect`` names the button at its head, "" where tiles stand there instead.

    ``asks_me`` asks which of the people one is, "" where that is known or nobody is named.
    """

    title: str
    connect: str
    asks_me: str
    cards: tuple[CardState, ...]
    company: CompanyState
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class CompanySeen:
    """The company's plan server as the page shows it; ``connected`` ``None``: none is joined."""

    connected: Connected | None = None
    syncing: bool = False


def accounts_state(
    words: Words,
    page: AccountsPage,
    *,
    zone: str,
    rounds: Mapping[int, RoundState] | None = None,
    company: CompanySeen = CompanySeen(),
    paused_until: Instant = _NEVER,
) -> AccountsState:
    """Make the page; ``rounds`` are those under way, by connection; times are told in ``zone``.

    ``paused_until``: no connection is synced by itself before.
    """
    running = rounds or {}
    cards = tuple(
        card_state(
            words,
            page,
            each,
            zone,
            running.get(each.connection.id),
            all_paused_until=paused_until,
        )
        for each in page.accounts
    )
    ask = words.say("Several people are named in what was read. Say below which of them is you.")
    return AccountsState(
        title=words.say("Accounts"),
        connect=words.say("Connect an account…") if cards else "",
        asks_me=ask if page.asks_me else "",
        cards=cards,
        company=company_state(words, company.connected, page.now, zone, syncing=company.syncing),
        empty=None if cards else empty_state(words),
    )


def with_rounds(state: AccountsState, rounds: Mapping[int, RoundState]) -> AccountsState:
    """Show the same rounds further on; which connections have one must be as it was."""
    cards = tuple(replace(card, round=rounds.get(card.id)) for card in state.cards)
    return replace(state, cards=cards)
