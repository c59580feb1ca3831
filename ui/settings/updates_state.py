"""The rows about newer versions of the program; Qt-free."""

from app.domain.updates import WhyNot
from app.wording.updates import last_look, newer_sentence, who_is_asked
from app.wording.words import Words
from ui.settings.rows import Acts, Row, Section, Switch
from ui.settings.seen import Seen

_NOBODY_TO_ASK = frozenset({WhyNot.NO_FEED, WhyNot.ROLLOUT, WhyNot.ROLLOUT_BROKEN})


def updates(words: Words, seen: Seen) -> Section:
    """Make the rows about who is asked for newer versions, and what is known of them."""
    rows = (_by_itself(words, seen), _newest(words, seen))
    return Section("updates", words.say("Newer versions"), rows)


def _by_itself(words: Words, seen: Seen) -> Row:
    now = seen.updates.now
    return Row(
        "updates.on",
        words.say("Look for newer versions"),
        Switch(now.why_not is None),
        note=who_is_asked(words, now),
        enabled=not now.decided and now.why_not is not WhyNot.NO_FEED,
    )


def _newest(words: Words, seen: Seen) -> Row:
    now = seen.updates.now
    may = now.why_not not in _NOBODY_TO_ASK
    page, look = (
        ("updates.page", words.say("Open its page")),
        ("updates.look", words.say("Look now")),
    )
    acts = [page, *([look] if may else [])] if now.newer else [look]
    return Row(
        "updates.newest",
        words.say("Newest version"),
        Acts(tuple(acts)),
        note=_known(words, seen),
        # Looking as well, or the keyboard would lose its place; a second press asks nobody.
        enabled=may or now.newer is not None,
    )


def _known(words: Words, seen: Seen) -> str:
    """Say what is known of newer versions, else what is installed."""
    now = seen.updates.now
    if seen.updates.looking:
        return words.say("Looking…")
    told = f"{newer_sentence(words, now)} {last_look(words, now, seen.zone)}".strip()
    return told or words.say("Talktally {version} is installed.", version=seen.version)
