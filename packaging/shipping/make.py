"""Make what is handed out: ``python -m shipping.make [freeze|deb|…]``; without words, all of it."""

import sys
from collections.abc import Sequence

from shipping.place import DIST, this_release
from shipping.steps import function_of, refuse_unknown

#: Each step with the function that makes it, in the order in which they need each other.
STEPS = {
    "freeze": "shipping.freeze:freeze_linux",
    "deb": "shipping.linux.packages:make_deb",
    "rpm": "shipping.linux.packages:make_rpm",
    "archive": "shipping.linux.packages:make_archive",
    "windows": "shipping.windows.making:make_windows",
    "papers": "shipping.papers:make_papers",
}
_OF_A_TREE = ("deb", "rpm", "archive")


def main(words: Sequence[str]) -> None:
    """Make the steps that are named; SystemExit with one sentence where one fails."""
    refuse_unknown(words, STEPS, "make")
    release = this_release()
    DIST.mkdir(exist_ok=True)
    for step in steps_for(words or list(STEPS), frozen=release.tree("linux").is_dir()):
        function_of(STEPS[step])(release)


def steps_for(words: Sequence[str], *, frozen: bool) -> list[str]:
    """Return the steps in their order, with the freezing that packages need where none is there."""
    wanted = set(words)
    if not frozen and wanted.intersection(_OF_A_TREE):
        wanted.add("freeze")
    return [step for step in STEPS if step in wanted]


if __name__ == "__main__":
    main(sys.argv[1:])
