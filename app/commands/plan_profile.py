"""``talktally plan profile``: the company beside its plans, and what it agreed to pay."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace

from app.actions.change_company_plan import save_edit
from app.actions.read_plan_page import read_plan_page, read_to_edit
from app.assembly import Workplace
from app.commands.arguments import words
from app.commands.for_company import tell_company
from app.commands.profile_lines import (
    contract_document,
    contract_lines,
    profile_document,
    profile_lines,
)
from app.domain.company import Address, Contract, Profile
from app.domain.money import Money, parse_amount
from app.domain.plan_edit import PlanEdit
from app.domain.problem import ExitCode, UsageProblem, mark
from app.domain.written_instant import read_day

_LONGEST = 120
_PRICES: Mapping[str, Callable[[Contract, Money], Contract]] = {
    "committed": lambda known, price: replace(known, committed=price),
    "additional": lambda known, price: replace(known, additional=price),
    "annual": lambda known, price: replace(known, annual=price),
    "sms-segment": lambda known, price: replace(known, sms_segment=price),
    "mms-segment": lambda known, price: replace(known, mms_segment=price),
}
_NO_PRICE = mark("{name} is no price of a contract. Known are: {known}.")
_NO_MONEY = mark("{amount} {currency} is no amount. Write it like 12.50 USD.")
_NO_COUNTRY = mark("{country} is no country code. Write it like US.")
_NO_ADDRESS = mark("An address has a country. Write --country US.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said; without any of it, what is known is told."""
    text = words(_LONGEST)
    parser.add_argument("--name", metavar="NAME", type=text, help="the company")
    for part in (mark("STREET"), mark("CITY"), mark("STATE"), mark("COUNTRY")):
        parser.add_argument(
            f"--{part.lower()}", metavar=part, type=text, help="of the billing address"
        )
    parser.add_argument("--destinations", metavar="US,CA", help="countries that are included")
    parser.add_argument("--bundle", choices=["yes", "no"], help="is the US/CA bundle among them")
    parser.add_argument("--renews", metavar="DATE", help="when the contract is renewed")
    parser.add_argument(
        "--price", nargs=3, metavar=("OF", "AMOUNT", "CURRENCY"), action="append", default=[],
        help="as agreed: committed, additional, annual, sms-segment, mms-segment",
    )  # fmt: skip
    parser.add_argument("--note", metavar="TEXT", type=text, help="of the contract")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Change what was said, then tell what is known."""
    ledger, now = workplace.ledger(), workplace.clock.now()
    page, seen = read_to_edit(ledger, now)
    profile = _profile(arguments, page.profile)
    contract = _contract(arguments, page.contract or Contract())
    edit = PlanEdit(
        profile=profile if profile != page.profile else None,
        contract=contract if contract != (page.contract or Contract()) else None,
        seen=seen,
    )
    company = ""
    if edit != PlanEdit():
        save_edit(ledger, workplace.secrets(), edit, now=now, machine_zone=workplace.zone())
        page = read_plan_page(ledger, now)
        company = page.connected.company if page.connected else ""
    if workplace.as_json:
        document = {
            "profile": profile_document(page.profile),
            "contract": contract_document(page.contract),
            "company": company or None,
        }
        workplace.tell_json(document)
    else:
        said = workplace.words
        told = [*profile_lines(said, page.profile), *contract_lines(said, page.contract)]
        workplace.tell(*told or [said.say("Nothing is known of the company yet.")])
        tell_company(company, workplace)
    return ExitCode.DONE


def _profile(arguments: argparse.Namespace, known: Profile) -> Profile:
    said = arguments
    destinations, renews = known.destinations, known.renews
    if said.destinations is not None:
        parts = said.destinations.replace(",", " ").split()
        destinations = tuple(dict.fromkeys(_country(part) for part in parts))
    if said.renews is not None:
        renews = read_day(said.renews)
    return Profile(
        name=known.name if said.name is None else said.name.strip(),
        address=_address(said, known.address),
        destinations=destinations,
        bundle=known.bundle if said.bundle is None else said.bundle == "yes",
        renews=renews,
    )


def _address(said: argparse.Namespace, known: Address | None) -> Address | None:
    parts = {name: getattr(said, name) for name in ("street", "city", "state")}
    told = {name: part.strip() for name, part in parts.items() if part is not None}
    if said.country is not None:
        told["country"] = _country(said.country)
    if not told:
        return known
    if known is None and "country" not in told:
        raise UsageProblem(_NO_ADDRESS)
    return replace(known or Address(told["country"]), **told)


def _country(said: str) -> str:
    code = said.strip().upper()
    if not (len(code) == len("US") and code.isascii() and code.isalpha()):
        raise UsageProblem(_NO_COUNTRY, country=said[:40])
    return code


def _contract(arguments: argparse.Namespace, known: Contract) -> Contract:
    contract = known if arguments.note is None else replace(known, note=arguments.note.strip())
    for name, amount, currency in arguments.price:
        if name not in _PRICES:
            raise UsageProblem(_NO_PRICE, name=name[:40], known=", ".join(_PRICES))
        contract = _PRICES[name](contract, _money(amount, currency))
    return contract


def _money(amount: str, currency: str) -> Money:
    wrong = UsageProblem(_NO_MONEY, amount=amount[:40], currency=currency[:40])
    code = currency.upper()
    if not (len(code) == len("USD") and code.isascii() and code.isalpha()):
        raise wrong
    try:
        money = Money(parse_amount(amount), code)
        if money.nano >= 0:
            return money
    except ValueError:
        pass
    raise wrong
