"""A plan book as a plan server says it, as values of the domain."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from app.domain.book import Book, BookLink, BookPerson
from app.domain.catalogue import plan_from_document
from app.domain.company import Address, Contract, Profile
from app.domain.cycle import check_zone
from app.domain.instant import BEGINNING, END, Instant, instant
from app.domain.money import Money, parse_amount
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.timeline import PlanEntry
from app.wire import plan
from app.wire.base import Amount

_Said = TypeVar("_Said")
_Read = TypeVar("_Read")


def book(said: plan.PlanBook, tag: str, member: str) -> Book:
    """Read a book; ``member`` is who asked. UsageProblem for a plan or zone that makes no sense."""
    return Book(
        tag=tag,
        profile=_profile(said.profile),
        plans=tuple(map(_plan, said.plans)),
        seats=tuple(map(_seats, said.seats)),
        annual=tuple(map(_annual, said.annual)),
        links=tuple(_link(each, member) for each in said.links),
        contract=_or_none(_contract, said.contract),
        people=_or_none(lambda all_: tuple(_person(each, member) for each in all_), said.people),
    )


def money(said: Amount) -> Money:
    """Read an amount."""
    return Money(parse_amount(said.amount), said.currency)


def _plan(said: plan.PlanEntry) -> PlanEntry:
    found = plan_from_document(said.document.model_dump(mode="json"))
    return PlanEntry(_start(said.start), found, check_zone(said.zone), said.anchor_day)


def _seats(said: plan.SeatEntry) -> SeatStatement:
    return SeatStatement(_start(said.start), said.committed, said.additional, said.without_bundle)


def _annual(said: plan.AnnualEntry) -> AnnualSeats:
    return AnnualSeats(_start(said.start), said.until, said.seats)


def _link(said: plan.LinkEntry, member: str) -> BookLink:
    end = END if said.end is None else instant(said.end)
    return BookLink(said.member, said.name, _start(said.start), end, said.member == member)


def _person(said: plan.Person, member: str) -> BookPerson:
    return BookPerson(said.member, said.name, said.role, said.licence, said.member == member)


def _profile(said: plan.Profile) -> Profile:
    return Profile(
        name=said.name,
        address=_or_none(_address, said.address),
        destinations=said.destinations,
        bundle=said.bundle,
        renews=said.renews,
    )


def _address(said: plan.Address) -> Address:
    return Address(said.country, said.city, said.state, said.street)


def _contract(said: plan.Contract) -> Contract:
    return Contract(
        committed=_or_none(money, said.committed),
        additional=_or_none(money, said.additional),
        annual=_or_none(money, said.annual),
        sms_segment=_or_none(money, said.sms_segment),
        mms_segment=_or_none(money, said.mms_segment),
        note=said.note,
    )


def _start(at: datetime | None) -> Instant:
    return BEGINNING if at is None else instant(at)


def _or_none(read: Callable[[_Said], _Read], said: _Said | None) -> _Read | None:
    return None if said is None else read(said)
