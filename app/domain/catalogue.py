"""Plans as plain documents: what the catalogue's files and an owner's own plan file say.

Reading is strict, because a misspelt field would silently bill by a default: unknown fields are
refused, and every sentence names the field and what is allowed there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from itertools import pairwise

from app.domain.document import Section, section
from app.domain.event import NO_PLAN
from app.domain.plan import (
    Allowance,
    Counted,
    Line,
    MeterKind,
    PastLimit,
    Place,
    Plan,
    PlanVersion,
    Rounding,
    Scope,
    Territory,
)
from app.domain.problem import UsageProblem, mark

_PLAN = tuple(field.name for field in fields(Plan))
_VERSION = tuple(field.name for field in fields(PlanVersion))
_ALLOWANCE = tuple(field.name for field in fields(Allowance))
_ROUNDING = tuple(field.name for field in fields(Rounding))
_KINDS = {
    Line.CALLS: (MeterKind.MINUTES, MeterKind.CALLS),
    Line.TEXTS: (MeterKind.SMS, MeterKind.MMS),
}
# Twilio Connect carries calls; texts past their allowance are stopped or billed by the provider.
_PASTS = {
    Line.CALLS: tuple(PastLimit),
    Line.TEXTS: (PastLimit.BLOCKED, PastLimit.BILLED),
}
_DAY_SECONDS = 86_400


def plan_from_document(document: Mapping[str, object]) -> Plan:
    """Read a plan; UsageProblem names the first field that is wrong and what is allowed there."""
    top = section(document, _PLAN)
    line = top.choice("line", tuple(Line))
    versions = top.sections("versions", _VERSION)
    return Plan(
        name=_name(top),
        title=top.text("title", longest=80),
        provider=top.name("provider"),
        line=line,
        versions=_in_order(tuple(_version(each, line) for each in versions)),
        anchored=top.flag("anchored", default=False),
    )


def document_of(plan: Plan) -> dict[str, object]:
    """Write a plan as plain data with every field, so that reading it gives the same plan."""
    return {
        "name": plan.name,
        "title": plan.title,
        "provider": plan.provider,
        "line": plan.line.value,
        "anchored": plan.anchored,
        "versions": [_document_of_version(version) for version in plan.versions],
    }


def _name(top: Section) -> str:
    name = top.name("name")
    if name == NO_PLAN:
        raise UsageProblem(mark('Field {field} must not be "none".'), field="name")
    return name


def _in_order(versions: tuple[PlanVersion, ...]) -> tuple[PlanVersion, ...]:
    if any(before.effective_from >= after.effective_from for before, after in pairwise(versions)):
        message = mark("Field {field} must be in order of effective_from, each with another date.")
        raise UsageProblem(message, field="versions")
    return versions


def _version(part: Section, line: Line) -> PlanVersion:
    rounding = section(part.fields.get("rounding", {}), _ROUNDING, part.name_of("rounding"))
    return PlanVersion(
        effective_from=part.day("effective_from"),
        published=part.day("published"),
        source=part.text("source", longest=1000),
        allowances=_allowances(part, line),
        rounding=_rounding(rounding),
        legs_browser=part.whole("legs_browser", low=1, high=9, default=1),
        legs_phone=part.whole("legs_phone", low=1, high=9, default=2),
        segments_per_mms=part.whole("segments_per_mms", low=1, high=1000, default=1),
        territory=_territory(part),
    )


def _allowances(part: Section, line: Line) -> tuple[Allowance, ...]:
    found = tuple(_allowance(each, line) for each in part.sections("allowances", _ALLOWANCE))
    if len({each.kind for each in found}) < len(found):
        message = mark("Field {field} must have each kind only once.")
        raise UsageProblem(message, field=part.name_of("allowances"))
    return found


def _allowance(part: Section, line: Line) -> Allowance:
    return Allowance(
        kind=part.choice("kind", _KINDS[line]),
        scope=part.choice("scope", tuple(Scope)),
        included=part.whole("included", low=0),
        past=part.choice("past", _PASTS[line]),
        counted=part.choice("counted", tuple(Counted), Counted.OUTBOUND),
        warn_at_remaining=part.whole("warn_at_remaining", low=0, default=0),
        near_percent=part.whole("near_percent", low=0, high=100, default=0),
        answered_only=part.flag("answered_only", default=False),
    )


def _rounding(part: Section) -> Rounding:
    return Rounding(
        place=part.choice("place", tuple(Place), Place.PER_LEG),
        first_seconds=part.whole("first_seconds", low=1, high=_DAY_SECONDS, default=60),
        next_seconds=part.whole("next_seconds", low=1, high=_DAY_SECONDS, default=60),
    )


def _territory(part: Section) -> Territory:
    regions = part.items("territory", default=())
    if not _are_regions(regions):
        message = mark("Field {field} must be a list of country codes such as US and CA.")
        raise UsageProblem(message, field=part.name_of("territory"))
    return Territory(frozenset(map(str, regions)))


def _are_regions(regions: Sequence[object]) -> bool:
    return all(isinstance(each, str) and re.fullmatch("[A-Z]{2}", each) for each in regions)


def _document_of_version(version: PlanVersion) -> dict[str, object]:
    return {
        "effective_from": version.effective_from.isoformat(),
        "published": version.published.isoformat(),
        "source": version.source,
        "allowances": [_document_of_allowance(each) for each in version.allowances],
        "rounding": {
            "place": version.rounding.place.value,
            "first_seconds": version.rounding.first_seconds,
            "next_seconds": version.rounding.next_seconds,
        },
        "legs_browser": version.legs_browser,
        "legs_phone": version.legs_phone,
        "segments_per_mms": version.segments_per_mms,
        "territory": sorted(version.territory.regions),
    }


def _document_of_allowance(allowance: Allowance) -> dict[str, object]:
    return {
        "kind": allowance.kind.value,
        "scope": allowance.scope.value,
        "included": allowance.included,
        "past": allowance.past.value,
        "counted": allowance.counted.value,
        "warn_at_remaining": allowance.warn_at_remaining,
        "near_percent": allowance.near_percent,
        "answered_only": allowance.answered_only,
    }
