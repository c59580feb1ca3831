"""Who opens links of phone numbers: taken, and given back as if nobody had ever taken them."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problem import EnvironmentProblem
from app.machine.desktop_entry import exec_with
from app.machine.link_handler import Links
from app.machine.link_handler_desktop import DesktopLinks
from app.machine.link_handler_macos import MacLinks
from app.machine.link_handler_windows import WindowsLinks
from app.machine.mime_defaults import put_first, taken_out
from app.machine.opener import Opener
from tests.support.tools import find_tool, needs_tool

COMMAND = (sys.executable, "-m", "ui")
LINK = "tel:+1-555-0100;ext=12"
TEL = "x-scheme-handler/tel"
MIME_LIST = """# what the person wrote
[Added Associations]
text/plain=vim.desktop;

[Default Applications]
text/html = firefox.desktop
x-scheme-handler/tel=twinkle.desktop;
image/png=gimp.desktop;

[Removed Associations]
text/plain=emacs.desktop;
"""


class Classes:
    """A registry as a dictionary; what the person chose is merged into all classes."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}

    def read(self, key: str, name: str) -> str:
        return self.values.get((key, name), "")

    def read_class(self, key: str, name: str) -> str:
        return self.read(rf"Software\Classes\{key}", name)

    def write(self, key: str, name: str, text: str) -> None:
        self.values[key, name] = text

    def delete(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)

    def drop(self, key: str) -> None:
        self.values = {
            (path, name): text
            for (path, name), text in self.values.items()
            if path != key and not path.startswith(f"{key}\\")
        }

    def choose(self, scheme: str, program: str) -> None:
        """What only the person can do there."""
        chosen = rf"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}"
        self.write(rf"{chosen}\UserChoice", "ProgId", program)

    def install(self, program: str, line: str, name: str = "") -> None:
        self.write(rf"Software\Classes\{program}\shell\open\command", "", line)
        if name:
            self.write(rf"Software\Classes\{program}\Application", "ApplicationName", name)


class LaunchServices:
    """Launch Services as the file they keep."""

    def __init__(self, home: Path) -> None:
        folder = home / "Library/Preferences/com.apple.LaunchServices"
        self._file = folder / "com.apple.launchservices.secure.plist"
        self.refuses = False
        folder.mkdir(parents=True)

    def choose(self, scheme: str, bundle: str) -> bool:
        if self.refuses:
            return False
        kept = plistlib.loads(self._file.read_bytes())["LSHandlers"] if self._file.exists() else []
        others = [each for each in kept if each["LSHandlerURLScheme"] != scheme]
        mine = {"LSHandlerURLScheme": scheme, "LSHandlerRoleAll": bundle}
        self._file.write_bytes(plistlib.dumps({"LSHandlers": [*others, mine]}))
        return True


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    places = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CONFIG_DIRS": "etc",
              "XDG_DATA_DIRS": "share"}  # fmt: skip
    return {name: str(tmp_path / place) for name, place in places.items()}


@pytest.fixture
def desktop(environ: dict[str, str], tmp_path: Path) -> DesktopLinks:
    install(tmp_path, "twinkle")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "mimeapps.list").write_text(MIME_LIST)
    return DesktopLinks(environ)


@pytest.fixture
def windows() -> WindowsLinks:
    classes = Classes()
    classes.install("Twinkle.tel", r'"C:\Program Files\Twinkle\twinkle.exe" --call "%1"', "Twinkle")
    classes.choose("tel", "Twinkle.tel")
    return WindowsLinks(classes)


@pytest.fixture
def services(tmp_path: Path) -> LaunchServices:
    return LaunchServices(tmp_path)


@pytest.fixture
def macos(tmp_path: Path, services: LaunchServices) -> MacLinks:
    services.choose("tel", "org.twinkle.Twinkle")
    inside = tmp_path / "Talktally.app" / "Contents"
    (inside / "MacOS").mkdir(parents=True)
    (inside / "Info.plist").write_bytes(plistlib.dumps({"CFBundleIdentifier": "talktally.app"}))
    return MacLinks(tmp_path, inside / "MacOS" / "talktally", services.choose)


@pytest.fixture(params=["desktop", "windows", "macos"])
def links(request: pytest.FixtureRequest) -> Links:
    made: Links = request.getfixturevalue(request.param)
    return made


