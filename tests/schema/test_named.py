"""A tuple whose items have names."""

import copy
import pickle

import pytest

from scribe.schema.named import NamedTuple


class Place(NamedTuple):
    """A place."""

    region: str
    """Its region."""
    side: str | None = None
    """Its side."""

    @property
    def is_paired(self) -> bool:
        """Whether it has a side."""
        return self.side is not None


NECK = Place("cervical")


def test_values_are_given_in_order_or_by_name() -> None:
    """What is not given is what the class says."""
    assert Place("cervical", "left") == Place(side="left", region="cervical") == ("cervical", "left")
    assert Place(region="cervical") == NECK


def test_items_have_names_and_places() -> None:
    """It is a tuple that its class may add to."""
    region, side = NECK
    assert (NECK.region, NECK.side, NECK.is_paired) == (region, side, False) == ("cervical", None, False)
    assert {NECK: 1}[Place("cervical")] == 1


@pytest.mark.parametrize("values", [(), ("cervical", "left", 3)])
def test_a_value_missing_or_too_many_is_refused(values: tuple[str, ...]) -> None:
    """The message names the values."""
    with pytest.raises(TypeError, match=r"^Place takes region, side\.$"):
        Place(*values)


def test_an_unknown_name_is_refused() -> None:
    """As is a value that nobody has."""
    with pytest.raises(TypeError, match=r"^Place takes region, side\.$"):
        Place("cervical", level="C5")  # type: ignore[call-arg]  # what is refused


def test_it_cannot_be_changed_but_replaced() -> None:
    """A changed copy leaves the first as it is."""
    with pytest.raises(AttributeError):
        NECK.side = "left"  # type: ignore[misc]  # what is refused
    assert NECK._replace(side="left") == Place("cervical", "left")
    assert NECK.side is None


def test_it_goes_to_a_dict_and_comes_from_a_row() -> None:
    """As any named tuple."""
    assert NECK._asdict() == {"region": "cervical", "side": None}
    assert Place._make(["cervical", "left"]) == Place("cervical", "left")
    assert Place._fields == ("region", "side")


def test_it_is_shown_and_copied() -> None:
    """With class and names."""
    assert repr(NECK) == "Place(region='cervical', side=None)"
    assert copy.deepcopy(NECK) == pickle.loads(pickle.dumps(NECK)) == NECK  # noqa: S301  # our own pickle
