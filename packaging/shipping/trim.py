"""What of the libraries is left out of the frozen program, and why.

Files are matched by their path in the folder of libraries, written with "/", and by their name
alone: PyInstaller puts links to Qt's libraries at the top, and a link must go with what it names.
"""

from fnmatch import fnmatchcase
from pathlib import PurePosixPath

#: Modules that no part of the desktop imports, though a library or a hook of PyInstaller may.
EXCLUDED_MODULES = [
    "alembic", "app.server", "fastapi", "psycopg", "starlette", "uvicorn",  # the plan server's
    "distutils", "lib2to3", "pip", "pkg_resources", "setuptools",  # tools of who builds
    "pydoc", "test", "tkinter", "unittest",
    "sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql", "sqlalchemy.ext.mypy", "sqlalchemy.testing",
    "greenlet", "numpy", "pandas", "PIL", "lxml", "IPython",
]  # fmt: skip

#: Each pattern with its reason; a path or the name at its end is matched.
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
    "libQt6EglFS*": "screens without a window system",
    # Pictures of kinds that we do not show.
    "*/imageformats/*qtiff*": "no such picture is shown",
    "*/imageformats/*qtga*": "no such picture is shown",
    "*/imageformats/*qwbmp*": "no such picture is shown",
    "*/imageformats/*qicns*": "no such picture is shown",
    "*/imageformats/*qwebp*": "no such picture is shown",
    "*/imageformats/*qpdf*": "no such picture is shown",
    "*/networkinformation/*": "the window asks nobody whether there is a network",
    "*/tls/*": "Python speaks TLS, never Qt",
    "*/qmltooling/*": "there is no QML",
    # GTK would come along as a whole; the look is our own, file dialogs come by the portal.
    "*/platformthemes/libqgtk3.so": "GTK as a whole would come along",
    "libgtk-3*": "GTK", "libgdk-3*": "GTK", "libgdk_pixbuf*": "GTK", "libpango*": "GTK",
    "libcairo*": "GTK", "libatk*": "GTK", "libatspi*": "GTK", "libepoxy*": "GTK",
    "libharfbuzz*": "GTK", "libgraphite2*": "GTK", "libfribidi*": "GTK", "libthai*": "GTK",
    "libdatrie*": "GTK", "libpixman*": "GTK", "libXcursor*": "GTK", "libXdamage*": "GTK",
    "libXcomposite*": "GTK", "libXinerama*": "GTK", "libXrandr*": "GTK", "libXfixes*": "GTK",
    "libXi.so*": "GTK", "libxcb-dri*": "GTK", "libdeflate*": "of TIFF", "libtiff*": "of TIFF",
    "libjbig*": "of TIFF", "libLerc*": "of TIFF", "libwebp*": "of TIFF",
    # Shells of screens in cars and kiosks.
    "*/wayland-shell-integration/libivi-shell.so": "screens of cars",
    "*/wayland-shell-integration/libfullscreen-shell-v1.so": "kiosks",
    "*/wayland-shell-integration/libwl-shell-plugin.so": "compositors of before 2017",
    "*/wayland-graphics-integration-client/libshm-emulation-server.so": "tests of Qt",
    "*/wayland-graphics-integration-client/libvulkan-server.so": "there is no Vulkan here",
    "opengl32sw.dll": "OpenGL in software, 20 MB; the window paints without OpenGL",
    "d3dcompiler_*.dll": "shaders; the window paints without them",
    # Sentences of Qt in languages that the program does not speak.
    "*/translations/*": "of Qt's own sentences only those listed as kept",
}  # fmt: skip

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


def _matches(path: str, patterns: "dict[str, str] | tuple[str, ...]") -> bool:
    names = (path, PurePosixPath(path).name)
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def _is_foreign(path: str) -> bool:
    """Tell whether it holds how a language writes figures that the program does not speak."""
    folder, _, name = path.rpartition("/")
    if folder != "babel/locale-data":
        return False
    return name.partition(".")[0].partition("_")[0] not in _LANGUAGES
