"""Specification of where a finding is."""

from collections.abc import Callable

import pytest

from scribe import process

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("T9 is sore and doesn't turn to the right.", "tenderness thoracic"),
        ("T9 is sore on the left and doesn't turn to the right.", "tenderness thoracic left"),
        ("L4 is tender on the right.", "tenderness lumbar right"),
    ],
)
def test_a_way_is_no_side_of_what_is_felt(read: Read, said: str, line: str) -> None:
    """The way that a joint will not turn is the side of the restriction alone."""
    assert line in read(f"Doctor: {said}\nPatient: Okay.", "tart", kind="transcript")


def test_no_limb_bends_sideways(read: Read) -> None:
    """Side bending is of the trunk, whichever limb was spoken of before."""
    talk = "Patient: My left knee aches.\nDoctor: Bend over. The right side bending is limited."
    assert not any(line.startswith("restriction lower") for line in read(talk, "tart", kind="transcript"))


def test_the_side_of_a_part_without_a_place(read: Read) -> None:
    """A part of a list that names a side alone has that side."""
    found = read("Exam: TTP R L5 paraspinals, R glute med; no TTP L.", "tart")
    assert "tenderness pelvic left absent" in found
    assert "tenderness pelvic right absent" not in found


def test_where_a_spinous_process_lies(read: Read) -> None:
    """Its side is not that of the next level."""
    assert read("Exam: L4 spinous R, L5 tender.", "tart") == ["asymmetry lumbar right", "tenderness lumbar"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Knee L: no spasm, full flexion",
            ["tissue_texture lower_extremity left absent", "restriction lower_extremity left absent"],
        ),
        ("T7 rotated right, tender", ["asymmetry thoracic right", "tenderness thoracic"]),
    ],
)
def test_sides_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A heading lends its side to all below it; a turned vertebra lends none to what hurts."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            "Doctor: Left side, T4 to T6, the muscles are ropy. Sore there?\nPatient: Yes.",
            ["tissue_texture thoracic left", "tenderness thoracic left"],
        ),
        ("Doctor: Both ankles roll in. They're not stuck.", ["restriction lower_extremity bilateral absent"]),
        (
            "Doctor: The left fibula won't glide. Tender there?\nPatient: Not really.",
            ["restriction lower_extremity left", "tenderness lower_extremity left absent"],
        ),
    ],
)
def test_a_side_opens_speech(read: Read, turns: str, lines: list[str]) -> None:
    """A side before the levels is that of what is felt there; they are both."""
    assert read(turns, "tart", kind="transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Your skull won't rock forward.", ["restriction head"]),
        ("Doctor: The right condyle doesn't glide back.", ["restriction head right"]),
        ("Doctor: Your head doesn't turn to the left.", ["restriction cervical left"]),
    ],
)
def test_the_skull_rocks_on_the_neck(read: Read, turns: str, lines: list[str]) -> None:
    """What the skull does on the atlas is of the head; a head that is turned is of the neck."""
    assert read(turns, "tart", kind="transcript") == lines


