"""The page's words: who sees what, where it comes from, and what it means."""

from dataclasses import replace

import pytest

from app.domain.company import Contract, Profile, Role
from app.domain.instant import BEGINNING, DAY, Instant
from app.domain.meter import Level, Trust
from app.domain.plan import Line, MeterKind, PastLimit
from app.domain.plan_page import ConnectSum, MeterMove, PersonConnect, PlanPage
from app.wording.words import Words
from tests.support import plan_pages, states
from tests.support.meters import NOW
from tests.support.wordings import GERMAN
from ui.plan_page.connect_state import connect_state
from ui.plan_page.news_state import news_state, news_states
from ui.plan_page.state import PlanPageState, plan_page_state
from ui.text.phrase import plain
from ui.theme.tone import Tone


def shown(words: Words, page: PlanPage) -> PlanPageState:
    return plan_page_state(words, page, NOW)


def test_the_source_tells_age_next_bill_and_renewal(words: Words) -> None:
    assert shown(words, plan_pages.owner()).head.source == (
        "From plan server",
        "as of 14:05",
        "next bill 14 Dec",
        "renews 14 Mar 2027",
    )


def test_figures_of_another_day_tell_the_day(words: Words) -> None:
    assert "as of 19 Nov 14:05" in shown(words, plan_pages.offline()).head.source


def test_what_was_entered_here_says_so(words: Words) -> None:
    head = shown(words, plan_pages.local()).head
    assert head.source[0] == "Entered on this computer"
    assert (head.sync, head.sign_in, head.trust) == ("", "", "")


def test_an_old_page_has_icon_and_words_and_the_reason(words: Words) -> None:
    head = shown(words, plan_pages.offline()).head
    assert (head.mark, head.trust) == ("offline", "offline")
    assert head.notes[1] == "12 counts wait to be sent."


def test_a_lost_sign_in_offers_to_sign_in_instead_of_syncing(words: Words) -> None:
    head = shown(words, plan_pages.signed_out()).head
    assert (head.mark, head.sign_in, head.sync) == ("key", "Sign in again…", "")


def test_a_sign_in_that_cannot_be_kept_says_so(words: Words) -> None:
    connected = plan_pages.owner().connected
    assert connected is not None
    page = replace(plan_pages.owner(), connected=replace(connected, kept_for_run=True))
    assert "ends when Talktally is closed" in shown(words, page).head.notes[0]


def test_an_agent_sees_no_contract_no_people_and_why(words: Words) -> None:
    state = shown(words, plan_pages.agent())
    assert (state.contract, state.people) == (None, None)
    assert state.why.startswith("Aircall shows the plan to owners only.")
    assert set(vars_of(state.ways)) == {""}


def test_an_agent_gets_no_contract_price_even_if_the_page_held_one(words: Words) -> None:
    page = replace(plan_pages.owner(), role=Role.AGENT)
    told = repr(shown(words, page))
    assert "0.0095" not in told
    assert "30.00" not in told
    assert "Lea" not in told


def test_what_an_agents_own_calls_cost_is_there(words: Words) -> None:
    connect = shown(words, plan_pages.agent()).connect
    assert connect is not None
    assert plain(connect.sum) == (
        "Linked for you · 37 min · about $0.52 · 12 min of it from second legs"
    )
    assert connect.table is None


def test_an_owner_sees_twilio_connect_by_person(words: Words) -> None:
    connect = shown(words, plan_pages.owner()).connect
    assert connect is not None
    assert plain(connect.sum).startswith("Linked for 2 of 3 people · 37 min · about $0.52")
    assert connect.table is not None
    assert connect.table.lines[1].spoken == (
        "Omar, linked: 12 Oct 2026, 37 min, 12 min from second legs, about $0.52"
    )


def test_who_is_alone_is_spoken_to(words: Words) -> None:
    connect = shown(words, plan_pages.local()).connect
    assert connect is not None
    assert connect.sum == "Not linked · nothing billed in this cycle"


