"""What an owner changes about the plan book, as requests; made first, sent one after the other."""

from datetime import datetime
from typing import NamedTuple

from app.domain.catalogue import document_of
from app.domain.company import Address, Contract, Profile
from app.domain.instant import BEGINNING, Instant, moment
from app.domain.money import Money
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.timeline import PlanEntry
from app.remote.plan_server.messages import message
from app.wire import plan as wire
from app.wire.base import Request


class Change(NamedTuple):
    """One request to the company's plan book."""

    method: str
    path: str
    message: Request


def put_plan(entry: PlanEntry, *, dated: bool) -> Change:
    """Put a plan in force; not ``dated``: from now on, or for all history if it is the first."""
    said = message(
        wire.PutPlan,
        document=document_of(entry.plan),
        zone=entry.zone,
        anchor_day=entry.anchor_day,
        start=_start(entry.start, dated=dated),
    )
    return Change("POST", "/plan/entries", said)


def state_seats(seats: SeatStatement, *, dated: bool) -> Change:
    """State the seats."""
    said = message(
        wire.StateSeats,
        committed=seats.committed,
        additional=seats.additional,
        without_bundle=seats.without_bundle,
        start=_start(seats.start, dated=dated),
    )
    return Change("POST", "/plan/seats", said)


def state_annual(seats: AnnualSeats, *, dated: bool) -> Change:
    """State seats paid until a last day."""
    start = _start(seats.start, dated=dated)
    said = message(wire.StateAnnual, until=seats.until, seats=seats.seats, start=start)
    return Change("POST", "/plan/annual", said)


def state_link(member: str, *, linked: bool, since: Instant | None) -> Change:
    """Mark a member as linked with Twilio Connect or no longer; ``since`` ``None``: now."""
    start = None if since is None else moment(since)
    return Change(
        "PUT", f"/plan/links/{member}", message(wire.StateLink, linked=linked, since=start)
    )


def put_profile(profile: Profile) -> Change:
    """State what everybody may know of the company."""
    said = message(
        wire.Profile,
        name=profile.name,
        address=_address(profile.address),
        destinations=profile.destinations,
        bundle=profile.bundle,
        renews=profile.renews,
    )
    return Change("PUT", "/profile", said)


def put_contract(contract: Contract) -> Change:
    """State what the company agreed to pay."""
    said = message(
        wire.Contract,
        committed=_amount(contract.committed),
        additional=_amount(contract.additional),
        annual=_amount(contract.annual),
        sms_segment=_amount(contract.sms_segment),
        mms_segment=_amount(contract.mms_segment),
        note=contract.note,
    )
    return Change("PUT", "/contract", said)


def _start(start: Instant, *, dated: bool) -> datetime | None:
    # The server's clock says what "now" is, so that all computers of a company agree.
    return moment(start) if dated and start > BEGINNING else None


def _address(address: Address | None) -> dict[str, str] | None:
    if address is None:
        return None
    return {
        "street": address.street,
        "city": address.city,
        "state": address.state,
        "country": address.country,
    }


def _amount(money: Money | None) -> dict[str, str] | None:
    return None if money is None else {"amount": money.exact(), "currency": money.currency}
