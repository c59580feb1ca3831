"""What macOS is told of the app: the values of its Info.plist."""

from typing import Any

#: ``talktally links`` finds the app by this id, in the Info.plist above the program itself.
BUNDLE_ID = "talktally.app"
#: The oldest that the wheels of Qt in requirements.lock are made for.
LEAST_SYSTEM = "13.0"
#: What ``talktally links`` asks to open; only schemes that stand here can be taken.
SCHEMES = ("tel", "sip", "callto")


def information(version: str) -> dict[str, Any]:
    """Return the values; PyInstaller adds the name of the program and of the icon."""
    return {
        "CFBundleIdentifier": BUNDLE_ID,
        "CFBundleName": "Talktally",
        "CFBundleDisplayName": "Talktally",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "de"],
        "CFBundleURLTypes": [
            {
                "CFBundleURLName": "Phone number",
                "CFBundleTypeRole": "Viewer",
                "CFBundleURLSchemes": list(SCHEMES),
            }
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": LEAST_SYSTEM,
        "LSUIElement": False,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence; the licences of others: Resources/LICENSES",
        # The window has a light and a dark face of its own.
        "NSRequiresAquaSystemAppearance": False,
    }
