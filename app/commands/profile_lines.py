"""The company beside its plans, and its contract, in words and as plain data."""

from collections.abc import Iterator

from app.commands import shapes
from app.domain.company import Address, Contract, Profile
from app.domain.money import Money
from app.domain.problem import mark
from app.wording.words import Words

_PRICES = (
    ("committed", mark("Committed seat"), mark("per month")),
    ("additional", mark("Additional seat"), mark("per month")),
    ("annual", mark("Annual seat"), mark("per month")),
    ("sms_segment", mark("SMS past the pool"), mark("per segment")),
    ("mms_segment", mark("MMS past the pool"), mark("per segment")),
)


def profile_lines(words: Words, profile: Profile) -> Iterator[str]:
    """Write what is known of a company."""
    if profile.name:
        yield f"{words.say('Company')}: {profile.name}"
    if profile.address is not None:
        yield f"{words.say('Billing address')}: {_address(words, profile.address)}"
    if profile.destinations:
        names = ", ".join(map(words.region, profile.destinations))
        yield f"{words.say('Included destinations')}: {names}"
    if profile.bundle is not None:
        yield words.say("US/CA bundle") if profile.bundle else words.say("No US/CA bundle")
    if profile.renews is not None:
        yield words.say("renews {day}", day=words.full_day(profile.renews))


def contract_lines(words: Words, contract: Contract | None) -> Iterator[str]:
    """Write what was agreed, nothing where nobody said."""
    if contract is None:
        return
    for name, label, per in _PRICES:
        price: Money | None = getattr(contract, name)
        if price is not None:
            yield f"{words.say(label)}: {words.agreed(price)} {words.say(per)}"
    if contract.note:
        yield f"{words.say('Contract')}: {contract.note}"


def profile_document(profile: Profile) -> dict[str, object]:
    """Write what is known of a company as plain data."""
    address = profile.address
    return {
        "name": profile.name or None,
        "address": None
        if address is None
        else {
            "street": address.street,
            "city": address.city,
            "state": address.state,
            "country": address.country,
        },
        "destinations": list(profile.destinations),
        "bundle": profile.bundle,
        "renews": shapes.day(profile.renews),
    }


def contract_document(contract: Contract | None) -> dict[str, object] | None:
    """Write a contract as plain data; its prices are no estimates."""
    if contract is None:
        return None
    found: dict[str, object] = {name: _money(getattr(contract, name)) for name, _, _ in _PRICES}
    return {**found, "note": contract.note}


def _money(price: Money | None) -> dict[str, object] | None:
    return None if price is None else {"amount": price.exact(), "currency": price.currency}


def _address(words: Words, address: Address) -> str:
    country = words.region(address.country)
    parts = (address.street, address.city, address.state, country)
    return ", ".join(part for part in parts if part)
