"""Cells that a spreadsheet would take for a formula: made harmless on the way out, restored in."""

import re

# A number such as +1 415 starts like a formula too. Apostrophes already before one are counted in,
# so that taking one away always gives back exactly what was written.
_formula = re.compile(r"'*[=+\-@\t\r]").match
_neutralised = re.compile(r"''*[=+\-@\t\r]").match


def neutralised(cell: str) -> str:
    """Put an apostrophe before a cell that begins like a formula."""
    return f"'{cell}" if _formula(cell) else cell


def restored(cell: str) -> str:
    """Take that apostrophe away again."""
    return cell[1:] if _neutralised(cell) else cell
