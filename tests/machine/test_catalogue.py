"""The built-in plans."""

import pytest

from app.domain.problem import UsageProblem
from app.machine.catalogue import plan_named, plan_names


def test_the_catalogue_holds_the_published_plans() -> None:
    assert plan_names() == [
        "aircall-no-bundle",
        "aircall-us-ca",
        "hubspot-enterprise",
        "hubspot-free",
        "hubspot-professional",
        "hubspot-starter",
    ]


def test_every_plan_goes_by_the_name_of_its_file() -> None:
    assert [plan_named(name).name for name in plan_names()] == plan_names()


@pytest.mark.parametrize("name", ["hubspot", "../plans/hubspot-free", ""])
def test_an_unknown_plan_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(UsageProblem, match="Known are: aircall-no-bundle, aircall-us-ca"):
        plan_named(name)
