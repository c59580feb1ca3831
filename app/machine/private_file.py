"""Files of ours that only their owner may read, replaced as a whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from app.domain.problem import EnvironmentProblem, mark


def write_private(path: Path, text: str) -> None:
    """Write a text in place of the old file; EnvironmentProblem when the machine refuses."""
    write_private_bytes(path, text.encode())


def write_private_bytes(path: Path, content: bytes) -> None:
    """Write a file in place of the old one; EnvironmentProblem when the machine refuses."""
    try:
        # mkstemp gives the file to its owner alone.
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
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
        raise EnvironmentProblem(message, file=path, reason=reason) from trouble
