"""Gives every test neutral surroundings: time zone, language, home, no desktop session."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

_NEUTRAL = {
    "TZ": "UTC",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
}
#: What Hypothesis does not complain of: a busy machine is no fault of the test.
CALM = (hypothesis.HealthCheck.too_slow,)
#: The same for a test whose examples share one folder.
CALM_IN_ONE_FOLDER = (*CALM, hypothesis.HealthCheck.function_scoped_fixture)
_UNWANTED = ("LANGUAGE", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
_OF_PYTEST = {"PYTEST_CURRENT_TEST"}


def pytest_configure() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update(_NEUTRAL)
    for name in _UNWANTED:
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()
    _choose_hypothesis_profile()


def _choose_hypothesis_profile() -> None:
    hypothesis.settings.register_profile(
        "ci", derandomize=True, max_examples=100, deadline=None, suppress_health_check=CALM
    )
    hypothesis.settings.register_profile(
        "local", max_examples=50, deadline=None, suppress_health_check=CALM
    )
    hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def environment_stays() -> Iterator[None]:
    """Takes back what the program itself set: it does so where Qt or a child looks for it."""
    before = dict(os.environ)
    yield
    for name in (os.environ.keys() | before.keys()) - _OF_PYTEST:
        if name in before:
            os.environ[name] = before[name]
        else:
            os.environ.pop(name, None)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of this test alone; made when something writes there."""
    folder = tmp_path_factory.getbasetemp() / "homes" / os.urandom(6).hex()
    places = {
        "HOME": folder,
        "USERPROFILE": folder,
        "APPDATA": folder / "AppData" / "Roaming",
        "LOCALAPPDATA": folder / "AppData" / "Local",
        "XDG_CONFIG_HOME": folder / ".config",
        "XDG_DATA_HOME": folder / ".local" / "share",
        "XDG_STATE_HOME": folder / ".local" / "state",
        "XDG_CACHE_HOME": folder / ".cache",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    (folder / "run").mkdir(mode=0o700, parents=True)
    return folder
