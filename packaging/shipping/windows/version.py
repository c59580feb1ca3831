"""What a program says of itself in Windows' list of its properties."""

_SHOWN = {
    "CompanyName": "The Talktally developers",
    "FileDescription": "Talktally",
    "LegalCopyright": "The Talktally developers, MIT License",
    "ProductName": "Talktally",
}
#: English of the United States, in Unicode.
_LANGUAGE, _CHARACTERS = 0x0409, 1200


def four_numbers(version: str) -> str:
    """Return a version as Windows writes it, without its words: "1.2.0" is "1.2.0.0"."""
    numbers = [part for part in version.split(".") if part.isdecimal()]
    return ".".join((numbers + ["0"] * 4)[:4])


def version_told(version: str, program: str) -> str:
    """Return the text of which PyInstaller makes a program's version resource."""
    numbers = tuple(int(part) for part in four_numbers(version).split("."))
    shown = {**_SHOWN, "FileVersion": version, "ProductVersion": version,
             "InternalName": program, "OriginalFilename": program}  # fmt: skip
    texts = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in sorted(shown.items()))
    table = f"{_LANGUAGE:04x}{_CHARACTERS:04x}"
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable({table!r}, [{texts}])]), "
        f"VarFileInfo([VarStruct('Translation', [{_LANGUAGE}, {_CHARACTERS}])])])\n"
    )
