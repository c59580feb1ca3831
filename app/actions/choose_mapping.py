"""Choose the mapping of an import: a file, kept under its name, or the name of a kept one."""

from pathlib import Path

from app.actions.kept_mappings import UNKNOWN, keep
from app.domain.problem import UsageProblem
from app.exchange.mapping import Mapping, load_mapping, parse_mapping
from app.ledger.ledger import Ledger
from app.ledger.mappings import kept_mapping, mapping_names


def choose_mapping(ledger: Ledger, named: str) -> Mapping:
    """Return a mapping; one from a file is kept under its name for later imports."""
    path = Path(named)
    if path.is_file():
        mapping = load_mapping(path)
        keep(ledger, mapping)
        return mapping
    with ledger.reading() as snapshot:
        document_kept = kept_mapping(snapshot.connection, named)
        names = mapping_names(snapshot.connection)
    if document_kept is None:
        raise UsageProblem(UNKNOWN, name=named, names=", ".join(names) or "-")
    return parse_mapping(document_kept, name=named)
