"""Where the key of a provider is found or made, which rights it needs, and what its parts are."""

from typing import NamedTuple

from app.domain.connection import Provider, Right
from app.domain.problem import mark
from app.wording.words import Words


class KeyHelp(NamedTuple):
    """How to come by a key: steps in their order, what it must be able to read, and who may do it.

    ``page``: the address of the provider's own pages, where the first step begins.
    """

    steps: tuple[str, ...]
    rights: tuple[str, ...]
    who: str
    page: str


class KeyFields(NamedTuple):
    """What the parts of a key are called; "" for a part that a provider's key has not.

    ``account``: beside the key, what names the account. ``user``: the part that names the key.
    ``word``: the part that nobody may see.
    """

    account: str
    user: str
    word: str


#: Where people make a key; each opens for whoever is signed in there.
_PAGES = {
    Provider.HUBSPOT: "https://app.hubspot.com",
    Provider.AIRCALL: "https://dashboard.aircall.io",
    Provider.TWILIO: "https://console.twilio.com",
}
_STEPS = {
    Provider.HUBSPOT: (
        mark("In HubSpot open Development, then Keys, then Service keys."),
        mark("Choose Create service key and give it a name, for example Talktally."),
        mark("Choose Add new scope, tick the scopes below, and choose Update."),
        mark("Choose Create, open the new key, show it, and copy it."),
    ),
    Provider.AIRCALL: (
        mark("In the Aircall dashboard open Integrations & API, then API Keys."),
        mark("Add a new API key and give it a name, for example Talktally."),
        mark("Copy the API ID and the API token. Aircall shows the token only this once."),
    ),
    Provider.TWILIO: (
        mark("In the Twilio Console copy the Account SID. It begins with AC."),
        mark("Open the settings of the account there, and in them the API keys."),
        mark("Create an API key: Restricted, with reading alone, or Standard."),
        mark("Copy its SID, which begins with SK, and its secret. Twilio shows it only this once."),
        mark("Without an API key, the auth token of the account works, too."),
    ),
}
_RIGHTS = {
    Provider.HUBSPOT: (
        mark("crm.objects.contacts.read, for calls and texts"),
        mark("crm.objects.owners.read, for the names of people"),
    ),
    Provider.AIRCALL: (mark("A key of Aircall has no rights to choose: it opens the company."),),
    Provider.TWILIO: (
        mark("calls and texts"),
        mark("balance and prices"),
        mark("the auth token or a Main key, if there are subaccounts to read"),
    ),
}
_WHO = {
    Provider.HUBSPOT: mark("A super admin can do this, or whoever has access to developer tools."),
    Provider.AIRCALL: mark("An admin of the company can do this."),
    Provider.TWILIO: mark("An administrator or owner of the account can do this."),
}
_FIELDS = {
    Provider.HUBSPOT: ("", "", mark("Service key, or access token of a private app")),
    Provider.AIRCALL: ("", mark("API ID"), mark("API token")),
    Provider.TWILIO: (
        mark("Account SID"),
        mark("SID of the API key (empty for the auth token)"),
        mark("Secret of the API key, or auth token"),
    ),
}
_READS_ONLY = mark("Talktally only ever reads, and asks for no right to change anything.")
_MISSING = {
    Right.CALLS: mark("This key may not read calls, so no minutes can be counted."),
    Right.TEXTS: mark("This key may not read texts, so none of them are counted."),
    Right.PEOPLE: mark("This key may not read people, so their names stay unknown."),
    Right.ACCOUNT: mark("This key may not read the account, so zone and currency stay unknown."),
}
_SCOPES = {
    Right.CALLS: "crm.objects.contacts.read",
    Right.TEXTS: "crm.objects.contacts.read",
    Right.PEOPLE: "crm.objects.owners.read",
    Right.ACCOUNT: "",
}


def key_help(words: Words, provider: Provider) -> KeyHelp:
    """Say how to come by a key of a provider; menus as the providers' own pages name them."""
    return KeyHelp(
        tuple(words.say(step) for step in _STEPS[provider]),
        tuple(words.say(right) for right in _RIGHTS[provider]),
        words.say(_WHO[provider]),
        _PAGES[provider],
    )


def key_fields(words: Words, provider: Provider) -> KeyFields:
    """Name the parts of a key of a provider, as the labels of their fields."""
    return KeyFields(*(words.say(part) if part else "" for part in _FIELDS[provider]))


def reads_only(words: Words) -> str:
    """Say that nothing at a provider is ever changed."""
    return words.say(_READS_ONLY)


def lacking_text(words: Words, provider: Provider, right: Right) -> str:
    """Say what a right that a key lacks keeps from being counted, and what to add to the key."""
    missing = words.say(_MISSING[right])
    scope = _SCOPES[right] if provider is Provider.HUBSPOT else ""
    if not scope:
        return missing
    return words.say("{missing} Add the scope {scope} to the key.", missing=missing, scope=scope)
