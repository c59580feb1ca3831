"""Two reports of one record made one: a later report wins, but a blank never erases what was known.

Legs are collected by their own ids, whatever order they arrive in: Twilio reports a call from phone
as a parent and a child, each a row of its own.
"""

from hashlib import blake2b
from typing import Any, TypeVar

from app.domain.event import Call, Direction, Fact, Leg, Source, Text
from app.domain.instant import MINUTE, SECOND

_F = TypeVar("_F", Call, Text)
_BLANK = ("", None)
#: Providers whose record ids never collide between two accounts.
_WORLDWIDE = frozenset({"twilio"})


def digest_of(fact: Fact) -> bytes:
    """Return the identity of a record in 16 bytes: provider, account and the provider's id."""
    return identity_of(fact.source, fact.external_id)


def identity_of(source: Source, external_id: str) -> bytes:
    """Return the identity that a record of a source has by its id."""
    provider, account = source
    if provider in _WORLDWIDE:
        account = ""
    name = f"{provider}\0{account}\0{external_id}"
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def tie_of(digest: bytes) -> int:
    """Return what orders two entries of one instant: a signed whole number from the identity."""
    return int.from_bytes(digest[:8], "big", signed=True)


def merged(old: Fact, new: Fact) -> Fact:
    """Return what both reports of one record say together; the newer wins where both speak."""
    if old == new:
        return old
    if isinstance(old, Call) and isinstance(new, Call):
        call = _filled(old, new)
        return _with_legs(old, new, call) if old.legs or new.legs else call
    if isinstance(old, Text) and isinstance(new, Text):
        return _filled(old, new)
    return new


def _filled(old: _F, new: _F) -> _F:
    kept: dict[str, Any] = {
        name: said
        for name, said, now in zip(new._fields, old, new, strict=True)
        if now in _BLANK and said not in _BLANK
    }
    if old.source.account and not new.source.account:
        kept["source"] = old.source
    if isinstance(new, Call):
        kept |= _kept_exact(old, new)
    return new._replace(**kept) if kept else new


def _kept_exact(old: Call, new: Call) -> dict[str, Any]:
    """Return what the older report says more exactly than one that rounds: HubSpot's exports.

    Only a start cut to the minute gives such a report away; other small differences are edits.
    """
    cut = old.start % MINUTE
    if not cut or new.start != old.start - cut:
        return {}
    exact = {"start": old.start}
    is_cut = new.talk_us % SECOND == 0 and abs(new.talk_us - old.talk_us) < SECOND
    return {**exact, "talk_us": old.talk_us} if is_cut else exact


def _with_legs(old: Call, new: Call, call: Call) -> Call:
    legs = {leg.external_id: leg for leg in old.legs}
    for leg in new.legs:
        known = legs.get(leg.external_id)
        late = known is not None and leg.price is None
        legs[leg.external_id] = leg._replace(price=known.price) if known and late else leg
    root = legs.pop(call.external_id, None)
    children = [legs[key] for key in sorted(legs)]
    if root is None:
        # Of legs alike in rank neither report is the later one: both orders must say the same.
        whole = call._replace(
            legs=tuple(children), start=min(old.start, new.start), direction=old.direction
        )
        return _seen_from_agent(whole, None, children)
    told = new if any(leg.external_id == call.external_id for leg in new.legs) else old
    whole = call._replace(
        legs=(root, *children), start=told.start, direction=told.direction, talk_us=root.talk_us
    )
    return _seen_from_agent(whole, root, children)


def _seen_from_agent(call: Call, root: Leg | None, children: list[Leg]) -> Call:
    """Take the far end and the talk time from the leg that reaches the contact."""
    inbound = call.direction is Direction.INBOUND
    if root is not None and (inbound or not children):
        own, far = (root.destination, root.origin) if inbound else (root.origin, root.destination)
        return call._replace(own=own, far=far)
    contact = max(children, key=lambda leg: leg.talk_us)
    ends = (contact.origin, contact.destination)
    own, far = reversed(ends) if inbound else ends
    return call._replace(own=own, far=far, talk_us=contact.talk_us)
