"""Specification of what speech goes on to say of lesions it has named."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
Quotes = Callable[..., list[list[str]]]
SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Still a cervical dysfunction, and today I'm adding T4 and that fourth rib.",
         [f"{SD} cervical", f"{SD} thoracic T4", f"{SD} rib_cage rib 4"]),
        ("That's a lumbar dysfunction. I'll add the left SI joint to that.",
         [f"{SD} lumbar", f"{SD} sacral left"]),
        ("Cervical dysfunction again. I'm adding a stretch for the low back and T4.", [f"{SD} cervical"]),
        ("I'm adding T4 to your treatment.", []),
        ("You've got a subluxation at C2, and then it's the same thing at T5.",
         ["subluxation_complex cervical C2", "subluxation_complex thoracic T5"]),
        ("You've got a lumbar dysfunction. And the left SI joint, that's the other place, same diagnosis.",
         [f"{SD} lumbar", f"{SD} sacral left"]),
        ("You've got a cervical dysfunction. Same sort of thing in the mid back, about at T4.",
         [f"{SD} cervical", f"{SD} thoracic T4"]),
        ("You've got a cervical dysfunction. And the hip is arthritis, and the same thing in the knee.",
         [f"{SD} cervical"]),
        ("You've got a cervical dysfunction. I told you the same thing in April about the knee.", [f"{SD} cervical"]),
        ("That's a cervical dysfunction. Oh, and the pelvis too.", [f"{SD} cervical", f"{SD} pelvic"]),
        ("That's a cervical dysfunction. And the pelvis is fine.", [f"{SD} cervical"]),
        ("That's a cervical dysfunction. And then another one down at L4.", [f"{SD} cervical", f"{SD} lumbar L4"]),
        ("First one's the neck, cervical dysfunction. Second one's T8, same thing. Third one's the right pelvis.",
         [f"{SD} cervical", f"{SD} thoracic T8", f"{SD} pelvic right"]),
        ("That's a cervical dysfunction. Second visit's on Tuesday, for the pelvis.", [f"{SD} cervical"]),
        ("That's a cervical dysfunction. And the diaphragm on the left side.",
         [f"{SD} cervical", f"{SD} abdomen_other left"]),
        ("Assessment, cervical dysfunction, C5. Lumbar, L5. Right sacrum.",
         [f"{SD} cervical C5", f"{SD} lumbar L5", f"{SD} sacral right"]),
        ("Assessment. Neck, segmental dysfunction. Mid back, same.", [f"{SD} cervical", f"{SD} thoracic"]),
        ("My assessment, no cervical dysfunction. Oh, and the pelvis.", [f"{SD} cervical absent"]),
        ("I did not find dysfunction. Neck, mid back, low back.", []),
        ("I have somatic dysfunction in the pelvis. The sacrum, left sided, stuck in flexion. And the neck.",
         [f"{SD} pelvic", f"{SD} sacral left", f"{SD} cervical"]),
        ("So, somatic dysfunction of the low back, L4. C5, rotated right. T6, held in extension.",
         [f"{SD} lumbar L4", f"{SD} cervical C5 right", f"{SD} thoracic T6"]),
        ("So, somatic dysfunction at L4. The sacrum, tender.", [f"{SD} lumbar L4"]),
        ("So, somatic dysfunction at L4. The pelvis, no rotation.", [f"{SD} lumbar L4"]),
        ("So you've got segmental dysfunction at C5 and T3. I'll use the instrument. C5, T3, and L4. There.",
         [f"{SD} cervical C5", f"{SD} thoracic T3"]),
        ("What feeds it is somatic dysfunction of the head and then the neck at C1, sorry, C2, not C1.",
         [f"{SD} head", f"{SD} cervical C2"]),
    ],
)  # fmt: skip
def test_what_is_added(read: Read, said: str, lines: list[str]) -> None:
    """The places right behind the verb join a lesion of the same turn."""
    assert sorted(read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Somatic dysfunction, L2 flexed rotated left sidebent left, and the pelvis and the diaphragm too.",
         [f"{SD} abdomen_other", f"{SD} lumbar L2 left", f"{SD} pelvic"]),
        ("So somatic dysfunction, T6 extended rotated right sidebent right and the neck is fine.",
         [f"{SD} thoracic T6 right"]),
    ],
)  # fmt: skip
def test_a_list_behind_a_notation(read: Read, said: str, lines: list[str]) -> None:
    """What a conclusion lists behind a position is a lesion, where nothing else is said of it."""
    assert sorted(read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript")) == sorted(lines)


def test_what_is_added_quotes_the_name_it_shares(quotes: Quotes) -> None:
    """A place alone states no dysfunction; the words that name it are quoted with it."""
    said = "Doctor: That's a cervical dysfunction. Oh, and the pelvis too.\nPatient: Okay."
    assert quotes(said, "lesions", "transcript")[1] == ["cervical dysfunction", "pelvis"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: I have a dysfunction at C3.\nPatient: Just one?\nDoctor: No, also at T2. And the left sacroiliac.",
         [f"{SD} cervical C3", f"{SD} sacral left", f"{SD} thoracic T2"]),
        ("Doctor: C3 is a somatic dysfunction. Same goes for T9.", [f"{SD} cervical C3", f"{SD} thoracic T9"]),
        ("Doctor: C3 is a somatic dysfunction. So is the one at L4.", [f"{SD} cervical C3", f"{SD} lumbar L4"]),
        ("Doctor: T2's dysfunctional. Likewise L3. The pelvis isn't.", [f"{SD} lumbar L3", f"{SD} thoracic T2"]),
        ("Doctor: One, somatic dysfunction of the cervical region. Two, of the thoracic region. Three, of the ribs.",
         [f"{SD} cervical", f"{SD} rib_cage", f"{SD} thoracic"]),
        ("Doctor: A somatic dysfunction at C3. Two, the hip.", [f"{SD} cervical C3"]),
        ("Doctor: A somatic dysfunction at C3. So, the sacrum.", [f"{SD} cervical C3"]),
        ("Doctor: A somatic dysfunction at C3.\nPatient: And my hip?\nDoctor: And the hip, no.", [f"{SD} cervical C3"]),
    ],
)  # fmt: skip
def test_what_is_said_to_be_alike(read: Read, turns: str, lines: list[str]) -> None:
    """Words that say the same of another place add it, also after a short word of the patient."""
    assert sorted(read(turns, "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Somatic dysfunction at L six.\nDR: T6 dysfunction. Did I say T6? C6.", "somatic_dysfunction cervical C6"),
        ("L2 dysfunction.\nDR: Did I say L2?\nPT: You did.\nDR: T2, T2.", "somatic_dysfunction thoracic T2"),
        ("Right SI dysfunction. Did I say right? Left.", "somatic_dysfunction sacral left"),
        ("Right SI dysfunction. Did I say right? Right.", "somatic_dysfunction sacral right"),
    ],
)
def test_what_is_said_anew(read: Read, said: str, line: str) -> None:
    """Who doubts what was said, and says another thing, means the latter."""
    assert line in read(f"DR: {said}", "lesions", "transcript")


def test_what_answers_another_question_is_not_added(read: Read) -> None:
    """A patient who asks which one is gone hears of another lesion than those of today."""
    turns = "DR: I've got a subluxation at C2.\nPT: Which one went away?\nDR: The left ilium. That one has held."
    assert read(turns, "lesions", "transcript") == ["subluxation_complex cervical C2"]


@pytest.mark.parametrize(
    ("said", "regions"),
    [
        ("Upper back. Nope, T1 to T4 are clean.", ["cervical C5"]),
        ("Upper back. No, nothing.", ["cervical C5"]),
        ("Upper back. We'll do both.", ["cervical C5", "thoracic"]),
    ],
)
def test_a_place_that_is_cleared_at_once(read: Read, said: str, regions: list[str]) -> None:
    """A place that the next sentence clears was only the heading of it."""
    text = f"Doctor: My assessment, cervical dysfunction, C5. {said}"
    assert read(text, "lesions", "transcript") == [f"{SD} {region}" for region in regions]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: T9 has a dysfunction, T10 doesn't. L2 does.\nPatient: Oh.", ["thoracic T9", "lumbar L2"]),
        ("Doctor: Thoracic dysfunction, check. Pelvis, check. Lumbar, no.\nPatient: Oh.", ["thoracic", "pelvic"]),
        ("Doctor: T9 has a dysfunction. The left ilium's got one too.\nPatient: Oh.", ["thoracic T9", "pelvic left"]),
        ("Doctor: One, T9, dysfunctional. Two, L2, same.\nPatient: Oh.", ["thoracic T9", "lumbar L2"]),
        ("Doctor: Dysfunction at T9. The neck is next. L2 is sore.\nPatient: Oh.", ["thoracic T9"]),
        ("Resident: I have dysfunction at T9.\nAttending: Agreed. Add the pelvis.", ["thoracic T9", "pelvic"]),
        ("Doctor: Dysfunction at T9.\nPatient: Add my pelvis.", ["thoracic T9"]),
    ],
)
def test_affirmed_and_added(read: Read, text: str, lines: list[str]) -> None:
    """A yes, a check or an `is` says of a place what was said of another; who teaches may add to a list."""
    assert read(text, "lesions", "transcript") == [f"somatic_dysfunction {line}" for line in lines]
