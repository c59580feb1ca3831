"""A roll-out from the keys and values of its file: all of it makes sense, or none of it holds."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Mapping

from app.domain.join_link import read_link
from app.domain.problem import Problem, UsageProblem, mark
from app.domain.rollout import LookingForUpdates, Rollout
from app.domain.server_address import check_address

_LONGEST = 2_000
_KEY_CHARACTERS, _KEY_BYTES, _ALGORITHM = 56, 42, b"Ed"
_is_language = re.compile(r"(en|de)([-_][A-Za-z]{2})?").fullmatch
_UNKNOWN = mark("There is no {key}. What can be decided: {known}.")
_SERVER = mark(
    "server is the https address of your plan server, or the whole link of an invitation."
)
_LANGUAGE = mark("language is “en” or “de”, or with a region “de_AT”.")
_LOGIN = mark("start_at_login is true or false, without quotation marks.")
_UPDATES = mark("updates is “daily” or “never”.")
_FEED = mark("feed is an address that begins with https://.")
_FEED_KEY = mark(
    "feed_key is the 56 characters in the second line of a file that minisign calls public key."
)
_BOTH = mark("feed and feed_key are both there or both absent.")


class Unfit(Exception):  # noqa: N818 - as the family of problems, named for what there is
    """A key that is unknown or has a value that makes no sense; ``why`` is a whole sentence."""

    def __init__(self, key: str, why: Problem) -> None:
        super().__init__(key)
        self.key, self.why = key, why


def rollout_of(document: Mapping[str, object]) -> Rollout:
    """Return what a file decides; Unfit for the first key of it that cannot be."""
    found = {key: _value(key, given) for key, given in document.items()}
    made = Rollout(**found)  # type: ignore[arg-type]  # each was read by the reader of its name
    if bool(made.feed) != bool(made.feed_key):
        raise Unfit("feed" if made.feed else "feed_key", Problem(_BOTH))
    return made


def _value(key: str, given: object) -> object:
    if key not in _READERS:
        raise Unfit(key, Problem(_UNKNOWN, key=_shown(key), known=", ".join(_READERS)))
    read, refusal = _READERS[key]
    try:
        return read(given)
    except (ValueError, UsageProblem):
        # Never what was given: the end of a link is a secret.
        raise Unfit(key, Problem(refusal)) from None


def _server(given: object) -> str:
    address = _text(given)
    if "#" not in address:
        return check_address(address.rstrip("/").removesuffix("/join"))
    link = read_link(address)
    return f"{link.server}/join#{link.code}"


def _language(given: object) -> str:
    name = _text(given)
    if not _is_language(name):
        raise ValueError
    return name.replace("-", "_")


def _yes_or_no(given: object) -> bool:
    if not isinstance(given, bool):
        raise ValueError  # noqa: TRY004 - a wrong value of a file, like the others
    return given


def _updates(given: object) -> LookingForUpdates:
    return LookingForUpdates(_text(given))


def _feed(given: object) -> str:
    return check_address(_text(given))


def _feed_key(given: object) -> str:
    key = _text(given)
    try:
        bare = b64decode(key, validate=True)
    except Error as trouble:
        raise ValueError from trouble
    if len(key) != _KEY_CHARACTERS or len(bare) != _KEY_BYTES or not bare.startswith(_ALGORITHM):
        raise ValueError
    return key


def _text(given: object) -> str:
    if not isinstance(given, str) or not 0 < len(given.strip()) <= _LONGEST:
        raise ValueError
    return given.strip()


def _shown(key: str) -> str:
    return repr(key[:40])


_READERS: Mapping[str, tuple[Callable[[object], object], str]] = {
    "server": (_server, _SERVER),
    "language": (_language, _LANGUAGE),
    "start_at_login": (_yes_or_no, _LOGIN),
    "updates": (_updates, _UPDATES),
    "feed": (_feed, _FEED),
    "feed_key": (_feed_key, _FEED_KEY),
}
