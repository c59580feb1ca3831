"""A roll-out file where a test's surroundings look for one."""

from pathlib import Path

#: A public key of minisign as it is written; nobody has its other half.
FEED_KEY = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"
CODE = "Ab-_" * 8


def roll_out(folder: Path, text: str) -> dict[str, str]:
    """Write a file below a folder; returns the variables by which a program finds it."""
    file = folder / "talktally" / "rollout.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)
    file.parent.chmod(0o755)
    return {"XDG_CONFIG_DIRS": str(folder)}
