"""A folder, packed so that the same files always give the same bytes."""

import subprocess
import tarfile
from pathlib import Path

#: Two threads wherever it runs: xz cuts what it packs by the number of threads being one or more.
XZ = ("xz", "--compress", "--stdout", "--threads=2", "-6")


def write_archive(folder: Path, target: Path, name: str, epoch: int) -> None:
    """Pack ``folder`` as ``name``, as a whole or not at all; of root, and of one time."""
    loose, unfinished = (target.with_name(f"{each}-{target.name}") for each in ("loose", "half"))
    _write_tar(folder, loose, name, epoch)
    with loose.open("rb") as content, unfinished.open("wb") as packed:
        subprocess.run(XZ, stdin=content, stdout=packed, check=True)
    loose.unlink()
    unfinished.replace(target)


def _write_tar(folder: Path, target: Path, name: str, epoch: int) -> None:
    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        return entry

    with tarfile.open(target, "w", format=tarfile.PAX_FORMAT) as archive:
        archive.add(folder, name, filter=settled)  # in the order of the names
