"""Which roots the certificate of a server would be held against; no server is asked."""

import os
import ssl
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.domain.problem import EnvironmentProblem, mark
from app.remote.certificates import trusted

_FILE, _FOLDER = "SSL_CERT_FILE", "SSL_CERT_DIR"
_HASHED = "*.[0-9]"
_MISLED = mark(
    "{variable} names {place}, where no certificates can be read. Correct the variable, or take "
    "it away."
)
_NONE = mark(
    "This computer knows no authorities, so no server could be believed. Install their "
    "certificates; Debian, Fedora and openSUSE call them ca-certificates."
)


class Roots(NamedTuple):
    """``known`` roots in the ``place``: a file or folder, "" for a store of the system's own.

    ``known`` is 0 where only the system could tell.
    """

    known: int = 0
    place: str = ""


def find_roots(environ: Mapping[str, str]) -> Roots:
    """Return what a connection would trust; EnvironmentProblem for none, or misleading variables.

    ``environ`` is that of this process: OpenSSL reads it by itself.
    """
    _check_variables(environ)
    pipes = ssl.MemoryBIO(), ssl.MemoryBIO()
    # Only what is about to be used looks for roots.
    context = trusted(None).wrap_bio(*pipes, server_hostname="localhost").context
    if sys.platform in {"win32", "darwin"}:
        return Roots()
    paths = ssl.get_default_verify_paths()
    count = context.cert_store_stats()["x509_ca"]
    if count:
        return Roots(count, paths.cafile or "")
    count = len(list(Path(paths.capath).glob(_HASHED))) if paths.capath else 0
    if not count:
        raise EnvironmentProblem(_NONE)
    return Roots(count, str(paths.capath))


def _check_variables(environ: Mapping[str, str]) -> None:
    file, folders = environ.get(_FILE), environ.get(_FOLDER)
    if file and not _is_readable(file):
        raise EnvironmentProblem(_MISLED, variable=_FILE, place=file)
    if folders and not any(Path(each).is_dir() for each in folders.split(os.pathsep)):
        raise EnvironmentProblem(_MISLED, variable=_FOLDER, place=folders)


def _is_readable(file: str) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=file)
    except OSError:  # ssl.SSLError is one, too
        return False
    return True
