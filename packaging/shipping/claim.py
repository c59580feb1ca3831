"""What has to be true of a package."""

#: A megabyte of what is handed out, as shops and Debian count it.
MEGABYTE = 1_000_000


def claim(holds: object, otherwise: str) -> None:
    """Go on where it holds; SystemExit with the one sentence that says what is wrong."""
    if not holds:
        raise SystemExit(otherwise)
