"""Everything the plan page shows, in one frozen value."""

from dataclasses import dataclass

from app.domain.company import Profile, Role
from app.domain.instant import Instant
from app.domain.meter import Trust
from app.domain.plan_page import Origin, PlanPage
from app.wording.words import Words
from ui.plan_page.allowance_state import AllowanceState, allowance_state
from ui.plan_page.company_state import CompanyState, company_state
from ui.plan_page.connect_state import ConnectState, connect_state
from ui.plan_page.contract_state import ContractState, contract_state
from ui.plan_page.destinations_state import DestinationsState, destinations_state
from ui.plan_page.empty_state import EmptyState, empty_state
from ui.plan_page.head_state import ZONE_WITHOUT_A_PLAN, HeadState, head_state
from ui.plan_page.history_state import HistoryState, history_state
from ui.plan_page.news_state import NewsState, news_states
from ui.plan_page.people_state import PeopleState, people_state
from ui.plan_page.pool_state import PoolState, pool_state


@dataclass(frozen=True, slots=True)
class WaysState:
    """The names of the buttons of the page, "" for one that is not offered."""

    what_if: str = ""
    edit: str = ""
    invite: str = ""
    access: str = ""
    join: str = ""


@dataclass(frozen=True, slots=True)
class PlanPageState:
    """The page; what is None or empty takes no room. ``why`` tells an agent what is left out."""

    head: HeadState
    news: tuple[NewsState, ...]
    company: CompanyState
    allowances: tuple[AllowanceState, ...]
    pool: PoolState | None
    destinations: DestinationsState | None
    connect: ConnectState | None
    contract: ContractState | None
    people: PeopleState | None
    history: HistoryState | None
    empty: EmptyState | None
    why: str
    ways: WaysState


def plan_page_state(
    words: Words, page: PlanPage, now: Instant, zone: str = ZONE_WITHOUT_A_PLAN
) -> PlanPageState:
    """Make the page; ``now`` decides how far a cycle has gone and what is still ahead.

    ``zone``: in which times are told where no plan has one.
    """
    contract = page.contract if page.role is Role.OWNER else None
    return PlanPageState(
        head=head_state(words, page, now, zone),
        news=news_states(words, page.news, now),
        company=company_state(words, page, now),
        allowances=tuple(allowance_state(words, each, contract) for each in page.plans),
        pool=pool_state(words, page),
        destinations=destinations_state(words, page),
        connect=connect_state(words, page),
        contract=contract_state(words, page),
        people=people_state(words, page, now),
        history=history_state(words, page),
        empty=empty_state(words, page),
        why=_why(words) if page.role is Role.AGENT else "",
        ways=_ways(words, page),
    )


def unread(now: Instant) -> PlanPage:
    """The page where there is no ledger yet."""
    return PlanPage(
        as_of=now,
        trust=Trust.LOCAL,
        origin=Origin.LOCAL,
        role=Role.OWNER,
        profile=Profile(),
        plans=(),
        pool=None,
        connect=None,
        contract=None,
        people=(),
        history=(),
    )


def _why(words: Words) -> str:
    return words.say(
        "Aircall shows the plan to owners only. Here you see what concerns you: what is included,"
        " what the team has left, and what your own calls cost. Contract prices and other people"
        " stay with the owners."
    )


def _ways(words: Words, page: PlanPage) -> WaysState:
    if page.role is not Role.OWNER or not page.plans:
        return WaysState()
    on_server = page.connected is not None
    return WaysState(
        what_if=words.say("What if…"),
        edit=words.say("Edit plan…"),
        invite=words.say("Invite…") if on_server else "",
        access=words.say("People and access…") if on_server else "",
        join="" if on_server else words.say("Connect to your company…"),
    )
