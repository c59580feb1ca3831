"""``talktally demo``: a lively sample month in a folder of its own, then the window on it."""

import argparse
from dataclasses import replace

from app.actions.clear_sample import SampleInUse, clear_sample
from app.actions.make_sample import make_sample
from app.actions.status import read_status
from app.assembly import Workplace
from app.domain.problem import ExitCode
from app.machine.paths import is_named
from app.machine.settings import read_settings, save_settings
from app.sample.aims import Scenario
from app.wording.status_text import status_lines
from ui.commands.screenshot import draw
from ui.display import is_watched
from ui.instance.claim import is_open

_FOLDER = "talktally-sample"
_PICTURE = "overview.png"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which sample."""
    parser.add_argument(
        "--scenario",
        choices=[each.value for each in Scenario],
        default=Scenario.NEAR.value,
        help="how the month stands; near the limit unless said otherwise",
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Make the sample and show it; without a display as text and as a picture."""
    sample = _own_folder(arguments, workplace)
    # Its sample is being looked at, so it is not made anew.
    if is_watched(sample.environ) and is_open(sample.folder, sample.environ):
        return ExitCode.DONE
    try:
        _make(sample, arguments.scenario)
        if is_watched(sample.environ):
            # Here because Qt is not loaded where there is no display.
            from ui.start import run as open_window

            return open_window(arguments, sample)
        return _show_without_display(sample)
    finally:
        sample.close()


def _own_folder(arguments: argparse.Namespace, workplace: Workplace) -> Workplace:
    """Return a workplace beside the real one, so that the two never mix."""
    if is_named(arguments.data_dir, workplace.environ):
        return workplace
    return replace(workplace, folder=workplace.folder.with_name(_FOLDER))


def _make(sample: Workplace, scenario: str) -> None:
    try:
        clear_sample(sample.folder)
    except SampleInUse:
        # Somebody tried things out in it: that is shown, not thrown away.
        sample.warn(
            sample.words.say(
                "The sample in {folder} holds entries of your own, so it is shown as it is.",
                folder=sample.folder,
            )
        )
        return
    make_sample(sample.ledger(), sample.folder, sample.clock.now(), sample.zone(), scenario)
    # Who has looked around is done: a sample that went on in the tray would hold the terminal too.
    # And it asks nobody for anything.
    settings, _ = read_settings(sample.folder)
    save_settings(sample.folder, replace(settings, close_to_tray=False, look_for_updates=False))


def _show_without_display(sample: Workplace) -> int:
    status = read_status(sample.ledger(), sample.clock.now())
    sample.tell(*status_lines(sample.words, status))
    picture = sample.folder / _PICTURE
    look = argparse.Namespace(theme="light", size=(1280, 860), scale=1)
    draw(sample, "overview", picture, look)
    sample.tell(
        "",
        sample.words.say(
            "There is no display, so no window was opened. A picture of it is in {file}.",
            file=picture,
        ),
    )
    return ExitCode.DONE