def test_minutes_without_a_price_are_never_told_as_free(words: Words) -> None:
    page = replace(plan_pages.owner(), connect=ConnectSum(1, 1, 37, 0, (), 37, ()))
    connect = connect_state(words, page)
    assert connect is not None
    assert "price not known yet" in connect.sum


def test_a_sum_that_lacks_prices_says_how_many(words: Words) -> None:
    page = replace(
        plan_pages.owner(),
        connect=ConnectSum(1, 1, 37, 0, (plan_pages.dollars("0.10"),), 7, ()),
    )
    connect = connect_state(words, page)
    assert connect is not None
    assert "at least $0.10, 7 min without a price" in plain(connect.sum)


def test_who_is_not_linked_can_be_marked_as_linked(words: Words) -> None:
    connect = shown(words, plan_pages.local()).connect
    assert connect is not None
    assert (connect.mark, connect.person, connect.linked) == ("Mark me as linked", "me", True)


def test_the_way_to_link_has_five_steps(words: Words) -> None:
    connect = shown(words, plan_pages.agent()).connect
    assert connect is not None
    assert len(connect.steps) == 5
    assert "Sales, then Calling, then Twilio Connect" in connect.steps[1]


def test_a_plan_without_twilio_connect_has_no_section(words: Words) -> None:
    assert shown(words, replace(plan_pages.owner(), connect=None)).connect is None


def test_an_allowance_tells_used_included_left_and_what_lies_past_it(words: Words) -> None:
    line = shown(words, plan_pages.owner()).allowances[0].table.lines[0]
    assert [cell.text for cell in line.cells] == [
        "Minutes, per user",
        "1,916",
        "2,000",
        "84",
        "billed per minute",
    ]
    assert line.spoken == (
        "Minutes, per user, used: 1,916 min, of 2,000 included, left: 84, near limit,"
        " billed per minute"
    )


def test_an_allowance_names_its_reset_warning_and_dated_rule(words: Words) -> None:
    state = shown(words, plan_pages.owner()).allowances[0]
    assert state.notes == ("Resets 1 Dec, Europe/Berlin", "warns at 100 min left")
    assert state.rule == "rule of 11 Jan 2019"
    assert state.source.startswith("https://knowledge.hubspot.com/")


def test_an_owner_reads_the_price_of_a_segment_an_agent_the_rule(words: Words) -> None:
    lines = [
        shown(words, page).allowances[1].table.lines[0].cells[-1].text
        for page in (plan_pages.owner(), plan_pages.agent())
    ]
    assert lines == ["$0.0095 a segment", "billed per segment"]


@pytest.mark.parametrize(
    ("past", "linked", "said"),
    [
        (PastLimit.BLOCKED, False, "blocked"),
        (PastLimit.TWILIO_CONNECT, False, "blocked, unless Twilio Connect is linked"),
        (PastLimit.TWILIO_CONNECT, True, "billed per minute"),
    ],
)
def test_what_lies_past_the_minutes_follows_plan_and_link(
    words: Words, past: PastLimit, said: str, *, linked: bool
) -> None:
    meter = replace(states.calling(84, Level.NEAR), past=past, linked=linked)
    page = replace(plan_pages.owner(), plans=(plan_pages.in_force("hubspot-professional", meter),))
    assert shown(words, page).allowances[0].table.lines[0].cells[-1].text == said


def test_no_data_is_never_nothing_used(words: Words) -> None:
    meter = replace(states.calling(2000, Level.NO_DATA), level=Level.NO_DATA)
    page = replace(plan_pages.owner(), plans=(plan_pages.in_force("hubspot-professional", meter),))
    line = shown(words, page).allowances[0].table.lines[0]
    assert [cell.text for cell in line.cells[1:4]] == ["–", "2,000", "–"]
    assert "No data yet" in line.spoken