@pytest.mark.parametrize("text", ["L lateral epicondyle tender, taut.", "Left medial malleolus: tender, swollen."])
def test_a_side_before_a_place_whose_name_holds_a_way(read: Read, text: str) -> None:
    """The lateral of an epicondyle is no position, so that its side is that of all found there."""
    assert all(line.endswith("left") for line in read(f"EXAM\n{text}", "tart"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Left-sided spasm of the scalenes and lumbar paraspinals.",
            ["tissue_texture cervical left", "tissue_texture lumbar left"],
        ),
        ("C4 and T6 resist right rotation.", ["restriction cervical right", "restriction thoracic right"]),
        ("Tender at C5, right rib 2 and the left greater trochanter.", [
            "tenderness cervical", "tenderness rib_cage right", "tenderness pelvic left",
        ]),
        ("Neither the cervical nor the thoracic segments were tender.", [
            "tenderness cervical absent", "tenderness thoracic absent",
        ]),
    ],
)  # fmt: skip
def test_what_a_list_shares(read: Read, text: str, lines: list[str]) -> None:
    """The side of a finding is that of its whole list; a side beside a place is that place's own."""
    assert read(f"Exam: {text}", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The left hip was stiff; the right was not.", [
            "restriction pelvic left", "restriction pelvic right absent",
        ]),
        ("C3 boggy on the right, C7 normal.", ["tissue_texture cervical right", "tissue_texture cervical absent"]),
        ("T6 tender, gait normal.", ["tenderness thoracic"]),
    ],
)  # fmt: skip
def test_what_is_not_so_elsewhere(read: Read, text: str, lines: list[str]) -> None:
    """A part that says only that another side or place is well denies there what was found before."""
    assert read(f"Exam: {text}", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Which ankle?\nPT: The right.\nDR: The talus isn't gliding.", ["restriction lower_extremity right"]),
        ("So it's the left shoulder. Push here. The clavicle is sitting high.", ["asymmetry upper_extremity left"]),
        (
            "So the left knee hurts, and the right knee clicks? Neck moves well. The talus isn't gliding.",
            ["restriction cervical absent", "restriction lower_extremity"],
        ),
        (
            "So it's the left shoulder. The right ankle is fine. The talus glides well.",
            ["restriction lower_extremity absent"],
        ),
    ],
)
def test_the_side_of_a_limb(read: Read, said: str, lines: list[str]) -> None:
    """One side that was ever spoken of is meant; of two sides none, and no denial takes one."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subjective: neck is tender.", []),
        ("Assessment: lumbar tenderness.", []),
        ("Plan: treat the tender lumbar spine.", []),
        ("Exam: Less tender at L5.", []),
        ("Exam: After treatment L5 is softer and tender.", []),
        ("Exam: Recheck: L5 boggy.", []),
        ("Lumbar spine tender.", ["tenderness lumbar"]),
    ],
)
def test_where_it_is_found(read: Read, text: str, lines: list[str]) -> None:
    """Only an exam before the treatment finds TART: no complaint, no assessment, no recheck."""
    assert read(text, "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("R wrist: stiff, boggy", ["restriction upper_extremity right", "tissue_texture upper_extremity right"]),
        ("Left rib 4 tender, the rib moves less", ["tenderness rib_cage left", "restriction rib_cage left"]),
        ("Left SI tender, not boggy", ["tenderness sacral left", "tissue_texture sacral absent"]),
        ("L2 tender on the left, same on the right", ["tenderness lumbar left", "tenderness lumbar right"]),
        ("Neck and mid back - no spasm, no tenderness",
         ["tissue_texture cervical absent", "tissue_texture thoracic absent",
          "tenderness cervical absent", "tenderness thoracic absent"]),
        ("Lumbar: tender. Right leg is shorter", ["tenderness lumbar", "asymmetry right"]),
        ("Right ASIS higher than the left", ["asymmetry pelvic right"]),
        ("Seated flexion test, positive on the left", ["restriction sacral left"]),
    ],
)  # fmt: skip
def test_sides_and_places_that_are_said_once(read: Read, text: str, lines: list[str]) -> None:
    """A heading, a list or a word before may hold for what follows; a denial has the side that it names itself."""
    assert read(f"Exam: {text}.", "tart") == lines


def test_the_side_to_which_a_vertebra_turns_is_not_where_it_hurts(read: Read) -> None:
    """A side to which something is shifted is left behind, one on which it lies goes on."""
    turned = "Doctor: T9 is shifted to the right. Tender?\nPatient: Yes."
    lying = "Doctor: T9, ropy down the right side. Tender?\nPatient: Yes."
    assert "tenderness thoracic" in read(turned, "tart", "transcript")
    assert "tenderness thoracic right" in read(lying, "tart", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Head tilt to the left", ["asymmetry head left"]),
        (
            "Restr C3 RR, T7 ext, L2 LLF",
            ["restriction cervical right", "restriction thoracic", "restriction lumbar left"],
        ),
        ("Fixed C4 in right rotation and T2 in flexion", ["restriction cervical right", "restriction thoracic"]),
        ("Tender C4, T7 flexion full", ["tenderness cervical", "restriction thoracic absent"]),
    ],
)
def test_ways_in_a_list(read: Read, text: str, lines: list[str]) -> None:
    """A way after a joint is how it is restricted or held, and parts no list of restricted joints."""
    assert read(f"Objective: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("At T6, a thick cord on the left, and the segment won't flex.", [
            "tissue_texture thoracic left", "restriction thoracic",
        ]),
        ("T7, right transverse process is back, it doesn't flex.", [
            "asymmetry thoracic right", "restriction thoracic",
        ]),
        ("T4 is ropy on both sides, but it moves.", [
            "tissue_texture thoracic bilateral", "restriction thoracic absent",
        ]),
        ("C2 on the left, it won't rotate back.", ["restriction cervical left"]),
        ("The left rib is tender, it doesn't drop.", ["tenderness rib_cage left", "restriction rib_cage left"]),
        ("L5, when I rock it left to right, it doesn't give.", ["restriction lumbar"]),
    ],
)  # fmt: skip
def test_a_vertebra_moves_as_a_whole(read: Read, said: str, lines: list[str]) -> None:
    """The side of what is felt beside a vertebra is not that of its motion; a rib has its own."""
    assert sorted(read(f"DR: {said}", "tart", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            "The left dome doesn't come down, and it's tense under the costal margin.",
            "tissue_texture abdomen_other left",
        ),
        ("Right AC joint, cross-body glide is blocked compared to the other one.", "restriction upper_extremity right"),
        ("Right SI, this joint does not spring like the other one.", "restriction sacral right"),
        ("The right SI springs. The other one doesn't spring.", "restriction sacral left"),
        ("Right side, ribs six and seven, they don't open.", "restriction rib_cage right"),
        ("L4 is level. The muscle along the right here is a rope.", "tissue_texture lumbar right"),
        ("Left SI first, since you're here. Tender?\nPT: No.", "tenderness sacral left absent"),
    ],
)
def test_a_side_told_elsewhere(read: Read, said: str, line: str) -> None:
    """A side holds for what is felt next there; what a joint is measured by is not where it is."""
    assert line in read(f"DR: {said}", "tart", "transcript")


def test_each_side_of_a_list_is_quoted(read: Read, quotes: Callable[..., list[list[str]]]) -> None:
    """A place of the list that stands apart from the finding is quoted with its side, which is then borne out."""
    text = "O: C2 R, C5 L TTP"
    assert read(text, "tart") == ["tenderness cervical right", "tenderness cervical left"]
    assert quotes(text, "tart") == [["C5 L TTP", "C2 R"], ["C5 L TTP"]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("RLE: talus restricted, tender lat ankle", ["restriction lower_extremity right",
                                                     "tenderness lower_extremity right"]),
        ("LUE  wrist restricted, ropy extensors", ["restriction upper_extremity left",
                                                   "tissue_texture upper_extremity left"]),
        ("LLE - fibular head tender", ["tenderness lower_extremity left"]),
        ("RUE: elbow tender\nLUE: elbow nontender", ["tenderness upper_extremity right",
                                                     "tenderness upper_extremity left absent"]),
        ("LE: fibular head tender", ["tenderness lower_extremity"]),
    ],
)  # fmt: skip
def test_a_limb_written_in_one_with_its_side(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """`RLE` and its like head what is found in that limb, on that side."""
    assert read(f"Exam:\n{text}", "tart") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: The right SI is locked. And L5 moves fine.\nPT: Ok.\nDR: Tender over that SI?\nPT: Some.", [
            "restriction sacral right", "restriction lumbar absent", "tenderness sacral right",
        ]),
        ("DR: Left glutes are ropy.\nPT: Ok.", ["tissue_texture pelvic left"]),
        ("DR: T2 and T3. It's doughy. And it doesn't want to bend back.\nPT: Ok.", [
            "tissue_texture thoracic", "restriction thoracic",
        ]),
    ],
)  # fmt: skip
def test_what_speech_points_back_to(read: Read, turns: str, lines: list[str]) -> None:
    """That joint is the one named before, on its side, and what will not bend back is the one just felt."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: T6, boggy. That's on your right.\nPT: Ok.", ["tissue_texture thoracic right"]),
        ("DR: Those muscles at C3, like rope.\nPT: Both sides?\nDR: Both.", ["tissue_texture cervical bilateral"]),
        ("DR: The muscle at C3, like rope.\nPT: Which side?\nDR: The left.", ["tissue_texture cervical left"]),
        ("DR: The muscle at C3, like rope.\nPT: Bad?\nDR: The left knee is worse.", ["tissue_texture cervical"]),
        ("DR: There's a rope running down this side of the neck, the left one.\nPT: Ok.", [
            "tissue_texture cervical left",
        ]),
    ],
)  # fmt: skip
def test_a_side_that_is_added(read: Read, turns: str, lines: list[str]) -> None:
    """A side may be added in the next words, or on being asked for it."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam: T12 extension is reduced and there is a boggy area on the right.", [
            "restriction thoracic", "tissue_texture thoracic right",
        ]),
        ("Exam: The hip is stiff and there are tender points over the left trochanter.", [
            "restriction pelvic", "tenderness pelvic left",
        ]),
        ("Exam: L4 is tender and boggy on the right.", ["tenderness lumbar right", "tissue_texture lumbar right"]),
    ],
)  # fmt: skip
def test_a_side_behind_what_there_is_too(read: Read, text: str, lines: list[str]) -> None:
    """What there is besides has its own side, which is not that of the finding before."""
    assert read(text, "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam. Right rib 5 moves well, nontender.", [
            "restriction rib_cage right absent", "tenderness rib_cage right absent",
        ]),
        ("Exam. Right L5 moves well, nontender.", ["restriction lumbar right absent", "tenderness lumbar absent"]),
        ("Exam. Lumbar paraspinals ropy bilat, flexion to knees.", [
            "tissue_texture lumbar bilateral", "restriction lumbar",
        ]),
        ("Exam. On the left the fibular head is stuck. The calf on that side is ropy.", [
            "restriction lower_extremity left", "tissue_texture lower_extremity left",
        ]),
        ("Exam. The pubic symphysis does not hurt when I press on it.", ["tenderness pelvic absent"]),
        ("Hx: Not going down the legs. Not dropping things. Baby is moving well in the pelvis.", []),
    ],
)  # fmt: skip
def test_sides_and_subjects_of_a_written_exam(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """A rib is well on its side, a motion has none of a muscle's, and a note points back to `that side`."""
    assert read(text, "tart") == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("C5 tender left, flexion limited", "restriction cervical"),
        ("Lumbar: spasm on the right, extension reduced", "restriction lumbar"),
        ("Lumbar: spasm on the right, extension reduced, left", "restriction lumbar left"),
        ("T6 tender left, rotation R limited", "restriction thoracic right"),
        ("R shoulder: AC joint tender, flexion limited", "restriction upper_extremity right"),
    ],
)
def test_a_spine_bends_to_no_side(read: Read, text: str, line: str) -> None:
    """Flexion, extension and the whole range of a spine have no side of what is felt there; those of a limb have."""
    assert [one for one in read(f"Exam: {text}.", "tart") if one.startswith("restriction")] == [line]


