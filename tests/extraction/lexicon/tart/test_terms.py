"""Specification of what a term says where it stands."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Non-tender at L5", ["tenderness lumbar absent"]),
        ("L5 NTTP", ["tenderness lumbar absent"]),
        ("No tenderness at L5", ["tenderness lumbar absent"]),
        ("No tenderness or spasm of the lumbar spine", ["tenderness lumbar absent", "tissue_texture lumbar absent"]),
        ("No restriction of the lumbar spine", ["restriction lumbar absent"]),
        ("Iliac crests level", ["asymmetry pelvic absent"]),
        ("Lumbar tissue texture normal, neck tender", ["tissue_texture lumbar absent", "tenderness cervical"]),
        ("No tenderness of the neck; thoracic spine boggy", ["tenderness cervical absent", "tissue_texture thoracic"]),
    ],
)
def test_normal_findings(read: Read, text: str, lines: list[str]) -> None:
    """What is normal or denied is absent."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Fix C2 R, T1-2", ["restriction cervical right", "restriction thoracic"]),
        ("A player with a fixed head posture", []),
        ("Ribs 3-5 L dec bucket handle", ["restriction rib_cage left"]),
        ("cranial CRI 10", []),
        ("Strength: deltoid 5/5; LE full", []),
        ("Posture: antalgic to the left", ["asymmetry left"]),
        ("Lumbar flexion to the ankles, extension limited", ["restriction lumbar"]),
        ("Treated L4 with high-velocity thrust", []),
    ],
)
def test_short_words_of_notes(read: Read, text: str, lines: list[str]) -> None:
    """A word of the hands may be one of a posture, a count or a treatment."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("R talus tndr ant jt line", ["tenderness lower_extremity right"]),
        ("L4 non tndr", ["tenderness lumbar absent"]),
        ("C5 restd rot L", ["restriction cervical left"]),
        ("L psoas hyperton", ["tissue_texture lumbar left"]),
    ],
)
def test_shorthand(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Findings are also written without their vowels or their ends."""
    assert read(f"Exam: {said}", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L4's stiff as a board going into extension.", ["restriction lumbar"]),
        ("T5-6 is like a board.", ["restriction thoracic"]),
        ("I'm springing the sacrum and it's like a board.", ["restriction sacral"]),
        ("The paraspinals are stiff as a board at L4.", ["tissue_texture lumbar"]),
        ("Your mid back is like a board.", ["tissue_texture thoracic"]),
    ],
)
def test_what_is_like_a_board(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A vertebra like a board does not move; muscles like one are hard."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Knee jerks normal. You fell hard, you've been in bed since, and you're sore.", []),
        ("Knee next. You're sore.", ["tenderness lower_extremity"]),
        ("You fell, you've been in bed since, and you're sore at T9.", ["tenderness thoracic"]),
    ],
)
def test_a_story_summed_up(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A pain that closes a story without a place is not that of the place spoken of last."""
    assert read(f"Doctor: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C5 on the left is ropy. The right side's like butter.", [
            "tissue_texture cervical left", "tissue_texture cervical right absent",
        ]),
        ("The left hip moves like butter.", ["restriction pelvic left absent"]),
        ("The tissue over L4 is like a wet sponge.", ["tissue_texture lumbar"]),
        ("The neck scar is tethered.", ["tissue_texture cervical"]),
        ("The right ankle's blown up. There's no heat in it.", [
            "tissue_texture lower_extremity right", "tissue_texture lower_extremity absent",
        ]),
        ("The atlas is sticking out on the right.", ["asymmetry cervical right"]),
        ("The talus won't glide on the left. The other one goes easily.", [
            "restriction lower_extremity left", "restriction lower_extremity right absent",
        ]),
        ("Business goes easily.", []),
    ],
)  # fmt: skip
def test_likenesses(read: Read, said: str, lines: list[str]) -> None:
    """What tissue is like tells of it, what moves like butter of its motion, and what sticks out of where it stands."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Right mastoid is lower.", ["asymmetry head right"]),
        ("DR: Crests, PSIS, ASIS, all level.", ["asymmetry pelvic absent"]),
        ("DR: L5's centered.", ["asymmetry lumbar absent"]),
        ("DR: They're all symmetric. The triceps is fine on the left shoulder.", []),
        ("DR: End feel at the right knee is normal.", ["restriction lower_extremity right absent"]),
        ("DR: The end feel at the right knee isn't normal.", ["restriction lower_extremity right"]),
        ("DR: End feel in the left hip, hard.", ["restriction pelvic left"]),
    ],
)
def test_how_things_stand_and_end(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A vertebra stands level by a contraction, as do several landmarks; the end of a motion may feel as it should."""
    assert read(said, "tart", "transcript") == lines
