import pytest
from shipping.make import main, steps_for


def test_a_package_is_made_of_a_tree_that_is_there() -> None:
    assert steps_for(["deb"], frozen=True) == ["deb"]


def test_a_package_without_a_tree_freezes_first() -> None:
    assert steps_for(["rpm", "deb"], frozen=False) == ["freeze", "deb", "rpm"]


def test_a_step_that_is_not_there_is_said_in_one_sentence() -> None:
    with pytest.raises(SystemExit, match="There is no snap to make; there is: freeze, deb"):
        main(["snap"])
