"""Clear a sample: take an earlier one out of its data folder, so that a new one can be made."""

from pathlib import Path

from app.actions.make_sample import MARKER, SAMPLE_FOLDER, holds_anything
from app.domain.problem import EnvironmentProblem, Problem, mark
from app.ledger.connections.accounts import connections_of
from app.ledger.imports import entries_besides
from app.ledger.ledger import FILE_NAME, Ledger, ledger_path
from app.machine.paths import has_file
from app.sample.files import EXPORTS, PRICES

_NO_SAMPLE = mark(
    "{folder} holds a ledger that is not a sample. Choose an empty folder with --data-dir."
)
_MORE = mark(
    "Beside the sample {folder} holds entries of its own. Choose an empty folder with --data-dir."
)
_IN_USE = mark(
    "The earlier sample in {folder} cannot be removed: {reason}. Close Talktally and try again."
)


class SampleInUse(Problem):
    """The sample holds entries or connections that somebody added; it is not thrown away."""


def clear_sample(folder: Path) -> None:
    """Remove the ledger and the files of a sample; must run before the ledger is opened.

    Nothing is done where there is no ledger or nobody has used it. Problem, and nothing is removed,
    when the ledger is not a sample's; SampleInUse when it holds a single entry or connection beside
    it.
    """
    if not has_file(folder, FILE_NAME):
        return
    ours = has_file(folder / SAMPLE_FOLDER, MARKER)
    with Ledger(ledger_path(folder)) as ledger, ledger.reading() as snapshot:
        if not ours and holds_anything(snapshot):
            raise Problem(_NO_SAMPLE, folder=folder)
        connected = connections_of(snapshot.connection)
        if connected or entries_besides(snapshot.connection, EXPORTS):
            raise SampleInUse(_MORE, folder=folder)
    if ours:
        _remove(folder)


def _remove(folder: Path) -> None:
    files = folder / SAMPLE_FOLDER
    # The marker goes last: until then a removal that was broken off can be taken up again.
    paths = [folder / f"{FILE_NAME}{end}" for end in ("-wal", "-shm", "")]
    paths += [files / name for name in (*EXPORTS, PRICES, MARKER)]
    try:
        for path in paths:
            path.unlink(missing_ok=True)
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise EnvironmentProblem(_IN_USE, folder=folder, reason=reason) from trouble
