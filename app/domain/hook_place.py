"""Where softphones that open addresses report calls: on this computer alone."""

#: What the path of such an address begins with; the word for what happened follows.
HOOK_PATH = "/hook/"


def hook_base(port: int) -> str:
    """Return an address up to the word for what happened."""
    return f"http://127.0.0.1:{port}{HOOK_PATH}"
