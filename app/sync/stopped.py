"""A round that ended early although nothing is wrong with the other side."""

from app.domain.problem import Problem, mark

CANCELLED = mark("It was cancelled. What was done so far stays.")


class StoppedProblem(Problem):
    """A round ended early because somebody wanted that; it says nothing about the server."""
