"""Links that name a number to call, as browsers, mails and other programs hand them over."""

import re

from app.domain.addresses import read_address, tidy

# Longer than any number with its parameters; what is longer is not looked at.
_LONGEST = 256
_to_call = re.compile(r"(?:tel|callto|sips?):(?://)?(.*)", re.IGNORECASE | re.DOTALL).fullmatch
# What may stand before the host in a SIP address, with the password that nobody should write.
_user = re.compile(r"([^@:]*)(?::[^@]*)?@").match


def number_of_link(link: str) -> str:
    """Return the number in a ``tel:``, ``callto:`` or ``sip:`` link as it is written there.

    Rules: RFC 3966 and RFC 3261. Its separators stay, an extension and other parameters go, and
    what a global ``phone-context`` says stands before it. "" for any other text, for a user by
    name, and for a link that is longer than 256 characters.
    """
    found = _to_call(tidy(link)) if len(link) <= _LONGEST else None
    if found is None:
        return ""
    rest = found[1]
    user = _user(rest)
    address = read_address(user[1] if user else rest)
    return address.user if address.digits else ""