def take(links: Links, *schemes: str) -> None:
    """Take links as a person does: Windows leaves the last word to them."""
    links.take(schemes or ("tel",), COMMAND)
    if isinstance(links, WindowsLinks):
        classes = links._classes
        assert isinstance(classes, Classes)
        for scheme in schemes or ("tel",):
            classes.choose(scheme, "Talktally.Link")


def install(folder: Path, name: str) -> None:
    applications = folder / "share" / "applications"
    applications.mkdir(parents=True, exist_ok=True)
    text = f"[Desktop Entry]\nType=Application\nName={name.title()}\nExec={sys.executable} %u\n"
    (applications / f"{name}.desktop").write_text(f"{text}MimeType={TEL};\n")


def package(folder: Path, *names: str) -> None:
    """Install programs that offer themselves, in this order."""
    for name in names:
        install(folder, name)
    cache = folder / "share" / "applications" / "mimeinfo.cache"
    cache.write_text(f"[MIME Cache]\n{TEL}={''.join(f'{name}.desktop;' for name in names)}\n")


def holder(links: Links, scheme: str = "tel") -> str:
    found = links.holder(scheme)
    return found.name if found else ""


def test_who_opens_links_is_named(links: Links) -> None:
    assert holder(links) == "Twinkle"
    assert holder(links, "callto") == ""


def test_links_that_were_taken_are_ours_and_who_had_them_is_remembered(links: Links) -> None:
    take(links)
    now, before = links.holder("tel"), links.before("tel")
    assert now is not None
    assert links.is_ours(now)
    assert (before.name if before else "") == "Twinkle"
    take(links)
    before = links.before("tel")
    assert (before.name if before else "") == "Twinkle"


def test_the_program_of_before_gets_the_link_as_it_is(links: Links) -> None:
    take(links)
    before = links.before("tel")
    assert before is not None
    words = links.command(before, LINK)
    assert words[-1] == LINK


@pytest.mark.parametrize("links", ["desktop", "macos"], indirect=True)
def test_links_that_are_given_back_are_opened_as_before(links: Links) -> None:
    take(links)
    links.give_back(["tel"])
    assert holder(links) == "Twinkle"
    links.give_back(["tel"])
    assert holder(links) == "Twinkle"


def test_a_list_that_was_changed_and_changed_back_is_what_it_was(
    desktop: DesktopLinks, tmp_path: Path
) -> None:
    file = tmp_path / "config" / "mimeapps.list"
    file.chmod(0o644)
    take(desktop, "tel", "callto", "sip")
    assert "tel=talktally-links.desktop;twinkle.desktop;\n" in file.read_text()
    desktop.give_back(["tel", "callto", "sip"])
    assert (file.read_text(), file.stat().st_mode & 0o777) == (MIME_LIST, 0o644)
    assert not (tmp_path / "data" / "applications" / "talktally-links.desktop").exists()


def test_a_list_that_is_a_link_stays_one(desktop: DesktopLinks, tmp_path: Path) -> None:
    file, kept = tmp_path / "config" / "mimeapps.list", tmp_path / "dotfiles"
    file.rename(kept)
    file.symlink_to(kept)
    take(desktop)
    assert file.is_symlink()
    assert "talktally-links.desktop" in kept.read_text()


def test_a_desktop_with_a_list_of_its_own_is_told_there_too(
    desktop: DesktopLinks, environ: dict[str, str], tmp_path: Path
) -> None:
    install(tmp_path, "linphone")
    own = tmp_path / "config" / "gnome-mimeapps.list"
    own.write_text(f"[Default Applications]\n{TEL}=linphone.desktop\n")
    links = DesktopLinks({**environ, "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"})
    assert holder(links) == "Linphone"
    take(links)
    assert holder(links) == "Talktally"
    links.give_back(["tel"])
    assert own.read_text() == f"[Default Applications]\n{TEL}=linphone.desktop\n"


