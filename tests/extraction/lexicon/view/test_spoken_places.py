"""Specification of places that are told in less or more than their names."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import Chunk, View

Look = Callable[..., View]
Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("On the neck films six-seven is tight.", [("cervical", "C6 C7")]),
        ("In your low back, at four five, the disc bulges.", [("lumbar", "L4 L5")]),
        ("The lumbar canal is narrow at three-four and five-one.", [("lumbar", "L3 L4"), ("lumbar", "L5 S1")]),
        ("The low back hurts, a four five out of ten.", []),
        ("The disc in your low back, for four five weeks.", []),
        ("At four five the disc bulges.", []),
        ("The neck disc at seven eight.", []),
        ("Down the back of the arm. Five-six is tight, that is the neck.", [("cervical", "C5 C6")]),
        ("Low back first, then six-seven, a disc in the neck.", [("cervical", "C6 C7")]),
    ],
)
def test_levels_without_a_letter(view: Look, text: str, levels: list[tuple[str, str]]) -> None:
    """Two numbers are a joint of the spine named before, beside what is said of discs and canals, and no count."""
    seen = view(f"Doctor: {text}", "transcript")
    places = seen.places(Chunk(0, len(seen.norms)))
    assert [(place.region, " ".join(place.segments)) for place in places if place.segments] == levels


@pytest.mark.parametrize(
    ("text", "ribs"),
    [
        ("Now the ribs. Seventh and eighth on the right, they stay up.", ["rib 7", "rib 8"]),
        ("Hand on the ribs, fifth, at the angle.", ["rib 5"]),
        ("Your ribs hurt, and the hip. Sixth is stuck.", []),
        ("Your ribs hurt, and the hip. Breathe in. Sixth and seventh are stuck.", ["rib 6", "rib 7"]),
        ("It's the ribs. Your second visit, the first is always long.", []),
        ("The seventh and eighth are stuck.", []),
        ("There's a rib dysfunction, seven on the right.", ["rib 7"]),
        ("There's rib dysfunction we saw in spring, left nine and ten, that's gone.", ["rib 9", "rib 10"]),
        ("There's a rib dysfunction, two of them in fact.", []),
        ("There's a rib dysfunction, three weeks old.", []),
        ("It's dysfunction of the ribs, two and three on the left.", ["rib 2", "rib 3"]),
        ("Let me feel the ribs, two more minutes.", []),
        ("The ribs, four of them, are stuck.", []),
    ],
)
def test_ribs_without_their_noun(view: Look, text: str, ribs: list[str]) -> None:
    """Ordinals behind the ribs are ribs; what counts visits or stands where no rib was named is none."""
    seen = view(f"Doctor: {text}", "transcript")
    places = seen.places(Chunk(0, len(seen.norms)))
    assert [segment for place in places if place.region == "rib_cage" for segment in place.segments] == ribs


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Somatic dysfunction of the occiput on the atlas.", ["somatic_dysfunction head OA"]),
        ("Segmental dysfunction, the occiput on C1.", ["somatic_dysfunction head OA"]),
        ("L5 on the sacrum, segmental dysfunction.", ["somatic_dysfunction lumbar L5"]),
        (
            "Segmental dysfunction of L5 and the sacrum.",
            ["somatic_dysfunction lumbar L5", "somatic_dysfunction sacral"],
        ),
    ],
)
def test_the_lower_part_names_no_region_of_its_own(read: Read, said: str, lines: list[str]) -> None:
    """A joint belongs to its upper part; two parts joined by `and` are two."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The fibular head's back on the left.", ["asymmetry lower_extremity left"]),
        ("It's C5, and it's back on the right.", ["asymmetry cervical right"]),
        ("The rib's back, and it won't move.", ["asymmetry rib_cage", "restriction rib_cage"]),
        ("The patient's back hurts on the left.", []),
        ("Your neck pain's back again.", []),
    ],
)
def test_what_is_back(read: Read, said: str, lines: list[str]) -> None:
    """A landmark is back; a back that hurts is a place, and a pain comes back."""
    assert sorted(read(f"DR: {said}\nPT: Okay.", "tart", "transcript")) == sorted(lines)
