"""Which version of the program this is."""


def own_version() -> str:
    """Return the version that was installed, "" for a program that was not."""
    # Here because it brings the reading of mails with it.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("talktally")
    except PackageNotFoundError:
        return ""
