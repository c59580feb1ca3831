"""What is told of newer versions of the program, in the window and on the command line."""

from app.domain.instant import Instant
from app.domain.updates import UpdatesNow, WhyNot
from app.wording.words import Words


def newer_sentence(words: Words, now: UpdatesNow) -> str:
    """Say that there is a newer version, "" where none is known."""
    if now.newer is None:
        return ""
    if now.needs:
        return words.say(
            "Version {version} of Talktally is there, but it needs a newer system than this one.",
            version=now.newer.version,
        )
    return words.say("Version {version} of Talktally is there.", version=now.newer.version)


def who_is_asked(words: Words, now: UpdatesNow) -> str:
    """Say who is asked once a day, or why nobody is."""
    match now.why_not:
        case WhyNot.NO_FEED:
            return words.say(
                "This build of Talktally names nobody to ask for newer versions, so nobody is "
                "asked."
            )
        case WhyNot.ROLLOUT:
            return words.say(
                "Whoever set up this computer decided that Talktally looks for no newer version."
            )
        case WhyNot.ROLLOUT_BROKEN:
            return words.say(
                "The roll-out file of this computer cannot be used, so nobody is asked for newer "
                "versions."
            )
        case WhyNot.SETTING:
            return words.say("Talktally does not look for newer versions by itself.")
        case None:
            asked = words.say(
                "Once a day {server} is asked for newer versions. Nothing is sent about you.",
                server=now.server,
            )
            return f"{asked} {_by_whom(words)}" if now.decided else asked


def _by_whom(words: Words) -> str:
    return words.say("Whoever set up this computer decided that.")


def last_look(words: Words, now: UpdatesNow, zone: str) -> str:
    """Say when somebody was asked last, and what came of it; "" where nobody has been or may."""
    looked = now.looked
    if looked.asked is None or now.why_not is WhyNot.ROLLOUT:
        return ""
    if looked.problem is not None:
        return words.say(
            "Last looked {when}. {problem}",
            when=_when(words, looked.asked, zone),
            problem=words.problem(looked.problem),
        )
    if looked.answered is None:
        return ""
    when = _when(words, looked.answered, zone)
    if now.newer is None:
        return words.say("Last looked {when}: there is no newer version.", when=when)
    return words.say("Last looked {when}.", when=when)


def _when(words: Words, at: Instant, zone: str) -> str:
    return words.day_time(at, zone)