def test_a_muscle_that_nobody_knows(read: Read) -> None:
    """The side of an unknown name is not that of the next muscle of the list."""
    assert read("Exam:\nSpasm R zygo, L QL.", "tart") == ["tissue_texture lumbar left"]


@pytest.mark.parametrize(
    ("said", "quotes"),
    [
        ("Tender C6 R, T9 L.", [["Tender C6 R"], ["Tender C6 R", "T9 L"]]),
        ("Tender at C6, T9 and L2.", [["Tender at C6"], ["Tender at C6", "T9"], ["Tender at C6", "L2"]]),
        ("Spasm R QL, L buttock.", [["Spasm R QL"], ["Spasm R QL", "L buttock"]]),
        ("Tender at C6 and C2.", [["Tender at C6 and C2"]]),
    ],
)
def test_each_place_of_a_list_is_quoted(said: str, quotes: list[list[str]]) -> None:
    """Who reads what is found at the end of a list sees the place, too."""
    found = process(f"Exam: {said}", kind="note").extraction.tart
    assert [[evidence.quote for evidence in one.evidence] for one in found] == quotes


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Fixations: C2 RR, T9 ext, L2 LLF.", ["cervical right", "thoracic", "lumbar left"]),
        ("C2 restricted in LR.", ["cervical left"]),
        ("L2 restricted RSB.", ["lumbar right"]),
        ("Restricted: C2 right rotation, L2 left side bending.", ["cervical right", "lumbar left"]),
    ],
)
def test_the_way_a_joint_does_not_go(read: Read, said: str, lines: list[str]) -> None:
    """The letters of a motion that is lost give its side."""
    assert read(f"Exam: {said}", "tart") == [f"restriction {line}" for line in lines]


