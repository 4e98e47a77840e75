"""Specification of places of a lesion that other statements name."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"
SX = "subluxation_complex"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C6 is stuck and sore. T2 is stuck and sore. The right SI won't glide. Somatic dysfunction at all three.",
         [f"{SD} cervical C6", f"{SD} sacral right", f"{SD} thoracic T2"]),
        ("C3 and T8 are stuck. I'd write both of them down as subluxations.",
         [f"{SX} cervical C3", f"{SX} thoracic T8"]),
        ("Neck, mid back and ribs are tight and restricted. Somatic dysfunction in each of those except the ribs.",
         [f"{SD} cervical", f"{SD} thoracic"]),
        ("C6 is stuck. T5 is stuck. The sacrum springs fine. So those two are segmental dysfunctions.",
         [f"{SD} cervical C6", f"{SD} thoracic T5"]),
        ("I found C2, T7 and L4 stuck. Segmental dysfunction at the first two.",
         [f"{SD} cervical C2", f"{SD} thoracic T7"]),
        ("Two regions remain: cervical and pelvic. Somatic dysfunction in the same two regions.",
         [f"{SD} cervical", f"{SD} pelvic"]),
        ("C2 is stuck. L3 is stuck. Segmental dysfunction at all of the above levels.",
         [f"{SD} cervical C2", f"{SD} lumbar L3"]),
        ("Neck yes, ribs no, low back L5 yes. Those are my segmental dysfunctions.",
         [f"{SD} cervical", f"{SD} lumbar L5"]),
    ],
)  # fmt: skip
def test_what_is_pointed_back_to(read: Read, said: str, lines: list[str]) -> None:
    """A lesion of `those three` is one of each place that was found so, but for those that it excepts."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