def test_the_bundle_is_said_to_be_there_missing_or_unknown(words: Words) -> None:
    told = []
    for bundle in (True, False, None):
        profile = replace(plan_pages.owner().profile, bundle=bundle)
        plans = (plan_pages.calls(),) if bundle is None else plan_pages.owner().plans
        page = replace(plan_pages.owner(), profile=profile, plans=plans)
        state = shown(words, page).destinations
        assert state is not None
        told.append((state.shown[0].text, state.shown[0].mark))
    assert told == [
        ("US/CA bundle", "tick"),
        ("No US/CA bundle", "stop"),
        ("US/CA bundle: not entered", "differs"),
    ]


def test_where_nobody_spoke_of_the_bundle_the_plan_decides(words: Words) -> None:
    told = []
    for name in ("aircall-us-ca", "aircall-no-bundle"):
        plan = plan_pages.in_force(name, *states.statuses()["fine"].meters[1:], anchor_day=14)
        page = replace(plan_pages.owner(), profile=Profile(), plans=(plan,))
        state = shown(words, page).destinations
        assert state is not None
        told.append(state.shown[0].text)
    assert told == ["US/CA bundle", "No US/CA bundle"]


def test_many_destinations_are_folded_and_counted(words: Words) -> None:
    state = shown(words, plan_pages.owner()).destinations
    assert state is not None
    assert [each.text for each in state.shown[1:]] == ["Germany", "France", "United Kingdom"]
    assert (state.rest, len(state.more)) == ("+ 18", 18)


def test_the_bundle_follows_the_billing_address(words: Words) -> None:
    state = shown(words, plan_pages.owner()).destinations
    assert state is not None
    assert state.sentence.startswith(
        "The bundle follows the billing address: San Francisco, CA, United States."
    )
    assert "Included call destinations" in state.steps[0].steps[2]


def test_the_company_has_address_cycles_and_server(words: Words) -> None:
    facts = shown(words, plan_pages.owner()).company.facts
    assert [(fact.label, fact.text) for fact in facts] == [
        ("Company", "Example Works"),
        ("Billing address", "San Francisco, CA, United States"),
        ("Cycle of calls", "1 – 30 Nov"),
        ("Cycle of texts", "14 Nov – 13 Dec"),
    ]
    assert facts[0].note == "plans.example.com, as Jana"


def test_a_contract_lists_the_prices_that_were_entered(words: Words) -> None:
    contract = Contract(committed=plan_pages.dollars("30"))
    state = shown(words, replace(plan_pages.owner(), contract=contract)).contract
    assert state is not None
    assert [line.spoken for line in state.table.lines] == ["Committed seat: $30.00 per month"]
    empty = shown(words, replace(plan_pages.owner(), contract=None)).contract
    assert empty is not None
    assert empty.empty == "No contract prices were entered yet."


def test_history_says_what_holds_from_when(words: Words) -> None:
    history = shown(words, plan_pages.owner()).history
    assert history is not None
    assert [line.spoken for line in history.table.lines] == [
        "31 Dec 2026, planned, HubSpot Enterprise · calling",
        "12 Oct 2026, Twilio Connect linked for Omar",
        "5 May 2026, 1 annual seat, paid to 30 Apr 2027",
        "from the start, Seats: 3 committed, 1 additional",
        "from the start, Aircall with US/CA bundle · messages",
        "from the start, HubSpot Professional · calling",
    ]


def test_before_any_plan_the_page_says_what_to_do(words: Words) -> None:
    state = shown(words, plan_pages.nothing())
    assert state.empty is not None
    assert (state.empty.choose, state.empty.join) == ("Choose a plan…", "Connect to your company…")
    assert (state.pool, state.contract, state.people) == (None, None, None)


def test_an_agent_of_a_company_without_a_plan_waits_for_the_owner(words: Words) -> None:
    page = replace(plan_pages.agent(), plans=(), pool=None, connect=None, profile=Profile())
    state = shown(words, page)
    assert state.empty is not None
    assert (state.empty.choose, state.empty.join) == ("", "")


