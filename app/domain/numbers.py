"""Phone numbers in one form, and the region each belongs to."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from re import compile as pattern
from typing import TYPE_CHECKING, NamedTuple

from app.domain.addresses import Address, read_address, tidy
from app.domain.caller_words import Said, said, spelled
from app.domain.erased import is_erased, read_erased

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# Longer than any number with its extension; what is longer is not looked at.
_LONGEST = 64
_LONGEST_SHORT_CODE = 6
_LONGEST_LOCAL = 8
_DIGITS = frozenset("0123456789")
_TAIL, _SHORTEST_TAIL = 8, 7
_NANP = 1
_NANP_DIGITS = 10
# One number that exists in every +1 area code in use, to ask where an area code lies.
_SAMPLE = 2345678

# The common ways to write a +1 number, known at sight because parsing takes fifty times longer.
_nanp_at_sight = pattern(
    r"(\+?1)?[ .-]?\(?([2-9][0-9]{2})\)?[ .-]?([0-9]{3})[ .-]?([0-9]{4})"
).fullmatch


class NumberClass(StrEnum):
    """What a record says about who was at the other end."""

    KNOWN = "known"
    WITHHELD = "withheld"
    UNKNOWN = "unknown"
    OTHER = "other"  # short codes, senders by name, addresses without a number


class Number(NamedTuple):
    """``text`` is E.164 ("+14155550188") when known, else what was written, tidied.

    ``region`` is the ISO 3166 code of where the number belongs, "" when nobody can tell. The
    territories (PR, VI, GU, AS, MP) are their own region, not US.
    """

    text: str
    kind: NumberClass
    region: str


@lru_cache(maxsize=65536)
def parse(text: str, default_region: str = "US") -> Number:
    """Read a number as people, exports and softphones write it; never fails.

    Without a country code it is read as one of the default region if that makes a valid number,
    else as one whose "+" was lost. A number of a possible length counts as known even when it is
    not assigned: records are about calls that happened.
    """
    glance = _nanp_at_sight(text)
    if glance and (text[0] == "+" or _calling_code(default_region) == _NANP):
        area = glance[2]
        return Number(f"+1{area}{glance[3]}{glance[4]}", NumberClass.KNOWN, _area_region(area))
    if is_erased(text) and (erased := read_erased(text)):
        return Number(text, NumberClass(erased.kind), erased.region)
    if len(text) > _LONGEST:
        return Number(text[:_LONGEST], NumberClass.UNKNOWN, "")
    written = tidy(text)
    address = read_address(written)
    found = _find(address, default_region)
    return found or Number(written, _class_without_number(address), "")


def tail_of(text: str) -> str:
    """Return the last eight digits of a number, "" where it has fewer than seven.

    Two ways to write one number, with and without its country code, end alike.
    """
    digits = "".join([character for character in text if character in _DIGITS])
    return digits[-_TAIL:] if len(digits) >= _SHORTEST_TAIL else ""


def prefixes_of(region: str) -> tuple[str, ...]:
    """Return the first digits that numbers of a region have, and numbers of no other region.

    Area codes for the regions that share the calling code 1; none for those that share another
    one, as nothing so short tells them apart.
    """
    # Late for the reason in _read.
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    code = _calling_code(region)
    if code == _NANP:
        areas = (str(area) for area in range(200, 1000))
        return tuple(f"{_NANP}{area}" for area in areas if _area_region(area) == region)
    alone = COUNTRY_CODE_TO_REGION_CODE.get(code) == (region,)
    return (str(code),) if alone else ()


def _class_without_number(address: Address) -> NumberClass:
    meaning = spelled(address.digits) if address.international else said(address.user)
    if meaning is Said.WITHHELD:
        return NumberClass.WITHHELD
    if meaning is Said.UNKNOWN:
        return NumberClass.UNKNOWN
    named = address.schemed or any(map(str.isalpha, address.user))
    short = 0 < len(address.digits) <= _LONGEST_LOCAL and not address.international
    return NumberClass.OTHER if named or short else NumberClass.UNKNOWN


def _find(address: Address, default_region: str) -> Number | None:
    digits = address.digits
    shortest = 0 if address.international else _LONGEST_SHORT_CODE
    if len(digits) <= shortest or (address.international and spelled(digits) is not Said.NOTHING):
        return None
    number = _choose(list(_readings(address, default_region)), local=address.international)
    if number is None:
        return None
    # Late for the reason in _read.
    from phonenumbers import PhoneNumberFormat, format_number, is_valid_number

    written = format_number(number, PhoneNumberFormat.E164)
    if not is_valid_number(number) and _read(written, "") != number:
        return None  # all noughts lose one with each reading, so no form of it would last
    return Number(written, NumberClass.KNOWN, _region(number))


def _readings(address: Address, default_region: str) -> Iterator["PhoneNumber"]:
    digits = address.digits
    attempts = [(f"+{digits}", "")]
    if digits.startswith("00") and not address.international:
        attempts = [(f"+{digits[2:]}", "")]
    elif not address.international:
        attempts = [(digits, default_region), (f"+{digits.removeprefix('011')}", "")]
    for text, region in attempts:
        number = _read(text, region)
        if number is not None:
            yield number


def _choose(readings: list["PhoneNumber"], *, local: bool) -> "PhoneNumber | None":
    # Late for the reason in _read.
    from phonenumbers import ValidationResult, is_possible_number_with_reason, is_valid_number

    possible = {ValidationResult.IS_POSSIBLE}
    if local:
        possible.add(ValidationResult.IS_POSSIBLE_LOCAL_ONLY)
    valid = filter(is_valid_number, readings)
    passable = (each for each in readings if is_possible_number_with_reason(each) in possible)
    return next(valid, None) or next(passable, None)


def _read(text: str, region: str) -> "PhoneNumber | None":
    # Imported here because its tables cost a start 45 ms and a start reads no number.
    from phonenumbers import NumberParseException
    from phonenumbers import parse as parse_number

    try:
        return parse_number(text, region or None)
    except NumberParseException:
        return None


def _region(number: "PhoneNumber") -> str:
    # Late for the reason in _read.
    from phonenumbers import region_code_for_number

    national = str(number.national_number)
    if number.country_code == _NANP and len(national) == _NANP_DIGITS:
        return _area_region(national[:3])
    region = region_code_for_number(number) or ""
    return region if region.isalpha() else ""  # "001" stands for the world


@lru_cache(maxsize=1024)
def _area_region(area: str) -> str:
    """Where an area code lies, also for numbers in it that are not assigned."""
    # Late for the reason in _read.
    from phonenumbers import PhoneNumber, region_code_for_number

    sample = PhoneNumber(country_code=_NANP, national_number=int(area) * 10_000_000 + _SAMPLE)
    return region_code_for_number(sample) or ""


@lru_cache(maxsize=512)
def _calling_code(region: str) -> int:
    # Late for the reason in _read.
    from phonenumbers import country_code_for_region

    return country_code_for_region(region)