def test_a_motion_that_is_only_named(read: Read) -> None:
    """The name of a motion frees none."""
    assert read("Exam: L2 left side bending.", "tart") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: Mid back, nothing tight, spring's good.",
            ["tissue_texture thoracic absent", "restriction thoracic absent"],
        ),
        ("DR: Upper back, soft. Spring is good.", ["restriction thoracic absent"]),
        ("DR: L4, L5, spring is good.", ["restriction lumbar absent"]),
        ("DR: Lumbosacral. Spring's good.", ["restriction sacral absent"]),
        ("DR: The sacral base is level. Spring's good.", ["asymmetry sacral absent", "restriction sacral absent"]),
    ],
)
def test_how_vertebrae_spring(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A bare spring is that of the vertebrae spoken of, and else of the sacrum."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: T8 is rotated left and the muscle on that side is boggy.",
            ["asymmetry thoracic left", "tissue_texture thoracic left"],
        ),
        ("DR: T8 is rotated left and the muscle is boggy.", ["asymmetry thoracic left", "tissue_texture thoracic"]),
        ("DR: Right hip, I roll it, and it moves freely.", ["restriction pelvic right absent"]),
        (
            "DR: The left knee's stiff. Neck. You can't look up very far.",
            ["restriction lower_extremity left", "restriction cervical"],
        ),
        (
            "DR: C2's tight on the left. You can't look up very far.",
            ["tissue_texture cervical left", "restriction cervical"],
        ),
    ],
)
def test_sides_pointed_to_in_the_same_words(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """That side is the one to which a vertebra was said to be turned."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Tender on the right at L4 and reduced extension.", ["tenderness lumbar right", "restriction lumbar"]),
        ("Coccyx sore and deviated to the left.", ["tenderness sacral", "asymmetry sacral left"]),
        (
            "T2: rotated L, resists R rotation, warm.",
            ["asymmetry thoracic left", "restriction thoracic right", "tissue_texture thoracic"],
        ),
        ("Tender C6-T2 on the left.", ["tenderness cervical left", "tenderness thoracic left"]),
        ("Restricted C2 on right and C5 on left.", ["restriction cervical right", "restriction cervical left"]),
        ("Left SIJ: sulcus deep, restricted.", ["asymmetry sacral left", "restriction sacral left"]),
        ("Right lateral glide of C4 is blocked.", ["restriction cervical right"]),
        ("Rib heads T4-5 R sore.", ["tenderness rib_cage right"]),
        (
            "MSK: -TTP C/T/L spine.",
            ["tenderness cervical absent", "tenderness thoracic absent", "tenderness lumbar absent"],
        ),
        ("PVM HT R lumbar.", ["tissue_texture lumbar right"]),
        ("Vitals HT 170 cm.", []),
    ],
)
def test_sides_and_places_of_shorthand(read: Read, line: str, lines: list[str]) -> None:
    """Each finding has its own side: not that of a motion, of a position, or of the place beside it."""
    assert read(f"Exam:\n{line}", "tart") == lines
