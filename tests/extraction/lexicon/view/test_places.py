"""Specification of places and sides."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import Chunk, View

Look = Callable[..., View]


def places(view: View) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Return structure, region and segments of every place."""
    return [(place.structure, place.region, place.segments) for place in view.places(Chunk(0, len(view.norms)))]


def segments(view: View) -> list[tuple[str | None, str]]:
    """Return region and segments of every place that has segments."""
    return [(region, " ".join(levels)) for _, region, levels in places(view) if levels]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("L5", [("lumbar", "L5")]),
        ("C4 down to C6", [("cervical", "C4 C5 C6")]),
        ("l5", [("lumbar", "L5")]),
        ("D4", [("thoracic", "T4")]),
        ("S2", [("sacral", "S2")]),
        ("L6", [("lumbar", "L6")]),
        ("L 5", [("lumbar", "L5")]),
        ("l five", [("lumbar", "L5")]),
        ("lumbar five", [("lumbar", "L5")]),
        ("cervical 6", [("cervical", "C6")]),
        ("L4-5", [("lumbar", "L4 L5")]),
        ("lock at L4 5 right", [("lumbar", "L4 L5")]),
        ("sore at L4 5 minutes later", [("lumbar", "L4")]),
        ("sore at L4 7 joint", [("lumbar", "L4")]),
        ("between the skull and the atlas", [("head", "OA")]),
        ("occiput-atlas on the left", [("head", "OA")]),
        ("L-5", [("lumbar", "L5")]),
        ("C-five", [("cervical", "C5")]),
        ("C-5-6", [("cervical", "C5 C6")]),
        ("fifth lumbar", [("lumbar", "L5")]),
        ("second cervical segment", [("cervical", "C2")]),
        ("stuck at see five", [("cervical", "C5")]),
        ("at see five and see six", [("cervical", "C5"), ("cervical", "C6")]),
        ("el four el five", [("lumbar", "L4 L5")]),
        ("t eight t nine", [("thoracic", "T8 T9")]),
        ("T4 and 5", [("thoracic", "T4 T5")]),
        ("L4, 5/5 strength", [("lumbar", "L4")]),
        ("L5, 6 weeks", [("lumbar", "L5")]),
        ("L4-L5", [("lumbar", "L4 L5")]),
        ("L4/5", [("lumbar", "L4 L5")]),
        ("L4 to L5", [("lumbar", "L4 L5")]),
        ("T3 through T6", [("thoracic", "T3 T4 T5 T6")]),
        ("C2-C7", [("cervical", "C2 C3 C4 C5 C6 C7")]),
        ("T4\u20136", [("thoracic", "T4 T5 T6")]),
        ("L5-S1", [("lumbar", "L5 S1")]),
        ("L5-1", [("lumbar", "L5 S1")]),
        ("L5/S1", [("lumbar", "L5 S1")]),
        ("l five dash s one", [("lumbar", "L5"), ("sacral", "S1")]),
        ("C7-T1", [("cervical", "C7 T1")]),
        ("T12-L1", [("thoracic", "T12 L1")]),
        ("C6-T1", [("cervical", "C6 C7 T1")]),
        ("L4-S1", [("lumbar", "L4 L5 S1")]),
        ("T11-L2", [("thoracic", "T11 T12"), ("lumbar", "L1 L2")]),
        ("C6 through T3", [("cervical", "C6 C7"), ("thoracic", "T1 T2 T3")]),
        ("C5/T4/L5", [("cervical", "C5"), ("thoracic", "T4"), ("lumbar", "L5")]),
        ("C2/C5", [("cervical", "C2 C5")]),
        ("ribs (4 L)", [("rib_cage", "rib 4")]),
        ("Rib dysfunction, 6th L", [("rib_cage", "rib 6")]),
        ("Rib dysfunction, 4th visit", []),
        ("L4-5 and L5-S1", [("lumbar", "L4 L5"), ("lumbar", "L5 S1")]),
        ("C5, T4", [("cervical", "C5"), ("thoracic", "T4")]),
        ("rib 5", [("rib_cage", "rib 5")]),
        ("ribs 3-5", [("rib_cage", "rib 3 rib 4 rib 5")]),
        ("ribs 4 and 5", [("rib_cage", "rib 4 rib 5")]),
        ("first rib", [("rib_cage", "rib 1")]),
        ("12th rib", [("rib_cage", "rib 12")]),
        ("OA", [("head", "OA")]),
        ("AA joint", [("cervical", "AA")]),
    ],
)
def test_levels(view: Look, text: str, levels: list[tuple[str, str]]) -> None:
    """A range names every level in it, and a junction belongs to its upper neighbour."""
    assert segments(view(text)) == levels


