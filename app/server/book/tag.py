"""The tag of a plan book: its revision, and for whom it was written, as an HTTP entity tag."""

from app.server.people.caller import Caller
from app.server.refusals import Refused
from app.wire.refusal import Reason


def tag_of(revision: int, caller: Caller) -> str:
    """Write the tag of a revision as this caller sees it; agents see less than owners do."""
    return f'"{revision}-{caller.role}-{caller.member}"'


def is_known(tag: str, if_none_match: str | None) -> bool:
    """Tell whether the asker has what the tag stands for."""
    if if_none_match is None:
        return False
    return if_none_match == tag or any(
        # A proxy that compresses answers marks their tags as weak.
        each.strip().removeprefix("W/") == tag
        for each in if_none_match.split(",")
    )


def require(tag: str, if_match: str | None) -> None:
    """Refuse a change that names no revision, or another than the present one."""
    if if_match is None or if_match.strip() in ("", "*"):
        told = "Say in If-Match which revision of the plan this changes."
        raise Refused(428, Reason.NO_REVISION, told)
    if not is_known(tag, if_match):
        told = "The plan was changed meanwhile. Read it again."
        raise Refused(412, Reason.STALE, told)