def test_what_is_pointed_back_to_over_the_patient(read: Read) -> None:
    """A patient may have spoken between the places and the name."""
    turns = "Doctor: We've got C2, T6 and the left SI.\nPatient: All?\nDoctor: Somatic dysfunction in each of them."
    lines = [f"{SD} cervical C2", f"{SD} sacral left", f"{SD} thoracic T6"]
    assert sorted(read(turns, "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I have two segmental dysfunctions. One at C3 and one at the sacrum.", [f"{SD} cervical C3", f"{SD} sacral"]),
        ("Somatic dysfunction, and here they are: neck, ribs, pelvis.",
         [f"{SD} cervical", f"{SD} pelvic", f"{SD} rib_cage"]),
        ("There are two subluxations that I'd adjust. The first is at T6. The second is at L4.",
         [f"{SX} lumbar L4", f"{SX} thoracic T6"]),
        ("So you've got a somatic dysfunction, which is a joint that lags behind, at C4 and at L2.",
         [f"{SD} cervical C4", f"{SD} lumbar L2"]),
        ("The only subluxation I can find is the atlas.", [f"{SX} cervical C1"]),
        ("The two subluxations from last week, C3 and T9, they are both still there.",
         [f"{SX} cervical C3", f"{SX} thoracic T9"]),
    ],
)  # fmt: skip
def test_what_is_listed_behind_its_name(read: Read, said: str, lines: list[str]) -> None:
    """A lesion that is announced without a place has the places of the list that follows."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "said",
    [
        "We call that a somatic dysfunction. Now, the neck, press up here.",
        "So that is what a subluxation is. Okay, pelvis next, lie down.",
        "People get subluxations in several places. Neck, pelvis.",
        "We treat somatic dysfunctions with muscle energy. Neck first, then the pelvis.",
        "Neck and pelvis both move. Somatic dysfunction in neither of those.",
    ],
)
def test_what_is_said_behind_a_name_and_is_no_list(read: Read, said: str) -> None:
    """Words that go on with the examination name no lesion."""
    lines = read(f"Doctor: {said}", "lesions", "transcript")
    assert not any("cervical" in line or "pelvic" in line for line in lines)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T3 and the right SI, those are your subluxations.", [f"{SX} sacral right", f"{SX} thoracic T3"]),
        ("C6 and T2 are what I'd call subluxated.", [f"{SX} cervical C6", f"{SX} thoracic T2"]),
        ("C6 is a somatic dysfunction and so is T9.", [f"{SD} cervical C6", f"{SD} thoracic T9"]),
        ("Joint dysfunction of the left hip, the knee and ankle are doing well.", [f"{SD} pelvic left"]),
        ("Segmental dysfunction at C6 and T3, the ribs and the sacrum are free.",
         [f"{SD} cervical C6", f"{SD} thoracic T3"]),
        ("T3 is what I'd call a segmental dysfunction, the rib beside it is only along for the ride.",
         [f"{SD} thoracic T3"]),
        ("Segmental dysfunction of C2, T6, and L3, leave the sacrum.",
         [f"{SD} cervical C2", f"{SD} lumbar L3", f"{SD} thoracic T6"]),
        ("The right SI won't move. It's a joint dysfunction and so is L4.", [f"{SD} lumbar L4", f"{SD} sacral right"]),
        ("C3's stuck, that's a segmental dysfunction, and T9 too.", [f"{SD} cervical C3", f"{SD} thoracic T9"]),
        ("An AC joint fixation, and the foot, I'd call that a strain.", [f"{SD} upper_extremity"]),
        ("cervical somatic dysfunction thoracic somatic dysfunction lumbar is clear",
         [f"{SD} cervical", f"{SD} thoracic"]),
        ("c3 is stuck and so is t9 that's segmental dysfunction both",
         [f"{SD} cervical C3", f"{SD} thoracic T9"]),
        ("Spurs at C5-6, and segmental dysfunction at C3.", [f"{SD} cervical C3"]),
    ],
)  # fmt: skip
def test_which_places_of_one_statement_share_a_name(read: Read, said: str, lines: list[str]) -> None:
    """All of a list that is pointed to has the lesion; what a clause of its own speaks of has not."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("T9 won't budge. There's your dysfunction.", "somatic_dysfunction thoracic T9"),
        ("Left sacroiliac, no glide. And here you have the dysfunction.", "somatic_dysfunction sacral left"),
        ("The fifth rib on the left, that's where your dysfunction is.", "somatic_dysfunction rib_cage rib 5 left"),
        ("C4 is better but it's still a dysfunction.", "somatic_dysfunction cervical C4"),
    ],
)
def test_a_name_for_what_is_under_the_hand(read: Read, said: str, line: str) -> None:
    """A dysfunction that is pointed to is of the place that was named last."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "T9 is sore. There's a dysfunction of the thyroid.",
        "Suppose T9 won't spring. That's a dysfunction.",
        "T9, that's where people usually have the dysfunction.",
    ],
)
def test_a_name_for_something_else(read: Read, said: str) -> None:
    """What is only supposed, general or of an organ is no lesion of a joint."""
    assert read(f"DR: {said}", "lesions", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("What I've got is somatic dysfunction, three places. Left posterior innominate, left on left sacral torsion.",
         ["sacral left", "pelvic left"]),
        ("So, somatic dysfunction in two spots. T5 and the left innominate.", ["thoracic T5", "pelvic left"]),
        ("I found somatic dysfunction in a couple of areas. Left on left sacral torsion.", ["sacral left"]),
        ("So what you have is a somatic dysfunction. Two things help with that.", ["lumbar"]),
    ],
)  # fmt: skip
def test_places_that_are_counted_first(read: Read, said: str, lines: list[str]) -> None:
    """A lesion whose places are counted is none of the part spoken of before."""
    text = f"D: The lumbar moves a little less.\nP: Okay.\nD: {said}"
    assert sorted(read(text, "lesions", "transcript")) == sorted(f"somatic_dysfunction {line}" for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Neck: C3. Mid back: T9. Low back: L2. All segmental dysfunction.",
            ["cervical C3", "thoracic T9", "lumbar L2"],
        ),
        ("C3 tender.\nAll segmental dysfunction addressed.", [""]),
    ],
)
def test_all_of_a_line(read: Read, text: str, lines: list[str]) -> None:
    """A line may close by naming what all of its places have."""
    assert read(text, "lesions") == [f"somatic_dysfunction {line}".strip() for line in lines]


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("Right under my thumb, T9.", "somatic_dysfunction thoracic T9"),
        ("Not at T9.", "somatic_dysfunction"),
    ],
)
def test_answers_to_where(read: Read, answer: str, line: str) -> None:
    """Who is asked where a lesion is names its place, whatever else is said."""
    text = f"Doctor: That's a somatic dysfunction.\nPatient: Where?\nDoctor: {answer}"
    assert read(text, "lesions", "transcript") == [line]
