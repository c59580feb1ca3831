"""A plan given to a company part by part: what broke off goes on where it stopped."""

from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from typing_extensions import override

from app.actions.change_company_plan import PartlySavedProblem, save_edit
from app.actions.read_plan_page import read_plan_page
from app.actions.share_plan import can_share_plan, share_plan
from app.domain.company import Role
from app.domain.failure import Failure, FailureKind
from app.domain.plan_page import Origin
from app.remote.http import Answer, Peer
from tests.support.desktop import Desktop, desktop
from tests.support.plan_server import LiveServer
from tests.sync.test_company_plan import CONTRACT, EDIT, PROFILE


class BreakingPeer(Peer):
    """Breaks off before the third change."""

    sent: ClassVar[list[str]] = []

    @override
    def ask(self, method: str, path: str, **more: Any) -> Answer:
        if method == "POST":
            self.sent.append(path)
        if len(self.sent) > 2:
            raise Failure("{server} is gone", kind=FailureKind.OFFLINE, server=self.name)
        return super().ask(method, path, **more)


def test_after_a_break_the_rest_is_sent(tmp_path: Path, plan_server: LiveServer) -> None:
    with desktop(tmp_path / "dana") as dana:
        whole = _enter_plan(dana)
        dana.join(plan_server.link("Dana", Role.OWNER))
        assert can_share_plan(dana.ledger)
        BreakingPeer.sent.clear()
        with pytest.raises(PartlySavedProblem, match="Only 2 of 6 changes"):
            share_plan(dana.ledger, dana.secrets, now=dana.now, peers=BreakingPeer)
        shared = share_plan(dana.ledger, dana.secrets, now=dana.now)
        assert (shared.company, shared.sent) == ("Acme Trading", 4)
        page = read_plan_page(dana.ledger, dana.now)
        assert (_terms(dana), page.origin) == (whole, Origin.SERVER)
        assert (page.profile, page.contract) == (PROFILE, CONTRACT)
        assert share_plan(dana.ledger, dana.secrets, now=dana.now).sent == 0


def _enter_plan(dana: Desktop) -> Any:
    """Enter plans, seats, profile and contract; return what holds then."""
    edit = replace(EDIT, profile=PROFILE, contract=CONTRACT)
    save_edit(dana.ledger, dana.secrets, edit, now=dana.now, machine_zone="UTC")
    return _terms(dana)


def _terms(dana: Desktop) -> Any:
    page = read_plan_page(dana.ledger, dana.now)
    return page.pool and page.pool.totals, [(each.terms, each.cycle) for each in page.plans]
