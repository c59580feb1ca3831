"""What reading call logs tells, for the commands that read them."""

from pathlib import Path

from app.actions.call_logs import LogAnswer, read_logs
from app.assembly import Workplace
from app.domain.problem import ExitCode


def read_and_tell(paths: list[Path], workplace: Workplace) -> int:
    """Read logs and tell what each brought; returns the exit code."""
    answers: tuple[LogAnswer, ...] = ()
    if paths:
        answers = read_logs(workplace.ledger(), paths, workplace.clock.now, always=True)
    if workplace.as_json:
        workplace.tell_json({"logs": [_document(each, workplace) for each in answers]})
    elif not answers:
        said = workplace.words.say(
            "No call log is wanted yet. To have one read: talktally call-logs add FILE"
        )
        workplace.tell(said)
    for answer in answers:
        _tell(answer, workplace)
    problems = [answer.problem for answer in answers if answer.problem is not None]
    return max((problem.exit_code for problem in problems), default=ExitCode.DONE)


def _tell(answer: LogAnswer, workplace: Workplace) -> None:
    words, taken = workplace.words, answer.taken
    if answer.problem is not None:
        workplace.warn(words.problem(answer.problem))
    if taken is None or workplace.as_json:
        return
    tally = taken.tally
    said = [words.say("{file}: {new} new, {known} already known, {refused} refused",
                      file=answer.path, **tally._asdict())]  # fmt: skip
    if taken.held:
        said.append(words.say_many("{n} may go on", "{n} may go on", taken.held))
    workplace.tell(", ".join(said))


def _document(answer: LogAnswer, workplace: Workplace) -> dict[str, object]:
    taken, problem = answer.taken, answer.problem
    found: dict[str, object] = {"path": str(answer.path)}
    if taken is not None:
        found |= {**taken.tally._asdict(), "held": taken.held}
    return {**found, "problem": workplace.words.problem(problem) if problem else None}
