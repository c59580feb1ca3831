"""The person's own part of the registry of Windows: writing and deleting values there."""

import sys
from contextlib import suppress

if sys.platform == "win32":
    import winreg

    class PersonsKeys:
        """Keys are paths below that part."""

        def write(self, key: str, name: str, text: str) -> None:
            """Write a text, its key made when there is none; OSError when that is refused."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def delete(self, key: str, name: str) -> None:
            """Delete a value, if there is one; OSError when that is refused."""
            access = winreg.KEY_SET_VALUE
            with (
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened,
            ):
                winreg.DeleteValue(opened, name)