def test_one_desktop_offers_a_server_instead_of_invitations(words: Words) -> None:
    ways = shown(words, plan_pages.local()).ways
    assert (ways.invite, ways.access, ways.join) == ("", "", "Connect to your company…")
    assert shown(words, plan_pages.owner()).ways.invite == "Invite…"


def test_news_tell_both_plans_and_what_is_left(words: Words) -> None:
    state = news_state(words, [plan_pages.news()], NOW)
    assert state.headline == "Your company changed the plan."
    assert state.detail == (
        "HubSpot Starter → HubSpot Professional. 500 → 2,000 minutes, you have 1,584 left."
    )


def test_two_lines_changed_in_one_go_are_one_row(words: Words) -> None:
    calls = plan_pages.news()
    move = MeterMove(MeterKind.SMS, 1250, 1500, 60, 310)
    texts = replace(calls, id=8, line=Line.TEXTS, before="", title="My texts", moves=(move,))
    (state,) = news_states(words, (replace(texts, start=Instant(NOW - 1)), calls), NOW)
    assert state.ids == (7, 8)
    assert state.detail == (
        "HubSpot Starter → HubSpot Professional. 500 → 2,000 minutes, you have 1,584 left. "
        "Now in force: My texts. 1,250 → 1,500 SMS segments, you have 310 left."
    )


def test_what_came_at_another_time_or_holds_from_another_day_is_a_row_of_its_own(
    words: Words,
) -> None:
    news = plan_pages.news()
    later = replace(news, id=8, start=Instant(NOW + DAY))
    earlier = replace(news, id=6, told=Instant(NOW - DAY), start=Instant(NOW - DAY))
    states = news_states(words, (later, news, earlier), NOW)
    assert [state.ids for state in states] == [(8,), (7,), (6,)]


def test_news_of_a_later_day_tell_the_day(words: Words) -> None:
    later = replace(plan_pages.news(), start=Instant(NOW + 10 * DAY))
    assert news_state(words, [later], NOW).detail.endswith("It applies from 1 Dec 2026.")


def test_news_of_seats_tell_the_pool_alone(words: Words) -> None:
    move = MeterMove(MeterKind.SMS, 1250, 1500, 60, 310)
    seats = replace(plan_pages.news(), before="HubSpot Professional", moves=(move,))
    detail = news_state(words, [seats], NOW).detail
    assert detail == "1,250 → 1,500 SMS segments, you have 310 left."


def test_news_of_an_allowance_that_went_say_so(words: Words) -> None:
    gone = MeterMove(MeterKind.CALLS, 50, None, 3, None)
    news = replace(plan_pages.news(), before="", moves=(gone,))
    assert news_state(words, [news], NOW).detail == (
        "Now in force: HubSpot Professional. The number of calls is no longer limited."
    )


def test_a_link_from_the_start_says_so(words: Words) -> None:
    person = PersonConnect("Jana", BEGINNING, 0, 0)
    page = replace(plan_pages.owner(), connect=ConnectSum(1, 1, 0, 0, (), 0, (person,)))
    connect = connect_state(words, page)
    assert connect is not None
    assert connect.table is not None
    assert connect.table.lines[0].cells[1].text == "from the start"


@pytest.mark.parametrize("name", sorted(plan_pages.pages()))
def test_every_page_can_be_said_in_german(name: str) -> None:
    state = plan_page_state(GERMAN, plan_pages.pages()[name], NOW)
    assert state.head.title == "Tarif"


def test_a_differing_page_is_marked(words: Words) -> None:
    head = shown(words, replace(plan_pages.owner(), trust=Trust.DIFFERS)).head
    assert (head.mark, head.role_tone) == ("differs", Tone.PLAIN)


def vars_of(ways: object) -> list[str]:
    return [getattr(ways, name) for name in ("what_if", "edit", "invite", "access", "join")]
