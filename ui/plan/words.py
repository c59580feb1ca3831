"""The words of the dialog that edits the plan; Qt-free."""

from dataclasses import dataclass

from app.wording.words import Words
from ui.widgets.unsaved import UnsavedWords


@dataclass(frozen=True, slots=True)
class PlansWords:
    """The words of plans and seats; ``unknown_zone`` and the like say what is wrong with a box."""

    first_note: str
    note: str
    calls: str
    texts: str
    file: str
    linked: str
    zone: str
    unknown_zone: str
    anchor: str
    committed: str
    additional: str
    without_bundle: str
    annual: str
    until: str
    seats_note: str


@dataclass(frozen=True, slots=True)
class ProfileWords:
    """The words of the company's part; ``bundles`` are the answers to whether it is included."""

    note: str
    name: str
    country: str
    state: str
    city: str
    street: str
    unknown_country: str
    destinations: str
    destinations_note: str
    unknown_countries: str
    bundle: str
    bundles: tuple[tuple[str, str], ...]
    renews: str


@dataclass(frozen=True, slots=True)
class ContractWords:
    """The words of the contract's part; ``decimal`` is the mark in amounts."""

    note: str
    decimal: str
    currency: str
    wrong_currency: str
    committed: str
    additional: str
    annual: str
    sms: str
    mms: str
    wrong_amount: str
    about: str


@dataclass(frozen=True, slots=True)
class EditWords:
    """The words of the dialog. ``date_form`` is the form of dates in boxes."""

    title: str
    first_title: str
    parts: str
    plans_part: str
    company_part: str
    contract_part: str
    start: str
    now: str
    from_day: str
    date_form: str
    plans: PlansWords
    profile: ProfileWords
    contract: ContractWords
    save: str
    saving: str
    cancel: str
    unsaved: UnsavedWords


def edit_words(words: Words) -> EditWords:
    """Say them."""
    return EditWords(
        title=words.say("Edit the plan"),
        first_title=words.say("Choose your plan"),
        parts=words.say("What to edit"),
        plans_part=words.say("Plans and seats"),
        company_part=words.say("Company"),
        contract_part=words.say("Contract"),
        start=words.say("Applies from"),
        now=words.say("Now"),
        from_day=words.say("A day"),
        date_form="dd.MM.yyyy" if words.language.code == "de" else "d MMM yyyy",
        plans=_plans(words),
        profile=_profile(words),
        contract=_contract(words),
        save=words.say("Save"),
        saving=words.say("Saving…"),
        cancel=words.say("Cancel"),
        unsaved=UnsavedWords(
            asked=words.say("What you changed is not saved yet. Close without saving?"),
            leave=words.say("Close without saving"),
            stay=words.say("Go on editing"),
        ),
    )


def _plans(words: Words) -> PlansWords:
    return PlansWords(
        first_note=words.say("The first plan also covers everything before it."),
        note=words.say("Nothing that was recorded is lost by a change."),
        calls=words.say("Calls"),
        texts=words.say("Texts"),
        file=words.say("A plan from a file…"),
        linked=words.say("Twilio Connect is linked for me in HubSpot"),
        zone=words.say("Time zone of the account"),
        unknown_zone=words.say("There is no such time zone. Choose one from the list."),
        anchor=words.say("Billing day of the texts"),
        committed=words.say("Committed seats"),
        additional=words.say("Additional seats"),
        without_bundle=words.say("Seats without the bundle"),
        annual=words.say("Annual seats"),
        until=words.say("Paid until"),
        seats_note=words.say(
            "Committed seats bring their share whether used or not. Annual seats come on top and "
            "bring theirs until the last paid day, also when deactivated. Seats without the US/CA "
            "bundle bring nothing."
        ),
    )


def _profile(words: Words) -> ProfileWords:
    return ProfileWords(
        note=words.say("This holds at once and changes no figure."),
        name=words.say("Company"),
        country=words.say("Country of the billing address"),
        state=words.say("State or region"),
        city=words.say("City"),
        street=words.say("Street"),
        unknown_country=words.say("There is no such country. Choose one from the list."),
        destinations=words.say("Included call destinations"),
        destinations_note=words.say("Countries, with commas between them."),
        unknown_countries=words.say("Not known as a country: {names}"),
        bundle=words.say("US/CA messaging bundle"),
        bundles=(
            ("", words.say("Not known")),
            ("yes", words.say("Included")),
            ("no", words.say("Not included")),
        ),
        renews=words.say("The contract renews on"),
    )


def _contract(words: Words) -> ContractWords:
    return ContractWords(
        note=words.say("Only owners see this. Leave empty what is not known."),
        decimal="," if words.language.code == "de" else ".",
        currency=words.say("Currency"),
        wrong_currency=words.say("The currency has three letters, such as USD or EUR."),
        committed=words.say("Committed seat, a month"),
        additional=words.say("Additional seat, a month"),
        annual=words.say("Annual seat, a month"),
        sms=words.say("SMS segment past the pool"),
        mms=words.say("MMS segment past the pool"),
        wrong_amount=words.say("Write amounts such as 30 or 0.0140."),
        about=words.say("Note"),
    )