@pytest.mark.parametrize(
    "text",
    [
        "C9",
        "T13",
        "L7",
        "S6",
        "rib 13",
        "T2 weighted",
        "T1 hyperintense",
        "L 4/5",
        "C",
        "t 14",
        "S 25",
        "L 2+",
        "I see five",
        "second lumbar injection",
        "L -5",
    ],
)
def test_what_is_no_level(view: Look, text: str) -> None:
    """A number that no vertebra has, an MRI sequence, a grade of strength and a bare letter name no level."""
    assert segments(view(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("neck", [("cervical_spine", "cervical")]),
        ("SI joint", [("sacroiliac_joint", "sacral")]),
        ("PSIS", [("posterior_superior_iliac_spine", "pelvic")]),
        ("lumbosacral junction", [("lumbosacral", "lumbar")]),
        ("cervicothoracic junction", [("cervicothoracic", "cervical")]),
        ("thoracolumbar junction", [("thoracolumbar", "thoracic")]),
        ("suboccipital muscles", [("suboccipital", "head")]),
        ("hip", [("hip", "pelvic")]),
        ("coccyx", [("coccyx", "sacral")]),
        ("shoulder blade", [("scapula", "upper_extremity")]),
        ("fibular head", [("fibular_head", "lower_extremity")]),
        ("diaphragm", [("diaphragm", "abdomen_other")]),
        ("costovertebral joints", [("costovertebral", "rib_cage")]),
        ("low back", [("low_back", None)]),
        ("buttock", [("buttock", None)]),
        ("paraspinals", [("paraspinals", None)]),
        ("trapezius", [("cervical_spine", "cervical")]),
        ("LE and UE", [("lower_extremity", "lower_extremity"), ("upper_extremity", "upper_extremity")]),
        ("Le and ue", []),
        ("occ, cerv, lum", [("occiput", "head"), ("cervical_spine", "cervical"), ("lumbar_spine", "lumbar")]),
        ("occ numbness", []),
        ("Occ: tender", [("occiput", "head")]),
        ("Pelv   2   tender", [("pelvis", "pelvic")]),
        ("| Sac | boggy |", [("sacrum", "sacral")]),
        ("tender sac: none", []),
        ("Sac is full", []),
        ("occ glides well", [("occiput", "head")]),
        ("the back of it", []),
        ("the thecal sac", []),
        ("flexion to the ankles", []),
        ("bends to mid-shin", []),
        ("C0/C1", [("atlanto_occipital", "head")]),
        ("L/S ROM", [("lumbar_spine", "lumbar")]),
        ("thoracic aorta", []),
        ("head of the bed", []),
    ],
)
def test_structures(view: Look, text: str, found: list[tuple[str, str | None]]) -> None:
    """A structure lies in its region, a vague or soft word in none; limbs in two letters count in capitals only."""
    assert [(structure, region) for structure, region, _ in places(view(text))] == found


@pytest.mark.parametrize(
    ("text", "fixed"),
    [("neck", [True]), ("upper trapezius", [True]), ("low back", [False]), ("left leg", [False]), ("facets", [False])],
)
def test_fixes(view: Look, text: str, fixed: list[bool]) -> None:
    """Joints and muscles fix a region; vague words, limbs and soft tissue do not."""
    seen = view(text)
    assert [place.fixes for place in seen.places(Chunk(0, len(seen.norms)))] == fixed


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("left", ["left"]),
        ("Lt SI joint", ["left"]),
        ("R PSIS", ["right"]),
        ("The r psis", []),
        ("B sulci", ["bilateral"]),
        ("b/l knees", ["bilateral"]),
        ("both knees", ["bilateral"]),
        ("left and right", ["bilateral"]),
        ("right-sided", ["right"]),
        ("midline", ["midline"]),
        ("L on L", ["left", "left"]),
        ("l on r", ["left", "right"]),
        ("R L5", ["right"]),
        ("L5", []),
        ("L 5", []),
        ("C7 L", ["left"]),
        ("izquierda", ["left"]),
        ("right along the joint", []),
        ("right knee", ["right"]),
    ],
)
def test_sides(view: Look, text: str, sides: list[str]) -> None:
    """A side is a word, or a single capital that is no part of a level; about an axis small letters count too."""
    seen = view(text)
    assert [side.value for side in seen.sides(Chunk(0, len(seen.norms)))] == sides


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("R 7 inhalation", [("rib_cage", "rib 7")]),
        ("L 4-5 exh SD", [("rib_cage", "rib 4 rib 5")]),
        ("ribs L 8-9 tender", [("rib_cage", "rib 8 rib 9")]),
        ("tender R 3 angle", [("rib_cage", "rib 3")]),
        ("R6 exhaled", [("rib_cage", "rib 6")]),
        ("quads R5/5", []),
        ("pain R 6/10", []),
        ("1 SD lumbar, ERS L\n2 SD ribs", []),
    ],
)
def test_numbers_of_ribs(view: Look, text: str, levels: list[tuple[str | None, str]]) -> None:
    """A number is a rib's beside its breath, its angle or the word for ribs; no level reaches into the next line."""
    assert segments(view(text)) == levels


