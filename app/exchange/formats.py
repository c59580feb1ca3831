"""Every format that is known by itself, and which of them a header belongs to."""

from collections.abc import Sequence

from app.exchange import (
    aircall_calls,
    aircall_usage,
    asterisk,
    freeswitch,
    google_voice,
    hubspot_calls,
    kamailio,
    linphone,
    microsip,
    ringcentral_calls,
    talktally,
    twilio_calls,
    twilio_messages,
    twinkle,
)
from app.exchange.format import Format, Shape

#: The more telling headers come first.
FORMATS = (
    talktally.CSV,
    talktally.JSONL,
    twilio_calls.CALLS,
    twilio_calls.CALLS_JSON,
    twilio_messages.MESSAGES,
    twilio_messages.MESSAGES_JSON,
    aircall_calls.CALLS,
    aircall_usage.USAGE,
    hubspot_calls.CALLS,
    hubspot_calls.CALLS_JSON,
    ringcentral_calls.CALLS,
    google_voice.VOICE,
    linphone.LOG,
    microsip.INI,
    microsip.CSV,
    twinkle.LOG,
    asterisk.CSV,
    freeswitch.CSV,
    kamailio.TABLE,
    kamailio.LOG,
)


def detect(header: Sequence[str], shape: Shape = Shape.TABLE) -> Format | None:
    """Find the format whose required columns are all in the header."""
    return next((each for each in FORMATS if each.shape is shape and each.fits(header)), None)


def named(name: str) -> Format | None:
    """Find a format by its name."""
    return next((each for each in FORMATS if each.name == name), None)
