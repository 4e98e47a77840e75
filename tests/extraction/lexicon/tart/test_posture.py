"""Specification of how landmarks, vertebrae and legs stand."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("R shoulder 2 cm lower.", ["asymmetry upper_extremity right"]),
        ("Left calcaneus everted 5 deg.", ["asymmetry lower_extremity left"]),
        ("T9 SP left.", ["asymmetry thoracic left"]),
        ("L2 body right, C7 SP to the left.", ["asymmetry lumbar right", "asymmetry cervical left"]),
        ("L3 TP tender R.", ["tenderness lumbar right"]),
        ("Right leg functionally short by 4 mm.", ["asymmetry right"]),
        ("Head carried forward.", ["asymmetry head"]),
        ("Lateral malleolus tender.", ["tenderness lower_extremity"]),
    ],
)
def test_posture_in_a_written_exam(read: Read, text: str, lines: list[str]) -> None:
    """A measure may stand between a landmark and how it stands; a name such as lateral malleolus is no position."""
    assert read(f"EXAM\n{text}", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Your left hip bone sits higher than the right.", ["asymmetry pelvic left"]),
        ("The right leg's the short one.", ["asymmetry right"]),
        ("Shoulders look level.", ["asymmetry upper_extremity absent"]),
        ("PSIS, the left one's lower.", ["asymmetry pelvic left"]),
        ("It takes a little longer for the foot to heal.", []),
        ("Keep your wrist elevated.", []),
        ("Tip your head back.", []),
        ("Your ribs go up and down.", []),
        ("The clavicle on the right, press, it's high.", ["asymmetry upper_extremity right"]),
        ("Your shoulder even hurts at rest.", []),
        ("We'll do counterstrain up top and some cranial for the jaw.", []),
    ],
)
def test_posture_aloud(read: Read, said: str, lines: list[str]) -> None:
    """Legs have a length and landmarks a height; a time and advice have neither."""
    assert read(f"DOCTOR: {said}\nPATIENT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "The medial collateral ligament of your knee is fine.",
        "These muscles make up your shoulder.",
        "The next steps for the knee are simple.",
        "I'll put some resistance against your wrist.",
        "Your lower back will get better.",
    ],
)
def test_names_and_phrases_are_no_position(read: Read, said: str) -> None:
    """A word of place inside a name, a plan or a verb of two words tells nothing of how a landmark stands."""
    assert read(f"DOCTOR: {said}\nPATIENT: Okay.", "tart", "transcript") == []


@pytest.mark.parametrize(
    "text",
    [
        "The occiput is sidebent left and rotated right on the atlas.",
        "L3 was rotated right, sidebent right.",
        "T6 is rotated left and flexed.",
    ],
)
def test_a_positional_diagnosis_is_no_asymmetry(read: Read, text: str) -> None:
    """The words of a positional diagnosis tell the lesion alone."""
    assert read(f"Exam: {text}", "tart") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Iliac crests: [x] level [ ] R high [ ] L high", ["asymmetry pelvic absent"]),
        ("Shoulders: [ ] level [x] L high", ["asymmetry upper_extremity left"]),
        ("PSIS: ( ) level (x) R low", ["asymmetry pelvic right"]),
    ],
)
def test_a_box_tells_how_a_landmark_stands(read: Read, text: str, lines: list[str]) -> None:
    """The label of a ticked box is said of the landmark that heads its line."""
    assert read(f"Exam:\n{text}", "tart") == lines


@pytest.mark.parametrize("text", ["I'll get that first rib down with muscle energy.", "Let me bring the rib down."])
def test_what_is_to_be_brought_somewhere_is_not_found_there(read: Read, text: str) -> None:
    """A treatment's aim is no position."""
    assert read(f"DR: {text}", "tart", "transcript") == []


