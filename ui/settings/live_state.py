"""The rows about live calls: what is listened to, and how that stands; Qt-free."""

from app.domain.call_report import Contact, SourceNews
from app.domain.hook_place import hook_base
from app.domain.phone_choice import STRIPS, PhoneChoice
from app.wording.words import Words
from ui.settings.rows import Acts, Choice, Row, Section, Switch, Written
from ui.settings.seen import Phones, Seen

_HIDDEN = "···"
#: A space without width, and after how many letters of an address it stands.
_BREAK, _STEP = "\u200b", 6


def live_calls(words: Words, seen: Seen) -> Section:
    """Make the rows about softphones that tell of calls, and the small window of a call."""
    chosen, phones = seen.settings.phone, seen.phones
    rows = [_baresip(words, seen), *_baresip_place(words, chosen, seen, phones)]
    rows += [_hook(words, seen), *_hook_place(words, chosen, seen, phones), _strip(words, chosen)]
    return Section("live", words.say("Live calls"), tuple(rows))


def _baresip(words: Words, seen: Seen) -> Row:
    note = words.say("Calls of baresip are counted while they go on. It needs its module ctrl_tcp.")
    return Row("live.baresip", words.say("Listen to baresip"), Switch(seen.settings.phone.baresip),
               note=_standing(words, seen, "baresip") or note)  # fmt: skip


def _baresip_place(words: Words, chosen: PhoneChoice, seen: Seen, phones: Phones) -> list[Row]:
    if not chosen.baresip and "live.baresip_at" not in seen.problems:
        return []
    note = words.say("An address of this computer and a port, as ctrl_tcp_listen names them.")
    rows = [Row("live.baresip_at", words.say("Where baresip listens"),
                Written(chosen.baresip_at, hint="127.0.0.1:4444", most=60), note=note)]  # fmt: skip
    contact = phones.contact("baresip")
    if contact is Contact.TAKEN:
        act = ("live.take.baresip", words.say("Take back"))
        note = words.say("baresip tells one program only, the last one that asked.")
        rows.append(Row("live.again", words.say("Line to baresip"), Acts((act,)), note=note))
    elif contact in (Contact.ABSENT, Contact.REFUSED):
        act = ("live.take.baresip", words.say("Try again"))
        rows.append(Row("live.again", words.say("Line to baresip"), Acts((act,))))
    return rows


def _hook(words: Words, seen: Seen) -> Row:
    note = words.say("For softphones that open an address when a call begins or ends.")
    note = _standing(words, seen, "hook") or note
    label = words.say("Local address for softphones")
    return Row("live.hook", label, Switch(seen.settings.phone.hook), note=note)


def _hook_place(words: Words, chosen: PhoneChoice, seen: Seen, phones: Phones) -> list[Row]:
    rows = []
    if chosen.hook or "live.hook_port" in seen.problems:
        note = words.say("Only programs on this computer can reach it.")
        control = Written(str(chosen.hook_port), hint="47612", most=5, narrow=True)
        rows.append(Row("live.hook_port", words.say("Port"), control, note=note))
    if chosen.hook:
        rows.append(_address(words, chosen, phones))
    if phones.contact("hook") is Contact.REFUSED:
        act = ("live.take.hook", words.say("Try again"))
        rows.append(Row("live.hook_again", words.say("Listening"), Acts((act,))))
    return rows


def _address(words: Words, chosen: PhoneChoice, phones: Phones) -> Row:
    """The address with its token only where that was asked for."""
    base = f"{hook_base(chosen.hook_port)}start?token="
    show = words.say("Hide") if phones.token else words.say("Show")
    acts = (
        ("live.copy", words.say("Copy")),
        ("live.show", show),
        ("live.new_token", words.say("New token")),
    )
    note = words.say(
        "{address} — in place of start also ring, hold, resume and end. A new token makes the "
        "addresses that softphones have now useless.",
        address=_breakable(f"{base}{phones.token or _HIDDEN}&number=…"),
    )
    return Row("live.address", words.say("Address"), Acts(acts), note=note)


def _breakable(address: str) -> str:
    """Let an address go on in the next line wherever it has to."""
    return _BREAK.join(address[at : at + _STEP] for at in range(0, len(address), _STEP))


def _strip(words: Words, chosen: PhoneChoice) -> Row:
    names = {
        "away": words.say("While the window is away"),
        "always": words.say("Always"),
        "never": words.say("Never"),
    }
    note = words.say("It stays on top of other windows during a call.")
    options = tuple((key, names[key]) for key in STRIPS)
    label = words.say("Small window of a call")
    return Row("live.strip", label, Choice(options, chosen.strip), note=note)


def _standing(words: Words, seen: Seen, source: str) -> str:
    """Say how a source stands, "" where nobody wants it."""
    news = next((each for each in seen.phones.news if each.source == source), None)
    if news is None:
        return ""
    problem = seen.phones.problems.get(source)
    if news.contact is Contact.REFUSED:
        return words.problem(problem) if problem else words.say(news.reason)
    said = _said(words, news, words.time(news.at.wall, seen.zone))
    reason = words.say(news.reason) if news.reason else ""
    return f"{said} {reason}".strip() if news.contact is Contact.LISTENING else reason or said


def _said(words: Words, news: SourceNews, since: str) -> str:
    said = {
        Contact.OFF: "",
        Contact.SEEKING: words.say("Looking for it at {place}…", place=news.place),
        Contact.LISTENING: words.say("Connected since {time}.", time=since),
        Contact.ABSENT: words.say("Nobody answers at {place}.", place=news.place),
        Contact.LOST: words.say("It has not answered since {time}.", time=since),
        Contact.TAKEN: words.say("Another program has been listening since {time}.", time=since),
    }
    if news.source == "hook" and news.contact is Contact.LISTENING:
        return words.say("Listening at {place} since {time}.", place=news.place, time=since)
    return said.get(news.contact, "")
