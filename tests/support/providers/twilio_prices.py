"""Invented answers about prices, in the shape of Twilio's."""

from typing import Any


def minutes(*groups: tuple[str, str, str]) -> dict[str, Any]:
    """Write prices of a minute: words of origins and of destinations, and what is paid now."""
    return {
        "country": "Example",
        "price_unit": "USD",
        "inbound_call_prices": [],
        "outbound_prefix_prices": [
            {
                "origination_prefixes": origins.split(), "destination_prefixes": far.split(),
                "base_price": "9.99", "current_price": paid, "friendly_name": "Example",
            }
            for origins, far, paid in groups
        ],
    }  # fmt: skip


def segments(*carriers: dict[str, str]) -> dict[str, Any]:
    """Write prices of a segment: of each carrier, what each kind of number pays now."""
    return {
        "country": "Example",
        "price_unit": "USD",
        "inbound_sms_prices": [],
        "outbound_sms_prices": [
            {
                "carrier": f"Carrier {at}", "mcc": "310", "mnc": f"{at:03}",
                "prices": [
                    {"number_type": kind, "base_price": "9.99", "current_price": paid}
                    for kind, paid in paid_by.items()
                ],
            }
            for at, paid_by in enumerate(carriers)
        ],
    }  # fmt: skip


VOICE = {
    "US": minutes(("ALL", "1", "0.0140"), ("ALL", "1907", "0.0900")),
    "DE": minutes(("ALL", "49", "0.0300"), ("49 43", "4915 4917", "0.1000")),
}
MESSAGING = {
    "US": segments({"local": "0.0083", "mobile": "0.0083", "toll free": "0.0083"}),
    "DE": segments({"mobile": "0.1000", "local": "0.1000"}, {"mobile": "0.1100", "local": "0.1"}),
}
