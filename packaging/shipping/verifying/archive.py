"""The folder that runs anywhere: unpacked by an ordinary person, tried and thrown away."""

import shutil

from shipping.claim import claim
from shipping.place import Release
from shipping.roots import files
from shipping.roots.bases import with_needs
from shipping.roots.root import REP, fresh
from shipping.sizes import check_size
from shipping.verifying.deb import field
from shipping.verifying.program import try_program

#: A folder as people have them.
_FOLDER = f"{REP.home}/Meine Programme äöü ß"


def verify_archive(release: Release, suite: str) -> None:
    """Prove the archive; SystemExit with what is wrong."""
    check_size(release.archive)
    with fresh(with_needs(suite, field(release.deb, "Depends"))) as root:
        before = files.look(root.folder)
        shutil.copy(release.archive, root.given)
        root.tell("mkdir", _FOLDER, who=REP)
        # Debian's smallest system has no xz, so this computer's unpacks it.
        shutil.unpack_archive(root.given / release.archive.name, root.path(_FOLDER), filter="data")
        root.tell("chown", "--recursive", f"{REP.number}:{REP.number}", _FOLDER)
        inner = [each.name for each in root.path(_FOLDER).iterdir()]
        claim(inner == [f"talktally-{release.version}"], f"The archive unpacks to {inner}.")
        program = f"{_FOLDER}/{inner[0]}/talktally"
        try_program(root, program, release.version, "archive")
        root.tell("rm", "--recursive", _FOLDER, who=REP)
        left = files.compare(before, files.look(root.folder)).told
        claim(not left, f"The archive altered the system: {left}")
