"""Choose the mapping of an import: a file, kept under its name, or the name of a kept one."""

import json
from dataclasses import asdict
from pathlib import Path

from app.domain.problem import UsageProblem, mark
from app.exchange.mapping import Mapping, load_mapping, parse_mapping
from app.ledger.ledger import Ledger
from app.ledger.mappings import keep_mapping, kept_mapping, mapping_names

_UNKNOWN = mark(
    "There is no mapping file {name}, and no mapping is kept under that name. Kept are: {names}."
)


def choose_mapping(ledger: Ledger, named: str) -> Mapping:
    """Return a mapping; one from a file is kept under its name for later imports."""
    path = Path(named)
    if path.is_file():
        mapping = load_mapping(path)
        document = json.dumps(asdict(mapping), ensure_ascii=False)
        with ledger.writing() as writing:
            keep_mapping(writing, mapping.name, document)
        return mapping
    with ledger.reading() as snapshot:
        document_kept = kept_mapping(snapshot.connection, named)
        names = mapping_names(snapshot.connection)
    if document_kept is None:
        raise UsageProblem(_UNKNOWN, name=named, names=", ".join(names) or "-")
    return parse_mapping(document_kept, name=named)