def test_a_program_that_nobody_chose_opens_links_where_it_alone_offers_itself(
    environ: dict[str, str], tmp_path: Path
) -> None:
    install(tmp_path, "linphone")
    cache = tmp_path / "share" / "applications" / "mimeinfo.cache"
    cache.write_text(f"[MIME Cache]\n{TEL}=gone.desktop;linphone.desktop;\n")
    links = DesktopLinks(environ)
    take(links)
    assert (holder(links), links.before("tel")) == (
        "Talktally",
        Opener("linphone.desktop", "Linphone"),
    )
    links.give_back(["tel"])
    assert holder(links) == "Linphone"


def test_a_program_that_was_removed_meanwhile_is_not_given_back(
    desktop: DesktopLinks, tmp_path: Path
) -> None:
    take(desktop)
    (tmp_path / "share" / "applications" / "twinkle.desktop").unlink()
    assert desktop.before("tel") is None
    desktop.give_back(["tel"])
    assert desktop.holder("tel") is None


def test_links_that_whoever_looks_after_computers_gave_us_can_be_given_back(
    environ: dict[str, str], tmp_path: Path
) -> None:
    install(tmp_path, "twinkle")
    install(tmp_path, "talktally-links")
    (tmp_path / "etc").mkdir()
    everybodys = tmp_path / "etc" / "mimeapps.list"
    everybodys.write_text(
        f"[Default Applications]\n{TEL}=talktally-links.desktop;twinkle.desktop;\n"
    )
    links = DesktopLinks(environ)
    found = links.holder("tel")
    assert found is not None
    assert links.is_ours(found)
    assert links.before("tel") == Opener("twinkle.desktop", "Twinkle")
    links.give_back(["tel"])
    assert holder(links) == "Twinkle"
    assert "talktally-links" in everybodys.read_text()


def test_the_entry_of_our_package_is_ours_and_hands_nothing_to_itself(
    environ: dict[str, str], tmp_path: Path
) -> None:
    package(tmp_path, "talktally")
    links = DesktopLinks(environ)
    found = links.holder("tel")
    assert found == Opener("talktally.desktop", "Talktally")
    assert links.is_ours(found)
    assert links.before("tel") is None


def test_a_package_that_offers_itself_is_told_not_to(
    environ: dict[str, str], tmp_path: Path
) -> None:
    package(tmp_path, "talktally")
    links = DesktopLinks(environ)
    links.give_back(["tel"])
    assert links.holder("tel") is None
    take(links)
    assert holder(links) == "Talktally"
    assert "talktally.desktop" not in (tmp_path / "config" / "mimeapps.list").read_text()
    links.give_back(["tel"])
    assert links.holder("tel") is None


def test_beside_our_package_links_go_back_to_who_had_them(
    environ: dict[str, str], tmp_path: Path
) -> None:
    package(tmp_path, "talktally", "linphone")
    links = DesktopLinks(environ)
    take(links)
    assert links.before("tel") == Opener("linphone.desktop", "Linphone")
    links.give_back(["tel"])
    assert holder(links) == "Linphone"


def test_whoever_took_links_from_us_keeps_them(desktop: DesktopLinks, tmp_path: Path) -> None:
    take(desktop)
    install(tmp_path, "linphone")
    file = tmp_path / "config" / "mimeapps.list"
    file.write_text(put_first(file.read_text(), TEL, "linphone.desktop"))
    desktop.give_back(["tel"])
    assert holder(desktop) == "Linphone"


def test_one_scheme_can_be_given_back_alone(links: Links) -> None:
    take(links, "tel", "sip")
    links.give_back(["sip"])
    now = links.holder("tel")
    assert now is not None
    assert links.is_ours(now)


def test_a_file_in_a_folder_is_found_by_its_id(environ: dict[str, str], tmp_path: Path) -> None:
    entry = tmp_path / "share" / "applications" / "kde" / "phone.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nName=Deep\nExec=/bin/sh %U\n")
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "mimeapps.list").write_text(
        f"[Default Applications]\n{TEL}=../evil.desktop;kde-phone.desktop\n"
    )
    assert holder(DesktopLinks(environ)) == "Deep"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("twinkle --call %u", ("twinkle", "--call", LINK)),
        ("'twinkle'", ("'twinkle'", LINK)),
        ('"/opt/my phone/run" --to=%U %i %c', ("/opt/my phone/run", f"--to={LINK}", "--icon",
                                               "phone", "Phone")),
        ("phone %% %k %d %m", ("phone", "%", "/x.desktop", LINK)),
        ("", ()),
    ],
)  # fmt: skip
def test_the_codes_of_an_entry_are_filled(line: str, words: tuple[str, ...]) -> None:
    entry = {"Exec": line, "Icon": "phone", "Name": "Phone"}
    assert exec_with(entry, Path("/x.desktop"), LINK) == words


