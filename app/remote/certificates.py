"""Which certificates are believed: those the system trusts, and a file of the company's own."""

import ssl
from pathlib import Path

import truststore

from app.domain.problem import EnvironmentProblem, mark

_UNREADABLE = mark(
    "The file of certificates {file} cannot be used: {reason}. Correct TALKTALLY_CA_FILE or the "
    "setting ca_file."
)


def trusted(ca_file: Path | None) -> ssl.SSLContext:
    """Make what checks a server: TLS 1.2 or newer, name and chain always verified.

    The system's store is asked each time, so that a variable such as SSL_CERT_FILE that leads
    nowhere stops nothing. EnvironmentProblem when ``ca_file`` cannot be read.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except OSError as trouble:  # ssl.SSLError is one, too
            reason = trouble.strerror or type(trouble).__name__
            raise EnvironmentProblem(_UNREADABLE, file=ca_file, reason=reason) from trouble
    return context
