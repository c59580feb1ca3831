"""Writing a file so that it is either wholly new or untouched, and readable by its owner alone."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from app.domain.problem import EnvironmentProblem, mark


@contextmanager
def replacing(path: Path, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a new file beside ``path`` that takes its place once all is written.

    EnvironmentProblem when the machine refuses; whatever goes wrong, the old file stays.
    """
    try:
        prefix = path.name.encode("utf-8", "surrogateescape")[:80].decode(errors="ignore")
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{prefix}.")
        try:
            with os.fdopen(
                descriptor, "w", encoding=encoding, errors="replace", newline=""
            ) as stream:
                yield stream
                stream.flush()
                os.fsync(descriptor)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as trouble:
        message = mark("{file} cannot be written: {reason}. Check the folder and the free space.")
        reason = trouble.strerror or str(trouble)
        raise EnvironmentProblem(message, file=str(path), reason=reason) from trouble
