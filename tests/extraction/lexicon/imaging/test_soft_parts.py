"""Specification of the tendons and cartilages that a study shows."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("US R shoulder in clinic: cuff intact, no bursal fluid.", ["ultrasound other upper_extremity right absent"]),
        ("Shoulder US 4/21: supraspinatus tear.", ["ultrasound other upper_extremity"]),
        ("MRI knee: menisci intact, ACL normal.", ["mri other lower_extremity absent"]),
        ("MRI knee: meniscus is not normal.", ["mri other lower_extremity"]),
        (
            "MRI thoracic: enhancing metastasis, small epidural cuff clean, canal narrowed.",
            ["mri neoplasm thoracic", "mri canal_narrowing thoracic"],
        ),
    ],
)
def test_tendons_in_reports(read: Read, text: str, lines: list[str]) -> None:
    """A tendon that is intact is a finding of its limb that is not there."""
    assert read(text, "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Neck's fine. The MRI was clean, cuff intact.", ["mri other upper_extremity absent"]),
        ("there's no tear the ultrasound was clean the cuff's intact", ["ultrasound other upper_extremity absent"]),
        ("The MRI of your knee, the meniscus looks fine.", ["mri other lower_extremity absent"]),
        ("Cuff's strong, five on both sides. Neck MRI was clean.", ["mri unremarkable cervical"]),
    ],
)
def test_spoken_tendons(read: Read, text: str, lines: list[str]) -> None:
    """A study is of the limb whose tendon is named with it, wherever the talk was before."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pelvis film: left hip joint space gone at the top.", ["xray other pelvic left"]),
        ("X-ray R hip: joint space narrow.", ["xray other pelvic right"]),
        ("X-ray L knee: medial joint space lost.", ["xray other lower_extremity left"]),
        ("X-ray pelvis: the piece is gone.", []),
    ],
)
def test_a_worn_joint(read: Read, text: str, lines: list[str]) -> None:
    """A joint without its space is worn, also where a film of the hip names no joint."""
    assert read(f"IMAGING: {text}", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("XR hip R 2v: mod OA, no fx", ["xray other pelvic right", "xray fracture pelvic right absent"]),
        ("XR R hip 2v: mod OA.", ["xray other pelvic right"]),
        (
            "XR L shoulder: mild GH OA, no fx or dislocation.",
            ["xray other upper_extremity left", "xray other upper_extremity left absent"],
        ),
        ("MRI L hip: labral tear, no AVN.", ["mri other pelvic left", "mri other pelvic left absent"]),
        ("AP pelvis: mild OA of the SI joints.", ["xray sacroiliac_changes sacral"]),
        ("CT abd/pelvis: L5 spondylolysis bilat, no slip.", ["ct other absent", "ct other lumbar bilateral"]),
    ],
)
def test_worn_joints_in_shorthand(read: Read, text: str, lines: list[str]) -> None:
    """An OA of a film is arthrosis of the joint that the film is of, and no joint of the neck."""
    assert sorted(read(text, "imaging", "note")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The joint space on the left is down to nothing.", ["xray other pelvic left"]),
        ("On the left the joint space is about half.", ["xray other pelvic left"]),
        ("The space on the left is fine.", ["xray other pelvic left absent"]),
    ],
)
def test_joint_space_of_a_hip(read: Read, text: str, lines: list[str]) -> None:
    """A film of a hip tells of it by the room in the joint."""
    assert read("Doctor: I looked at the hip film. " + text, "imaging", "transcript") == lines
