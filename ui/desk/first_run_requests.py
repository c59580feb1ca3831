"""What the first steps ask of ledger, catalogue and system, and what they want saved.

Imports stay inside: all of it is wanted once in the life of a ledger.
"""

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QLocale

from app.wording.words import Words
from ui.desk.books import Books

if TYPE_CHECKING:
    from app.actions.what_is_here import WhatIsHere
    from ui.first_run.answers import Answers
    from ui.first_run.state import PlanChoice
    from ui.plan.edit_state import EditAsked

#: Plans for calls, and plans for texts.
Catalogue: TypeAlias = "tuple[tuple[PlanChoice, ...], tuple[PlanChoice, ...]]"


def look(books: Books) -> "WhatIsHere":
    """Look what the ledger holds already; on the worker."""
    from app.actions.what_is_here import what_is_here

    return what_is_here(books.ledger())


def catalogue(words: Words) -> "Catalogue":
    """Return the plans there are for calls and for texts."""
    from app.domain.plan import Line
    from app.machine.catalogue import plan_named, plan_names
    from ui.first_run.state import PlanChoice
    from ui.plan.options import plan_options

    plans = [plan_named(name) for name in plan_names()]
    calls, texts = (
        tuple(
            PlanChoice(option.plan.name, option.title, option.summary, option.anchored)
            for option in plan_options(words, line, plans, None)
            if option.plan is not None
        )
        for line in (Line.CALLS, Line.TEXTS)
    )
    return calls, texts


def edit_asked(answers: "Answers", machine_zone: str) -> "EditAsked | None":
    """Return the plans that were chosen as what is to be saved, ``None`` where none was."""
    from app.domain.plan_edit import PlanEdit
    from app.machine.catalogue import plan_named
    from ui.plan.edit_state import EditAsked

    if not (answers.calls or answers.texts):
        return None
    texts = plan_named(answers.texts) if answers.texts else None
    edit = PlanEdit(
        calls=plan_named(answers.calls) if answers.calls else None,
        texts=texts,
        zone=answers.zone or machine_zone,
        anchor_day=answers.anchor_day if texts is not None and texts.anchored else None,
    )
    return EditAsked(edit, first=True)


def country() -> str:
    """Return the country that the system says it is in, "" where it says none."""
    system = QLocale.system()
    if system.language() is QLocale.Language.C:
        return ""
    return QLocale.territoryToCode(system.territory())
