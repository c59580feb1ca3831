"""The rows about the program itself and about me; Qt-free."""

from app.machine.settings import TEXT_PERCENTS
from app.wording.words import Words
from ui.settings.rows import Choice, Listed, Row, Section, Switch, Written
from ui.settings.seen import AtLogin, Myself, Seen


def general(words: Words, seen: Seen) -> Section:
    """Make the rows about language, looks, and how the program starts and ends."""
    rows = (
        _language(words, seen),
        _theme(words, seen),
        _text_size(words, seen),
        _motion(words, seen),
        *_at_login(words, seen.known.at_login, seen.rollout.start_at_login),
        _closing(words, seen),
    )
    return Section("general", words.say("General"), rows)


def myself(words: Words, seen: Seen) -> Section:
    """Make the rows about who I am in the records."""
    me = seen.known.me or Myself()
    name = words.say("As your records write it. Old names stay among the other names.")
    rows = (
        Row("me.name", words.say("Name"), Written(me.name, among=me.others), note=name),
        _aliases(words, me),
        _numbers(words, me),
        _method(words, me),
        _phone(words, me),
    )
    return Section("me", words.say("Me"), rows)


def _language(words: Words, seen: Seen) -> Row:
    options = (("system", words.say("Like the system")), ("en", "English"), ("de", "Deutsch"))
    own, decided = seen.settings.language, seen.rollout.language
    chosen = (own or decided).partition("_")[0] or "system"
    note = words.say("Chosen by your company, until you choose.") if decided and not own else ""
    return Row("general.language", words.say("Language"), Choice(options, chosen), note=note)


def _theme(words: Words, seen: Seen) -> Row:
    options = (
        ("system", words.say("Like the system")),
        ("light", words.say("Light")),
        ("dark", words.say("Dark")),
    )
    return Row("general.theme", words.say("Theme"), Choice(options, seen.settings.theme))


def _text_size(words: Words, seen: Seen) -> Row:
    sizes = tuple((str(each), words.say("{n} %", n=each)) for each in TEXT_PERCENTS)
    control = Choice(sizes, str(seen.settings.text_percent))
    note = words.say("On top of the size that the system gives to text.")
    return Row("general.text", words.say("Text size"), control, note=note)


def _motion(words: Words, seen: Seen) -> Row:
    options = (("system", words.say("Like the system")), ("always", words.say("None")))
    return Row("general.calm", words.say("Motion"), Choice(options, seen.settings.calm))


def _at_login(
    words: Words,
    at_login: AtLogin | None,
    decided: bool | None,  # noqa: FBT001 - one of three
) -> tuple[Row, ...]:
    if at_login is None:
        return ()
    note = words.say("Talktally then starts in the tray.")
    if decided is at_login.on:
        note = f"{note} {words.say('Chosen by your company, until you choose.')}"
    if at_login.broken:
        note = words.say(
            "The system would start a Talktally that is no longer there. Turn this on anew."
        )
    return (Row("general.login", words.say("Start at login"), Switch(at_login.on), note=note),)


def _closing(words: Words, seen: Seen) -> Row:
    label, switch = words.say("Keep running in the tray"), Switch(seen.settings.close_to_tray)
    note = words.say("Closing the window leaves Talktally in the tray. Quit ends it.")
    if not seen.tray:
        note = words.say("This desktop shows no tray, so closing the window ends Talktally.")
    return Row("general.tray", label, switch, note=note)


def _aliases(words: Words, me: Myself) -> Row:
    note = words.say(
        "Other names that records use for you. Whatever is taken away belongs to a person of its "
        "own again; nothing is lost."
    )
    control = Listed(
        tuple((each, each) for each in me.aliases),
        add=words.say("Add a name"),
        remove=words.say("Remove {what}"),
    )
    return Row("me.aliases", words.say("Other names"), control, note=note)


def _numbers(words: Words, me: Myself) -> Row:
    note = words.say("Calls and texts of these numbers are yours where records name nobody.")
    control = Listed(
        tuple((each, words.whole_phone(each)) for each in me.numbers),
        add=words.say("Add a number"),
        remove=words.say("Remove {what}"),
        hint="+14155550188",
    )
    return Row("me.numbers", words.say("Own numbers"), control, note=note)


def _method(words: Words, me: Myself) -> Row:
    options = (
        ("browser", words.say("From the browser")),
        ("phone", words.say("From the phone")),
    )
    note = words.say("How a call was placed where its record does not say.")
    label = words.say("You usually call")
    return Row("me.method", label, Choice(options, me.method), note=note)


def _phone(words: Words, me: Myself) -> Row:
    note = words.say("Rung first when you call from the phone; it prices the first leg.")
    control = Written(words.whole_phone(me.phone), hint="+14155550188", most=40)
    return Row("me.phone", words.say("Own phone"), control, note=note)