@given(st.text(), st.sampled_from(["\n", "\r\n"]))
def test_any_list_comes_back_to_what_opens_what(text: str, ending: str) -> None:
    text = text.replace("\n", ending)
    taken = put_first(text, TEL, "talktally-links.desktop")
    assert f"{TEL}=talktally-links.desktop;" in taken
    back = taken_out(taken, TEL, "talktally-links.desktop")
    assert back.startswith(text)
    assert "talktally-links.desktop" not in back


def test_windows_leaves_the_choice_to_its_person(windows: WindowsLinks) -> None:
    windows.take(["tel", "sip"], COMMAND)
    assert windows.asks_person
    assert holder(windows) == "Twinkle"


def test_what_a_link_brings_along_is_no_option_of_the_command() -> None:
    classes = Classes()
    WindowsLinks(classes).take(["tel"], COMMAND)
    line = classes.read(r"Software\Classes\Talktally.Link\shell\open\command", "")
    assert line == f'{" ".join(COMMAND)} -- "%1"'


def test_nothing_of_ours_stays_in_the_registry(windows: WindowsLinks) -> None:
    classes = windows._classes
    assert isinstance(classes, Classes)
    before = dict(classes.values)
    windows.take(["tel", "callto", "sip"], COMMAND)
    windows.give_back(["tel", "callto", "sip"])
    assert classes.values == before


def test_a_program_of_windows_without_a_name_is_named_by_its_file() -> None:
    classes = Classes()
    classes.install("sip", r"C:\MicroSIP\MicroSIP.exe %1", "@{some.resource}")
    links = WindowsLinks(classes)
    assert holder(links, "sip") == "MicroSIP"
    found = links.holder("sip")
    assert found is not None
    assert links.command(found, LINK) == (r"C:\MicroSIP\MicroSIP.exe", LINK)


def test_only_an_installed_app_opens_links_on_macos(
    tmp_path: Path, services: LaunchServices
) -> None:
    with pytest.raises(EnvironmentProblem, match="installed app"):
        MacLinks(tmp_path, Path("/usr/bin/talktally"), services.choose).take(["tel"], COMMAND)


def test_macos_may_refuse(macos: MacLinks, services: LaunchServices) -> None:
    services.refuses = True
    with pytest.raises(EnvironmentProblem, match="FaceTime"):
        macos.take(["tel"], COMMAND)
    assert holder(macos) == "Twinkle"


@needs_tool("gio", "xdg-mime", "update-desktop-database")
@pytest.mark.parametrize(
    "question",
    [("gio", "mime", TEL), ("xdg-mime", "query", "default", TEL)],
    ids=["gio", "xdg-mime"],
)
def test_the_desktops_own_tools_agree_about_who_opens_links(
    desktop: DesktopLinks, environ: dict[str, str], question: tuple[str, ...]
) -> None:
    def told() -> str:
        tool = find_tool(question[0])
        surroundings = {"PATH": "/usr/bin:/bin", "HOME": environ["XDG_DATA_HOME"], **environ}
        done = subprocess.run(
            [tool, *question[1:]], env=surroundings, capture_output=True, text=True, check=False
        )
        return done.stdout.splitlines()[0] if done.stdout else ""

    assert "twinkle.desktop" in told()
    take(desktop)
    assert "talktally-links.desktop" in told()
    desktop.give_back(["tel"])
    assert "twinkle.desktop" in told()


@needs_tool("gio", "update-desktop-database")
def test_the_desktop_no_longer_opens_our_package_that_was_told_not_to(
    environ: dict[str, str], tmp_path: Path
) -> None:
    package(tmp_path, "talktally")
    DesktopLinks(environ).give_back(["tel"])
    surroundings = {"PATH": "/usr/bin:/bin", "HOME": environ["XDG_DATA_HOME"], **environ}
    words = ["gio", "mime", TEL]
    done = subprocess.run(words, env=surroundings, capture_output=True, text=True, check=True)
    assert "talktally" not in done.stdout
