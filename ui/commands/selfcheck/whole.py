"""The whole check: all parts in order, in a folder that is gone afterwards."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.assembly import Workplace
from app.disk.whole import write_private_bytes
from app.domain.problem import EnvironmentProblem, mark
from ui.commands.selfcheck import looks
from ui.commands.selfcheck.child import DATA, PICTURE, Inside, seen_inside
from ui.commands.selfcheck.parts import Look, Part, look_at, within
from ui.commands.selfcheck.program import program_seen

#: How long a part may take, in seconds, on a computer that is busy with other things.
_PATIENCE = 60
_PREFIX = "talktally-check-"
_NO_FOLDER = mark(
    "No folder could be made to try things in: {reason}. Free some space, or name another place "
    "with the variable TMPDIR."
)
_NO_PICTURE = mark("The window was not painted, so there is no picture of it.")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found; ``picture`` is where it was asked for and written, else ``None``."""

    program: Mapping[str, object]
    parts: tuple[Part, ...]
    picture: Path | None = None

    @property
    def ok(self) -> bool:
        """Whether every part works."""
        return all(part.ok for part in self.parts)


def check(workplace: Workplace, picture: Path | None, *, screen: bool) -> Checked:
    """Try everything; nothing is raised, and nothing is left but the picture."""
    try:
        with TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
            return _check_in(Path(name), workplace, picture, screen=screen)
    except OSError as trouble:
        problem = EnvironmentProblem(_NO_FOLDER, reason=trouble.strerror or str(trouble))
        seen = workplace.words.problem(problem)
        failed = [Part(part, ok=False, seen=seen) for part in ("ledger", "window")]
        return Checked(program_seen(), (*failed, *_beside(workplace)))


def _check_in(folder: Path, workplace: Workplace, picture: Path | None, *, screen: bool) -> Checked:
    words, data = workplace.words, folder / DATA
    data.mkdir()
    ledger = _part("ledger", partial(looks.see_ledger, workplace, data), workplace)
    with ThreadPoolExecutor(1) as apart:
        opened = apart.submit(seen_inside, folder, workplace.environ, words, screen=screen)
        beside = _beside(workplace)
        inside: Inside = opened.result()
    parts = (ledger, *inside.parts, *beside)
    program = program_seen(inside.qt, inside.platform)
    if picture is None:
        return Checked(program, parts)
    kept = look_at("picture", partial(_keep_picture, folder / PICTURE, picture), words)
    return Checked(program, (*parts, kept), picture if kept.ok else None)


def _beside(workplace: Workplace) -> list[Part]:
    """Look at what needs neither a folder nor Qt."""
    words, environ = workplace.words, workplace.environ
    beside: Mapping[str, Look] = {
        "keyring": partial(looks.see_keyring, words),
        "tls": partial(looks.see_tls, words, environ),
        "translations": partial(looks.see_translations, words),
        "catalogue": partial(looks.see_catalogue, words),
        "time zones": partial(looks.see_zones, workplace),
        "libraries": looks.see_libraries,
        "commands": partial(looks.see_commands, words),
    }
    return [_part(name, look, workplace) for name, look in beside.items()]


def _part(name: str, look: Look, workplace: Workplace) -> Part:
    return look_at(name, within(_PATIENCE, look), workplace.words)


def _keep_picture(painted: Path, picture: Path) -> str:
    if not painted.exists():
        raise EnvironmentProblem(_NO_PICTURE)
    write_private_bytes(picture, painted.read_bytes())
    return str(picture)
