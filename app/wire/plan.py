"""The plan book of a company: plans, seats, links, profile and contract, each with its date.

Every change says in ``If-Match`` which revision it was made on, and answers with the new book.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.company import Licence, Role
from app.wire.base import (
    Amount,
    Answer,
    Day,
    Flag,
    Id,
    Moment,
    Name,
    Note,
    Region,
    Request,
    Seats,
)
from app.wire.plan_document import PlanDocument

Zone = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9_+\-/]{1,64}$")]
AnchorDay = Annotated[int, Field(strict=True, ge=1, le=31)]
_Place = Annotated[
    str, StringConstraints(strict=True, max_length=120, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")
]


class Address(Request):
    """A billing address; it decides which bundle applies. "" where a part is not known."""

    street: _Place = ""
    city: _Place = ""
    state: _Place = ""
    country: Region


class Profile(Request):
    """What everybody of a company may know of it beside the plans.

    ``bundle``: whether the US/CA bundle is among the included destinations, ``None`` when nobody
    said. ``renews``: when the contract is renewed.
    """

    name: Name
    address: Address | None = None
    destinations: Annotated[tuple[Region, ...], Field(max_length=300)] = ()
    bundle: Flag | None = None
    renews: Day | None = None


class Contract(Request):
    """What the company agreed to pay, for owners only: per seat and month, and per segment."""

    committed: Amount | None = None
    additional: Amount | None = None
    annual: Amount | None = None
    sms_segment: Amount | None = None
    mms_segment: Amount | None = None
    note: Note = ""


class PlanEntry(Answer):
    """A plan put in force; ``start`` ``None``: it covers all history too."""

    id: Id
    start: Moment | None
    document: PlanDocument
    zone: str
    anchor_day: int
    recorded: Moment


class SeatEntry(Answer):
    """The seats from ``start`` on; those without the bundle bring nothing into the pool."""

    start: Moment | None
    committed: int
    additional: int
    without_bundle: int
    recorded: Moment


class AnnualEntry(Answer):
    """Seats paid until their last day, used or not."""

    start: Moment | None
    until: Day
    seats: int
    recorded: Moment


class LinkEntry(Answer):
    """Twilio Connect linked for a person, half-open; ``None`` where an end is open."""

    member: Id
    name: str
    start: Moment | None
    end: Moment | None


class Person(Answer):
    """A person of the company as the plan page lists them, for owners only."""

    member: Id
    name: str
    role: Role
    licence: Licence


class PlanBook(Answer):
    """Everything in force and its history.

    For agents ``contract`` and ``people`` are ``None`` and ``links`` holds only their own.
    """

    company: Id
    revision: int
    profile: Profile
    contract: Contract | None = None
    plans: list[PlanEntry]
    seats: list[SeatEntry]
    annual: list[AnnualEntry]
    links: list[LinkEntry]
    people: list[Person] | None = None


class PutPlan(Request):
    """Puts a plan in force; ``start`` ``None``: now, or all history for the first of its line."""

    document: PlanDocument
    zone: Zone
    anchor_day: AnchorDay = 1
    start: Moment | None = None


class StateSeats(Request):
    """States the seats from ``start`` on; ``None`` means now, or all history for the first."""

    committed: Seats
    additional: Seats = 0
    without_bundle: Seats = 0
    start: Moment | None = None


class StateAnnual(Request):
    """States seats paid until a last day; a later one for that day replaces the number."""

    until: Day
    seats: Seats
    start: Moment | None = None


class StateLink(Request):
    """Marks a person as linked with Twilio Connect or no longer, from ``since`` (``None``: now)."""

    linked: Flag
    since: Moment | None = None
