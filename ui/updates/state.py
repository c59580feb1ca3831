"""What the overview says of a newer version, and of one that is installed by now; Qt-free."""

from app.domain.updates import UpdatesNow
from app.wording.updates import newer_sentence
from app.wording.words import Words
from ui.widgets.acting_row_state import ActingRowState

PAGE, PUT_AWAY, AGAIN = "page", "put_away", "again"


def told_version(now: UpdatesNow | None, put_away: object) -> str:
    """Return the version to tell of, "" for none.

    ``put_away``: the version of which a person wants to hear no more, as it was kept. One that this
    computer is too old for is told in the settings alone.
    """
    if now is None or now.newer is None or now.needs:
        return ""
    version = str(now.newer.version)
    return "" if version == put_away else version


def update_row(words: Words, now: UpdatesNow | None, put_away: object) -> ActingRowState | None:
    """Make the row that tells of a newer version, ``None`` while there is none to tell of."""
    version = told_version(now, put_away)
    if now is None or now.newer is None or not version:
        return None
    acts = ((PAGE, words.say("Open its page")), (PUT_AWAY, words.say("Not this version")))
    note = now.newer.note(words.language.code)
    return ActingRowState(version, newer_sentence(words, now), note, acts, "import")


def updated_row(words: Words) -> ActingRowState:
    """Make the row that tells of an update under the open window."""
    told = words.say("Talktally was updated.")
    wanted = words.say("Start it again to use the new version.")
    return ActingRowState(AGAIN, told, wanted, ((AGAIN, words.say("Start again")),), "done")
