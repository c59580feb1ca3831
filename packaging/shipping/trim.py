"""What of the libraries is left out of the frozen program, and why.

Files are matched by their path in the folder of libraries, written with "/", and by their name
alone: PyInstaller puts links to Qt's libraries at the top, and a link must go with what it names.
"""

from fnmatch import fnmatchcase
from pathlib import PurePosixPath

#: Modules that no part of the desktop imports, though a library or a hook of PyInstaller may. What
#: the lock files do not install, such as the libraries of the plan server, need not be named.
EXCLUDED_MODULES = [
    "app.server",
    "distutils", "lib2to3", "pip", "setuptools",  # tools of who builds
    "pydoc", "test", "tkinter", "unittest",
    "readline",  # its library is under the GPL, version 3, which would govern the whole program
    "sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql", "sqlalchemy.testing",
    "PySide6.QtNetwork",
    # Who sells a number; its town and zone are asked for (app/domain/places.py).
    "phonenumbers.geocoder", "phonenumbers.carrier", "phonenumbers.carrierdata",
]  # fmt: skip

#: Left out in addition; on Windows the pipe of a second start comes from there.
EXCLUDED_BUT_ON_WINDOWS = ["multiprocessing"]

#: Each pattern with its reason; a path or the name at its end is matched. What only these need goes
#: afterwards (shipping/unneeded.py), on Linux.
DROPPED: dict[str, str] = {
    # Qt's ways to a screen that no desktop has.
    "*/platforms/libqeglfs.so": "screens without a window system",
    "*/platforms/libqlinuxfb.so": "screens without a window system",
    "*/platforms/libqminimal*": "for programs without text or windows",
    "*/platforms/qminimal*": "for programs without text or windows",
    "*/platforms/qdirect2d.dll": "the usual one for Windows is qwindows",
    "*/platforms/libqvnc.so": "a screen over the network",
    "*/platforms/libqvkkhrdisplay.so": "screens without a window system",
    "*/egldeviceintegrations/*": "screens without a window system",
    "*/generic/*": "touch screens and tablets without a window system",
    "libQt6Egl*": "screens without a window system",
    # Pictures of kinds that we do not show.
    "*/imageformats/*qtiff*": "no such picture is shown",
    "*/imageformats/*qtga*": "no such picture is shown",
    "*/imageformats/*qwbmp*": "no such picture is shown",
    "*/imageformats/*qicns*": "no such picture is shown",
    "*/imageformats/*qpdf*": "no such picture is shown",
    "*/networkinformation/*": "the window asks nobody whether there is a network",
    "*/tls/*": "Python speaks TLS, never Qt",
    "*Qt6Network.*": "Python speaks with the network, never Qt",
    "*/qmltooling/*": "there is no QML",
    # GTK would come along as a whole; the look is our own, file dialogs come by the portal.
    "*/platformthemes/libqgtk3.so": "GTK as a whole would come along",
    # Shells of screens in cars and kiosks.
    "*/wayland-shell-integration/libivi-shell.so": "screens of cars",
    "*/wayland-shell-integration/libfullscreen-shell-v1.so": "kiosks",
    "*/wayland-shell-integration/libwl-shell-plugin.so": "compositors of before 2017",
    "*/wayland-graphics-integration-client/libshm-emulation-server.so": "tests of Qt",
    "*/wayland-graphics-integration-client/libvulkan-server.so": "there is no Vulkan here",
    "opengl32sw.dll": "OpenGL in software, 20 MB; the window paints without OpenGL",
    # What pip notes of an installation: paths of the computer that made the program, for one.
    "*.dist-info/direct_url.json": "a note of pip", "*.dist-info/RECORD": "a note of pip",
    "*.dist-info/INSTALLER": "a note of pip", "*.dist-info/REQUESTED": "a note of pip",
    # Sentences of Qt in languages that the program does not speak.
    "*/translations/*": "of Qt's own sentences only those listed as kept",
}  # fmt: skip

#: What PyInstaller would run before the program at every start, with the reason why it need not.
HOOKS: dict[str, str] = {
    "pyi_rth_inspect": "finds the source of functions, of which there is none",
    "pyi_rth_multiprocessing": "the program has no processes of that kind",
    "pyi_rth_pkgutil": "lists the modules of packages, which nothing here asks for",
    "pyi_rth_cryptography_openssl": "names a folder of OpenSSL's modules that is not there",
    "pyi_rth_setuptools": "a tool of who builds",
    "pyi_rth_pyside6": "tells Qt its folder by the environment, which programs we start would get",
}
#: There Qt lies in several folders at once, and does not find itself.
_HOOKS_KEPT = {"darwin": ("pyi_rth_pyside6",)}

#: What stays although a pattern drops it.
KEPT = ("*/translations/qtbase_de.qm", "*/translations/qtbase_en.qm")

#: Languages of which Babel's figures stay; every other one costs 30 MB in all.
_LANGUAGES = ("root", "en", "de")
_SERVER = ("app.server",)


def is_program_module(name: str) -> bool:
    """Tell whether a module of ours belongs to the desktop."""
    return not any(name == room or name.startswith(f"{room}.") for room in _SERVER)


def is_wanted(path: str) -> bool:
    """Tell whether a file goes into the program; ``path`` as in its folder of libraries."""
    plain = path.replace("\\", "/")
    return _matches(plain, KEPT) or not (_matches(plain, DROPPED) or _is_foreign(plain))


def is_wanted_hook(name: str, system: str) -> bool:
    """Tell whether a script runs at a start, on ``system`` as ``sys.platform`` names it."""
    return name not in HOOKS or name in _HOOKS_KEPT.get(system, ())


def _matches(path: str, patterns: "dict[str, str] | tuple[str, ...]") -> bool:
    names = (path, PurePosixPath(path).name)
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def _is_foreign(path: str) -> bool:
    """Tell whether it holds how a language writes figures that the program does not speak."""
    folder, _, name = path.rpartition("/")
    if folder != "babel/locale-data":
        return False
    return name.partition(".")[0].partition("_")[0] not in _LANGUAGES
