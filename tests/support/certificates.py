"""Certificates made for a test: of an authority of its own, for loopback or for another host."""

import ssl
import subprocess
from pathlib import Path

from tests.support.tools import find_tool


def make_certificate(folder: Path, name: str = "127.0.0.1") -> Path:
    """Make a certificate that vouches for itself, with its key in the same file."""
    folder.mkdir(parents=True, exist_ok=True)
    file, key = folder / f"{name}.pem", folder / f"{name}.key"
    kind = "IP" if name[0].isdigit() else "DNS"
    subprocess.run(
        [
            *(find_tool("openssl"), "req", "-x509", "-newkey", "ec"),
            *("-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"),
            *("-subj", "/CN=test", "-addext", f"subjectAltName={kind}:{name}"),
            *("-keyout", str(key), "-out", str(file)),
        ],
        check=True,
        capture_output=True,
    )
    return file


def serving(certificate: Path) -> ssl.SSLContext:
    """Make what a server shows such a certificate with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context
