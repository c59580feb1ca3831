"""Compiles the message catalogues whenever a wheel is made; each wheel speaks every language."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # it has no settings of its own
    """Run by the build backend, by pip too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write each catalogue beside its source, where the wheel takes it from."""
        for written in Path(self.root, "resources", "locale").glob("*/LC_MESSAGES/*.po"):
            with written.open("rb") as source:
                catalogue = read_po(source)
            unfinished = written.with_suffix(".mo.part")
            with unfinished.open("wb") as compiled:
                write_mo(compiled, catalogue)
            unfinished.replace(written.with_suffix(".mo"))  # whole, whoever reads it meanwhile