@pytest.mark.parametrize(("text", "count"), [("It shoots right down the arm.", 0), ("The right arm, down low.", 1)])
def test_right_down_a_limb_is_no_right(view: Look, text: str, count: int) -> None:
    """An adverb is no side."""
    seen = view(text)
    assert len(seen.sides(Chunk(0, len(seen.norms)))) == count


def test_light_touch_is_no_left(view: Look) -> None:
    """LT before how it is felt is light touch."""
    assert view("LT intact").sides(Chunk(0, 2)) == []
    assert [side.value for side in view("LT hip intact").sides(Chunk(0, 3))] == ["left"]


def test_the_number_of_an_item_is_no_level(read: Callable[..., list[str]]) -> None:
    """A region that ends a line takes no number from the next one."""
    text = "Assessment:\n1. Segmental dysfunction thoracic\n2. Segmental dysfunction lumbar\n3. Headache"
    assert read(text, "lesions") == ["somatic_dysfunction thoracic", "somatic_dysfunction lumbar"]
    within = "Assessment: 1) Segmental dysfunction thoracic 2) Segmental dysfunction lumbar 3) Headache"
    assert read(within, "lesions") == ["somatic_dysfunction thoracic", "somatic_dysfunction lumbar"]
    assert read("Assessment: Segmental dysfunction (lumbar 2)", "lesions") == ["somatic_dysfunction lumbar L2"]


@pytest.mark.parametrize("text", ["Denies B&B changes", "No B & B loss", "Denies B/B changes"])
def test_bowel_and_bladder_are_no_sides(read: Callable[..., list[str]], text: str) -> None:
    """The letters of bowel and bladder name no side."""
    assert read(f"Subjective: {text}.", "neuro") == ["bowel_bladder absent"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Sensation decreased to LT in the right foot", ["right"]),
        ("dec LT R S1", ["right"]),
        ("Intact to LT and PP", []),
        ("Sensation intact LT", []),
        ("Sens: ↓LT C7-8", []),
        ("dec LT L5", []),
        ("Sens intact LT arm", ["left"]),
        ("Pain radiates to Lt leg", ["left"]),
        ("Numb in the right middle finger", ["right"]),
    ],
)
def test_light_touch_and_a_middle_finger(view: Callable[..., View], text: str, sides: list[str]) -> None:
    """An LT beside a test of feeling is light touch, and a middle finger is no midline."""
    seen = view(text)
    assert [side.value for side in seen.sides(Chunk(0, len(seen.norms)))] == sides


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: C4, on the other hand, doesn't rotate.", ["restriction cervical"]),
        ("DR: On the other hand, the left wrist is stiff.", ["restriction upper_extremity left"]),
        ("DR: The left hand is stiff.", ["restriction upper_extremity left"]),
    ],
)
def test_hands_of_a_turn_of_phrase(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """On the other hand names no hand."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("L 5/S1, L 5/S 1", [("lumbar", "L5 S1"), ("lumbar", "L5 S1")]),
        ("C 5/6 and C 4/5", [("cervical", "C5 C6"), ("cervical", "C4 C5")]),
        ("T 10/11 and L 1/2", [("thoracic", "T10 T11"), ("lumbar", "L1 L2")]),
        ("disc bulge L 4/5", [("lumbar", "L4 L5")]),
        ("L 3/4 facet", [("lumbar", "L3 L4")]),
        ("SD T 4/5, L 4/5", [("thoracic", "T4 T5"), ("lumbar", "L4 L5")]),
        ("EHL L 4/5, R 5/5", []),
        ("Patellar L 3/4", []),
        ("TTP L 3/4", []),
        ("weak in extension at the knee, L 4/5", []),
        ("L 4/5", []),
        ("L 2/5", []),
        ("S 1/2", []),
    ],
)
def test_a_stroke_inside_a_joint_or_a_grade(view: Look, text: str, levels: list[tuple[str, str]]) -> None:
    """A letter apart from the numbers of a joint names it; out of four or five it is a side with a grade."""
    assert segments(view(f"{text}.", "note")) == levels


def test_the_numbers_of_a_joint_are_no_grade(read: Callable[..., list[str]]) -> None:
    """They tell of no strength."""
    assert read("Exam: L 4/5 motion decreased.", "neuro") == []
    assert read("Exam: L 4/5 EHL.", "neuro") == ["motor_deficit left"]
