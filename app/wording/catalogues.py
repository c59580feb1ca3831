"""The catalogue of a language: the compiled one, or in a checkout the written one."""

from gettext import GNUTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO


def catalogue_of(code: str, root: Traversable | None = None) -> GNUTranslations:
    """Read the catalogue of a language; ``root``: in place of the program's ``resources/locale``.

    Where nobody compiled it, as in a fresh checkout, that is done here, in a fifth of a second:
    better late than in another language. FileNotFoundError where there is none at all.
    """
    folder = (root or files("resources") / "locale") / code / "LC_MESSAGES"
    try:
        with (folder / "talktally.mo").open("rb") as file:
            return GNUTranslations(file)
    except FileNotFoundError:
        return _compiled(folder / "talktally.po")


def _compiled(written: Traversable) -> GNUTranslations:
    # Here because a wheel holds compiled ones.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with written.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)
