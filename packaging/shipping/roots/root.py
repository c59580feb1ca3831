"""Another root: a whole Linux in a folder, in which programs run and see nothing else."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from shipping.place import CACHE

#: Where roots lie, those that are kept and those that are being tried in.
ROOTS = CACHE / "roots"
_ENTER = Path(__file__).with_name("enter.sh")
#: Nothing that is tried takes longer, however busy the computer is.
_PATIENCE_SECONDS = 300
_OWN_NAMESPACES = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--ipc", "--uts")


class User(NamedTuple):
    """Who a program runs as in a root."""

    name: str
    number: int
    home: str


ADMIN = User("root", 0, "/root")
#: An ordinary person, with the rights of one.
REP = User("rep", 1000, "/home/rep")


class Answer(NamedTuple):
    """What a program that ran in a root said."""

    code: int
    out: str
    err: str


class Root(NamedTuple):
    """``folder`` is its ``/``; what lies in ``given`` is seen inside as ``/mnt``."""

    folder: Path
    given: Path

    def path(self, inside: str) -> Path:
        """Return where a path of the root lies on this computer."""
        return self.folder / inside.lstrip("/")

    def words(self, *words: str, who: User = ADMIN, **more: str) -> list[str]:
        """Return the words that run a program inside, with a clean environment and ``more``.

        Only the administrator reaches the network, for apt: the program has to do without.
        """
        apart = () if who is ADMIN else ("--net",)
        user = f"{who.number}:{who.number}"
        held = [f"{name}={text}" for name, text in (_environment(who) | more).items()]
        enter = ["sh", str(_ENTER), str(self.folder), user]
        return [*_OWN_NAMESPACES, *apart, *enter, *held, *words]

    def ask(self, *words: str, who: User = ADMIN, **more: str) -> Answer:
        """Run a program inside and return what it said."""
        ended = subprocess.run(
            self.words(*words, who=who, **more),
            env=self.surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE_SECONDS,
        )
        return Answer(ended.returncode, ended.stdout, ended.stderr)

    def tell(self, *words: str, who: User = ADMIN, **more: str) -> str:
        """Run a program that has to succeed; SystemExit with its last lines where it does not."""
        answer = self.ask(*words, who=who, **more)
        if answer.code:
            last = "\n".join((answer.out + answer.err).splitlines()[-12:])
            raise SystemExit(f"In the root “{' '.join(words)}” ended with {answer.code}:\n{last}")
        return answer.out

    @property
    def surroundings(self) -> dict[str, str]:
        """Return the environment in which the words of ``words`` are run."""
        return {**os.environ, "GIVEN": str(self.given)}


@contextmanager
def fresh(base: Path) -> Iterator[Root]:
    """Lend a copy of a root that is kept; whatever is done to it goes with it."""
    tries = ROOTS / "tries"
    tries.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=tries))
    place.chmod(0o755)
    try:
        root = Root(place / "root", place / "given")
        copy(base, root.folder)
        root.given.mkdir()
        yield root
    finally:
        shutil.rmtree(place)


def copy(base: Path, folder: Path) -> None:
    """Copy a whole root, with owners, rights and links as they are."""
    words = ["cp", "--archive", "--reflink=auto", str(base), str(folder)]
    subprocess.run(words, check=True)


def _environment(who: User) -> dict[str, str]:
    steady = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "LC_ALL": "C.UTF-8",
        "HOME": who.home,
        "USER": who.name,
    }
    if who is ADMIN:
        return steady | {"DEBIAN_FRONTEND": "noninteractive"}
    return steady | {"XDG_RUNTIME_DIR": f"/run/user/{who.number}"}
