"""A key as a person pastes it: cleaned of what came along, and the wrong thing told apart."""

import re
from typing import NamedTuple

from app.domain.connection import Key, Provider
from app.domain.problem import UsageProblem, mark

LONGEST_KEY = 512
_EMPTY = mark("Nothing was pasted. Copy the key at {provider} and paste it here.")
_NO_USER = mark("The API ID is missing. Aircall shows it beside the API token.")
_NO_ACCOUNT = mark(
    "The Account SID is missing. It begins with AC and stands on the first page of the Twilio "
    "Console."
)
_TOO_LONG = mark("This is far too long for a key. Copy the key alone and paste it again.")
_MORE = mark("This is more than a key: there is a space, a line end or an odd letter in it. Copy the key alone.")  # fmt: skip  # noqa: E501
_MAIL = mark("This is an e-mail address. {provider} lets Talktally in by a key, not by a sign-in.")
_PAGE = mark("This is the address of a page, not a key. Copy the key itself.")
_PORTAL = mark(
    "This is a number, such as HubSpot gives to an account, not a key. Make a service key and "
    "paste that."
)
_OLD_KEY = mark(
    "This looks like an old API key or a client secret, and HubSpot opens no account with either. "
    "Make a service key and paste that."
)
_SID_AS_WORD = mark(
    "This is a SID of Twilio: it names an account or a key and opens neither. Paste the auth "
    "token here, or the secret of the API key."
)
_KEY_AS_ACCOUNT = mark(
    "This is the SID of an API key. The Account SID is the one that begins with AC."
)
_ODD_ACCOUNT = mark("This is no Account SID: it begins with AC, and 32 digits and letters follow.")
_ODD_USER = mark(
    "This is no SID of an API key: it begins with SK, and 32 digits and letters follow. Leave it "
    "empty for the auth token."
)
_SAME = mark("API ID and API token are the same. Aircall shows two; paste each in its place.")

_NAMES = {Provider.HUBSPOT: "HubSpot", Provider.AIRCALL: "Aircall", Provider.TWILIO: "Twilio"}
#: Spaces that no text editor shows, as they come along from web pages and documents.
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060"
_QUOTES = "\"'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a,;"
_before = re.compile(r"(?i)^(?:authorization\s*:\s*)?(?:bearer|basic|token)\s+").sub
_is_mail = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+").fullmatch
_is_page = re.compile(r"(?i)(?:https?://|www\.)\S+").fullmatch
_is_uuid = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
_is_account = re.compile(r"AC[0-9a-fA-F]{32}").fullmatch
_is_key_name = re.compile(r"SK[0-9a-fA-F]{32}").fullmatch


class KeyPasted(NamedTuple):
    """A key that can be tried; ``account``: Twilio's Account SID, else ""."""

    key: Key
    account: str = ""


def read_key(provider: Provider, word: str, *, user: str = "", account: str = "") -> KeyPasted:
    """Clean the parts of a key; UsageProblem for what cannot be one. No part is in any problem.

    Aircall's two parts may also come as one word with a colon between them.
    """
    word, user, account = _cleaned(word), _cleaned(user), _cleaned(account)
    if provider is Provider.AIRCALL and not user and word.count(":") == 1:
        user, word = (part.strip() for part in word.split(":"))
    for part in (word, user, account):
        _check_part(provider, part)
    if not word:
        raise UsageProblem(_EMPTY, provider=_NAMES[provider])
    match provider:
        case Provider.HUBSPOT:
            return KeyPasted(Key("", _hubspot(word)))
        case Provider.AIRCALL:
            return KeyPasted(_aircall(user, word))
        case Provider.TWILIO:
            return _twilio(account, user, word)


def _cleaned(text: str) -> str:
    """Take off what stands around a key: spaces, line ends, quotes, the word Bearer."""
    before = ""
    while text != before:
        before = text
        text = _before("", text.strip().strip(_UNSEEN).strip(_QUOTES))
    return text


def _check_part(provider: Provider, part: str) -> None:
    if len(part) > LONGEST_KEY:
        raise UsageProblem(_TOO_LONG)
    if _is_mail(part):
        raise UsageProblem(_MAIL, provider=_NAMES[provider])
    if _is_page(part):
        raise UsageProblem(_PAGE)
    if not (part.isascii() and part.isprintable()) or " " in part:
        raise UsageProblem(_MORE)


def _hubspot(word: str) -> str:
    if word.isdecimal():
        raise UsageProblem(_PORTAL)
    if _is_uuid(word):
        raise UsageProblem(_OLD_KEY)
    return word


def _aircall(user: str, word: str) -> Key:
    # A colon ends the name in HTTP's Basic scheme, so that it can be part of no API ID.
    if not user or ":" in user:
        raise UsageProblem(_NO_USER)
    if user == word:
        raise UsageProblem(_SAME)
    return Key(user, word)


def _twilio(account: str, user: str, word: str) -> KeyPasted:
    if not account:
        raise UsageProblem(_NO_ACCOUNT)
    if not _is_account(account):
        raise UsageProblem(_KEY_AS_ACCOUNT if _is_key_name(account) else _ODD_ACCOUNT)
    # People paste the account's SID again where the key's would go: it means the auth token.
    user = "" if user == account else user
    if user and not _is_key_name(user):
        raise UsageProblem(_ODD_USER)
    if _is_account(word) or _is_key_name(word):
        raise UsageProblem(_SID_AS_WORD)
    return KeyPasted(Key(user or account, word), account)
