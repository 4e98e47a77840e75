"""Specification of which places a list of a lesion has."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Left SI joint dysfunction, the PSIS is tender.", ["sacral"]),
        ("C5 dysfunction, T2 stuck.", ["cervical"]),
        ("Segmental dysfunction of L4, sacrum tender.", ["lumbar"]),
        ("Thoracic dysfunction, T4 restricted.", ["thoracic"]),
        ("Somatic dysfunction of L4, T6 and the sacrum.", ["lumbar", "sacral", "thoracic"]),
    ],
)
def test_places_of_findings(read: Read, text: str, regions: list[str]) -> None:
    """A place that is called tender, tight or stuck behind a lesion of another region has none itself."""
    assert sorted({line.split()[1] for line in read(text, "lesions")}) == regions


SPINE = ("cervical", "thoracic", "lumbar", "sacral")


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("from the neck to the sacrum", ()),
        ("cervical through sacral", ()),
        ("of every region from the neck to the sacrum, the lumbar spine excepted", ("lumbar",)),
        ("from cervical to sacral, with the exception of the thoracic spine", ("thoracic",)),
        ("cervical thru sacral except lumbar", ("lumbar",)),
    ],
)
def test_regions_between(read: Read, said: str, left_out: tuple[str, ...]) -> None:
    """A range names the regions between its ends, but for what is excepted."""
    wanted = {f"somatic_dysfunction {region}" for region in SPINE if region not in left_out}
    assert {*read(f"Assessment: somatic dysfunction {said}.", "lesions")} == wanted


def test_no_range(read: Read) -> None:
    """Two regions of a list are no range, nor is the way that pain takes."""
    text = "Assessment: somatic dysfunction cervical and sacral, pain from the neck to the low back."
    assert read(text, "lesions") == ["somatic_dysfunction cervical", "somatic_dysfunction sacral"]


def test_further_parts_that_open_with_of(read: Read) -> None:
    """Each further `of` names a place of the same lesion."""
    said = "A: Somatic dysfunction of the ribs, which do not rise, of the neck, with C3 stuck, and of the diaphragm."
    assert [line.split()[1] for line in read(said, "lesions")] == ["rib_cage", "cervical", "abdomen_other"]


def test_other_parts_add_no_place(read: Read) -> None:
    """A place that opens otherwise belongs to what is told of the first."""
    assert read("A: Somatic dysfunction of the ribs, with pain in the neck.", "lesions") == [
        "somatic_dysfunction rib_cage"
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Right costovertebral joint dysfunction at T8.", [f"{SD} rib_cage right"]),
        ("T3-4 costotransverse joint dysfunction.", [f"{SD} rib_cage"]),
        ("Joint dysfunction of T3, left costotransverse joint.", [f"{SD} thoracic T3", f"{SD} rib_cage left"]),
        ("Clavicle and second rib dysfunction.", [f"{SD} upper_extremity", f"{SD} rib_cage rib 2"]),
    ],
)
def test_joints_of_ribs(read: Read, text: str, lines: list[str]) -> None:
    """A vertebra beside the joint of a rib gives its level alone; in a list it stands for itself."""
    assert [line.replace(" left", "", "T3 left" in line) for line in read(text, "lesions")] == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Neck, mid back and rib dysfunctions today.", [f"{SD} cervical", f"{SD} thoracic", f"{SD} rib_cage"]),
        ("So that is thoracic and rib dysfunction.", [f"{SD} thoracic", f"{SD} rib_cage"]),
        ("You have lumbar, sacral, and innominate dysfunction.", [f"{SD} lumbar", f"{SD} sacral", f"{SD} pelvic"]),
        ("Tender over the neck and a rib dysfunction.", [f"{SD} rib_cage"]),
        ("The neck is clear, rib dysfunction only.", [f"{SD} rib_cage"]),
    ],
)
def test_a_list_that_a_lesion_closes(read: Read, said: str, lines: list[str]) -> None:
    """What stands in the list is of one lesion; what something else is said of is not."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: T9 is dysfunctional, the sacrum too.", ["thoracic T9", "sacral"]),
        ("Doctor: T9 was dysfunctional today, and the sacrum as well.", ["thoracic T9", "sacral"]),
        ("Doctor: T9 is dysfunctional, the sacrum, though, moves.", ["thoracic T9"]),
        ("Doctor: T9 is dysfunctional and the sacrum moves.", ["thoracic T9"]),
        ("Doctor: T9 has a dysfunction, T10 doesn't, T11 isn't.", ["thoracic T9"]),
    ],
)
def test_what_a_predicate_is_said_of(read: Read, text: str, lines: list[str]) -> None:
    """Parts behind a predicate may add places, and say no more."""
    assert read(f"{text}\nPatient: Oh.", "lesions", "transcript") == [f"somatic_dysfunction {line}" for line in lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SD C3 w/ ME, T9 w/ HVLA, sacrum w/ BLT.", ["cervical C3", "thoracic T9", "sacral"]),
        ("SD C3 w/ ME, R ilium w/ ME.", ["cervical C3", "pelvic right"]),
        ("SD at C3 with HVLA; rib 8 R with ME.", ["cervical C3", "rib_cage rib 8 right"]),
        ("SD at C3 with spasm; T9 with spasm.", ["cervical C3"]),
        ("SD at C3 with HVLA; T9 tender.", ["cervical C3"]),
    ],
)
def test_places_with_their_treatments(read: Read, text: str, lines: list[str]) -> None:
    """A list may give each place its treatment."""
    assert read(text, "lesions") == [f"somatic_dysfunction {line}" for line in lines]
