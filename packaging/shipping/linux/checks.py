"""What others' tools say of the packages and of what lies in them; an error ends the making."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from shipping.place import ROOT

_ENTRY = ROOT / "packaging" / "linux" / "talktally.desktop"
#: A component's id begins with a domain of its makers, and there is none yet.
_NO_DOMAIN = "--override=cid-desktopapp-is-not-rdns=info"


def check_material(folder: Path) -> None:
    """Ask about the desktop entry, the metainfo and the manual pages; SystemExit with an answer."""
    _ask(["desktop-file-validate", "--no-hints", str(_ENTRY)])
    metainfo = str(folder / "talktally.metainfo.xml")
    _ask(["appstreamcli", "validate", "--no-net", "--pedantic", _NO_DOMAIN, metainfo])
    for page in sorted(folder.glob("*.1.gz")):
        _ask(["man", "--warnings=w", "--local-file", str(page)], silent=True)


def check_deb(deb: Path) -> None:
    """Ask lintian, with the overrides that lie in the package, each with its reason."""
    _ask(["lintian", "--fail-on", "error", "--allow-root", "--tag-display-limit", "0", str(deb)])


def _ask(words: Sequence[str], *, silent: bool = False) -> None:
    """``silent``: a word on stderr is an answer as bad as an exit code."""
    environ = {**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"}
    asked = subprocess.run(words, env=environ, capture_output=True, text=True, check=False)
    if asked.returncode or (silent and asked.stderr):
        raise SystemExit(f"{words[0]} refuses {words[-1]}:\n{asked.stdout}{asked.stderr}")
