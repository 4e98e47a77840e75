"""Specification of how far a cue reaches."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chronic neck pain, no red flags, cervical and thoracic somatic dysfunction.",
         ["somatic_dysfunction cervical", "somatic_dysfunction thoracic"]),
        ("No radicular features, right sacroiliac joint dysfunction.", ["somatic_dysfunction sacral right"]),
        ("Lumbar spondylosis without radiculopathy, pelvic somatic dysfunction.", ["somatic_dysfunction pelvic"]),
        ("Spinal stenosis without neurogenic claudication, segmental dysfunction of T6.",
         ["somatic_dysfunction thoracic T6"]),
        ("No cervical, lumbar somatic dysfunction.",
         ["somatic_dysfunction cervical absent", "somatic_dysfunction lumbar absent"]),
        ("No disc herniation, sacral dysfunction or fracture.", ["somatic_dysfunction sacral absent"]),
        ("No spasm, thoracic dysfunction.", ["somatic_dysfunction thoracic absent"]),
    ],
)  # fmt: skip
def test_a_dysfunction_is_the_next_problem_behind_what_is_denied(read: Read, text: str, lines: list[str]) -> None:
    """A comma ends what a diagnosis comes without; what hands feel, a place or an `or` goes on with a denial."""
    assert read(f"Assessment: {text}", "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Resolved sciatica with residual numbness of the left foot.", ["sensory_deficit left"]),
        ("Resolved sciatica.", []),
        ("If you end up with persistent weakness of the leg, call.", ["motor_deficit hypothetical"]),
    ],
)
def test_what_is_left_of_what_is_over(read: Read, text: str, lines: list[str]) -> None:
    """What is left is there now; a condition goes on over it."""
    assert read(f"DR: {text}", "neuro", "transcript") == lines


@pytest.mark.parametrize("text", ["That may or may not explain the tingling.", "It might not be the tingling."])
def test_who_does_not_know_denies_nothing(read: Read, text: str) -> None:
    """What may not be so is not denied."""
    assert "sensory_deficit absent" not in read(f"DR: {text}", "neuro", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ribs not examined so impression segmental dysfunction of the neck", ["somatic_dysfunction cervical"]),
        ("no fever no weakness assessment somatic dysfunction sacral", ["somatic_dysfunction sacral"]),
        ("No diagnosis of somatic dysfunction in the neck.", ["somatic_dysfunction cervical absent"]),
        ("Diagnosis (no other name fits): segmental dysfunction L4.", ["somatic_dysfunction lumbar L4"]),
    ],
)
def test_a_denial_before_a_conclusion(read: Read, text: str, lines: list[str]) -> None:
    """A conclusion that dictation sets no mark before ends what is denied; so does the end of brackets."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    "said",
    [
        "You've got lumbar spondylosis, the old films show that, and a somatic dysfunction of T5.",
        "Cervical spondylosis, we knew that from the old MRI, plus a somatic dysfunction of T5.",
    ],
)
def test_a_study_of_former_times_dates_no_dysfunction(read: Read, said: str) -> None:
    """A study may be old; the dysfunction that is named behind it is of today."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction thoracic T5"]


@pytest.mark.parametrize(
    ("aside", "lines"),
    [
        ("cause not specified, and", ["radiculopathy lumbar"]),
        ("the mechanism isn't clear,", ["radiculopathy lumbar"]),
        ("we don't know the cause, with", ["radiculopathy lumbar"]),
        ("it's not a herniation,", ["disc_herniation lumbar absent", "radiculopathy lumbar absent"]),
        ("but not a herniation or", ["disc_herniation lumbar absent", "radiculopathy lumbar absent"]),
    ],
)
def test_a_cause_that_is_left_open_denies_nothing_else(read: Read, aside: str, lines: list[str]) -> None:
    """What nobody knows the cause of is there, and so is what is named behind it."""
    said = f"MD: So you have L4-5 foraminal stenosis, {aside} L5 radiculopathy."
    assert [line for line in read(said, "diagnoses", "transcript") if not line.startswith("spinal")] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Status post laminectomy L4-5, with lumbar spinal stenosis at L3-4.", ["spinal_stenosis lumbar"]),
        ("S/p L4-5 laminectomy with lumbar radiculopathy.", ["radiculopathy lumbar"]),
        ("S/p fusion with laminectomy at L4-5, with cervical radiculopathy.", ["radiculopathy cervical"]),
        ("Status post laminectomy for lumbar stenosis.", ["spinal_stenosis lumbar historical"]),
        ("Status post discectomy with fusion for spondylolisthesis.", ["spondylolisthesis historical"]),
        ("Post laminectomy syndrome.", ["postlaminectomy_syndrome"]),
    ],
)
def test_what_somebody_has_since_an_operation(read: Read, text: str, lines: list[str]) -> None:
    """What stands with an operation that was done is there; what it was done for is past."""
    assert read(f"Assessment: {text}", "diagnoses") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I'm not going to call it one I'll put a biomechanical lesion of the left foot",
         ["other_biomechanical_lesion lower_extremity left"]),
        ("I don't believe this I'd rather write a segmental dysfunction of T4", ["somatic_dysfunction thoracic T4"]),
        ("I'm not calling this a segmental dysfunction of T4", ["somatic_dysfunction thoracic T4 absent"]),
        ("I'm not calling it a segmental dysfunction of T4", ["somatic_dysfunction thoracic T4 absent"]),
        ("I'm not going to label it a segmental dysfunction of T4", ["somatic_dysfunction thoracic T4 absent"]),
        ("This isn't muscle, I'm calling it a segmental dysfunction of T4", ["somatic_dysfunction thoracic T4"]),
        ("it's not that I'm seeing a segmental dysfunction of T4", ["somatic_dysfunction thoracic T4 absent"]),
    ],
)  # fmt: skip
def test_what_it_is_called_instead(read: Read, text: str, lines: list[str]) -> None:
    """A speaker who won't call something so goes on with what it is."""
    assert read(f"DR: {text}.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "MRI L-spine negative for fracture; L4-5 protrusion.",
            ["mri disc_herniation lumbar", "mri fracture lumbar absent"],
        ),
        ("MRI L-spine negative for fracture; tumor.", ["mri fracture lumbar absent", "mri neoplasm lumbar absent"]),
    ],
)
def test_denials_end_with_a_new_level(read: Read, text: str, lines: list[str]) -> None:
    """What is negative for several things goes over a semicolon, but not to an item with a level of its own."""
    assert sorted(read(text, "imaging")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("no fracture, L4-5 small protrusion", ["fracture lumbar absent", "disc_herniation lumbar"]),
        ("no fracture, small disc protrusion L4-5, no listhesis", [
            "fracture lumbar absent", "disc_herniation lumbar", "malalignment lumbar absent",
        ]),
        ("no fracture, L5 protrusion or listhesis", [
            "fracture lumbar absent", "disc_herniation lumbar absent", "malalignment lumbar absent",
        ]),
        ("no L4-5 protrusion, L5-S1 listhesis", ["disc_herniation lumbar absent", "malalignment lumbar absent"]),
    ],
)  # fmt: skip
def test_the_next_item_behind_a_denial(read: Read, said: str, lines: list[str]) -> None:
    """An item with a level or a small size of its own is there, where no levels are denied and no `or` follows."""
    assert read(f"MRI lumbar: {said}.", "imaging") == [f"mri {line}" for line in lines]


def test_a_lesion_behind_a_denial(read: Read) -> None:
    """A lesion that opens with its level is one behind what is denied."""
    assert read("A: No stenosis, L5 segmental dysfunction.", "lesions") == ["somatic_dysfunction lumbar L5"]