def test_a_way_down_is_no_position(read: Read) -> None:
    """A muscle from a level down is not low."""
    text = "Doctor: The right erectors from T8 down are ropy.\nPatient: Okay."
    assert read(text, "tart", "transcript") == ["tissue_texture thoracic right"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tibialis anterior and L4 5/5", []),
        ("Tender just medial to the left PSIS", ["tenderness pelvic left"]),
        ("Left T4 level boggy", ["tissue_texture thoracic left"]),
        ("Tender lateral to the T5 spinous process on the right", ["tenderness thoracic right"]),
        ("Leans to the left. C-spine full.", ["asymmetry left", "restriction cervical absent"]),
        ("First rib L - sits high", ["asymmetry rib_cage left"]),
        ("T9 TP prom L", ["asymmetry thoracic left"]),
    ],
)
def test_what_is_no_position(read: Read, text: str, lines: list[str]) -> None:
    """A muscle has its name, and a word of direction may lead to another place."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L PSIS tender, posterior.", ["tenderness pelvic left", "asymmetry pelvic left"]),
        ("Iliac crest boggy, elevated R.", ["tissue_texture pelvic right", "asymmetry pelvic right"]),
        ("L fib head post, TTP.", ["asymmetry lower_extremity left", "tenderness lower_extremity left"]),
        ("SI joint tender, lower leg normal.", ["tenderness sacral"]),
        ("L4 TTP, posterior surgical scar.", ["tenderness lumbar"]),
    ],
)
def test_how_a_place_stands_in_a_list_of_its_findings(read: Read, text: str, lines: list[str]) -> None:
    """A list goes on with how the bone stands; a leg or scar is another thing."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("T6, that's blocked, and turned left.", "asymmetry thoracic left"),
        ("C5, the left pillar is posterior.", "asymmetry cervical left"),
        ("C4, the right articular pillar sits back.", "asymmetry cervical right"),
        ("L2, the transverse on the left is back.", "asymmetry lumbar left"),
        ("T7 won't extend, facing right.", "asymmetry thoracic right"),
    ],
)
def test_parts_of_a_vertebra_in_speech(read: Read, said: str, line: str) -> None:
    """A pillar or a process stands for its vertebra, which a pronoun takes up."""
    assert line in read(f"DR: {said}", "tart", "transcript")


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("OA extended, sidebent left, rotated right, and it's boggy.", ["tissue_texture head"]),
        ("T7 is flexed, sidebent and rotated right, and it's tender.", ["tenderness thoracic"]),
        ("Somatic dysfunction of the pelvis, an innominate that's rotated anterior.", []),
        ("So that's somatic dysfunction, the OA, and C3 rotated right.", []),
        ("L5 is rotated left, and it's tender.", ["asymmetry lumbar left", "tenderness lumbar"]),
        ("The left PSIS is low, so that's somatic dysfunction of the pelvis.", ["asymmetry pelvic left"]),
    ],
)
def test_a_positional_diagnosis_is_no_finding(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """How a joint stands in two planes, or what a dysfunction is said to be, is the diagnosis and no finding."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C3, the right pillar's back.", ["asymmetry cervical right"]),
        ("T5... Right transverse process stays back.", ["asymmetry thoracic right"]),
        ("Now your left PSIS, it's down and back from the other one.", ["asymmetry pelvic left"]),
        ("The right tubercle is sitting higher than the left.", ["asymmetry pelvic right"]),
        ("The fibular head on the right, it sits back some.", ["asymmetry lower_extremity right"]),
        ("The greater tubercle of the right shoulder is tender.", ["tenderness upper_extremity right"]),
        ("The pain on the right side's back.", []),
    ],
)
def test_what_is_set_back(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A pillar, a process or a tubercle stands back or high; a pain that is back has returned."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The lower ribs on the left, they sit low.", ["asymmetry rib_cage left"]),
        ("My thumbs are on the PSIS, bend forward.", []),
        ("The dimples aren't level, the left one's higher.", ["asymmetry pelvic left"]),
        ("The left ilium got pulled up when you landed.", []),
        ("The left ilium is pulled up.", ["asymmetry pelvic left"]),
        ("T9, it's turned a touch to the left and it won't flex.", ["asymmetry thoracic left", "restriction thoracic"]),
        ("This is the tailbone. The tip is hooked under and off to the right.", ["asymmetry sacral right"]),
        ("There's a ledge here, right about L5.", ["asymmetry lumbar"]),
        ("There's a ledge of bone at L5.", []),
        ("Keep L5 in mind. The bandage is on the shelf.", []),
        ("I run my thumbs down L4 to L5.", []),
        ("This is the pubic bone. And up here, breathe.", []),
        ("The atlas, it's centered.", ["asymmetry cervical absent"]),
        ("The atlas, the ache is centered around it.", []),
        ("It's C3, rotated right, that's a somatic dysfunction.", []),
    ],
)
def test_how_bones_stand_aloud(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Bones sit, are turned, hooked or centered; what is bidden, came about or is called a lesion tells no position."""
    assert read(f"Doctor: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'm on C4, the bone on the left. Head up this end of the table.", []),
        ("I'm on C4, the bone on the left. Face down for me.", []),
        ("Sitting up for C2, big breath.", []),
        ("Chin down, C5 next.", []),
        ("C2 is sitting up on the left.", ["asymmetry cervical left"]),
        ("The left crest sits up.", ["asymmetry pelvic left"]),
    ],
)
def test_where_the_head_goes_for_a_treatment(read: Read, said: str, lines: list[str]) -> None:
    """How somebody is told to lie or sit is no posture; what stands up or down is."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "tart", kind="transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: I'm taking the left hip up and in.", []),
        ("DR: The left hip is up.", ["asymmetry pelvic left"]),
    ],
)
def test_limbs_taken_somewhere(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A hip that an examiner takes up stands nowhere."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Crests uneven, L higher.", ["asymmetry pelvic", "asymmetry pelvic left"]),
        ("Ribs 3-5 L stay down on inhalation.", ["restriction rib_cage left"]),
        ("Posture: elevated right shoulder.", ["asymmetry upper_extremity right"]),
        ("T4 to T6 resistant to posterior-anterior pressure.", ["restriction thoracic"]),
        ("Intersegmental motion at L3-4 is down.", ["restriction lumbar"]),
    ],
)
def test_positions_of_a_written_examination(read: Read, line: str, lines: list[str]) -> None:
    """A side may open the next part; what stays so with the breath, or names a pressure, is no position."""
    assert read(f"Exam:\n{line}", "tart") == lines
