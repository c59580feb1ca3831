"""The mappings that are kept: list them, show one, remove one, find the one for a file."""

import json
from dataclasses import asdict

from app.domain.plain_name import plain
from app.domain.problem import Problem, UsageProblem, mark
from app.exchange.mapping import Mapping, parse_mapping
from app.ledger.ledger import Ledger
from app.ledger.mappings import drop_mapping, keep_mapping, kept_documents

UNKNOWN = mark(
    "There is no mapping file {name}, and no mapping is kept under that name. Kept are: {names}."
)
_NO_NAME = mark("The mapping has no name. Give it one, to be found again.")
_NOT_KEPT = mark("No mapping is kept under the name {name}. Kept are: {names}.")
_USUAL = Mapping()


def keep(ledger: Ledger, mapping: Mapping) -> None:
    """Keep a mapping for later imports; one of the same name is replaced."""
    if not mapping.name.strip():
        raise UsageProblem(_NO_NAME)
    with ledger.writing() as writing:
        keep_mapping(writing, mapping.name, json.dumps(asdict(mapping), ensure_ascii=False))


def kept_mappings(ledger: Ledger) -> list[Mapping]:
    """Return the kept mappings by their names; one that cannot be read any more is left out."""
    with ledger.reading() as snapshot:
        documents = kept_documents(snapshot.connection)
    found: list[Mapping] = []
    for name, document in documents:
        try:
            found.append(parse_mapping(document, name=name))
        except Problem:
            continue
    return found


def show_mapping(ledger: Ledger, name: str) -> dict[str, object]:
    """Return a kept mapping as it would be written in a file; UsageProblem when there is none."""
    found = next((each for each in kept_mappings(ledger) if each.name == name), None)
    if found is None:
        raise _not_kept(ledger, name)
    usual = asdict(_USUAL)
    return {key: value for key, value in asdict(found).items() if value != usual[key]}


def remove_mapping(ledger: Ledger, name: str) -> None:
    """Remove a kept mapping; what was imported by it stays. UsageProblem when there is none."""
    with ledger.writing() as writing:
        dropped = drop_mapping(writing, name)
    if not dropped:
        raise _not_kept(ledger, name)


def mapping_for(ledger: Ledger, header: tuple[str, ...]) -> Mapping | None:
    """Find the kept mapping that was made for a file with this very header."""
    wanted = _names(header)
    return next((each for each in kept_mappings(ledger) if _names(each.made_for) == wanted), None)


def _names(header: tuple[str, ...]) -> list[str]:
    return [plain(name) for name in header]


def _not_kept(ledger: Ledger, name: str) -> UsageProblem:
    names = ", ".join(each.name for each in kept_mappings(ledger))
    return UsageProblem(_NOT_KEPT, name=name, names=names or "-")
