"""Specification of later words that deny what was named before them."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.context.afterthoughts import is_unverified, may_deny
from scribe.extraction.lexicon.context.denials import denies_it
from scribe.extraction.lexicon.view.restated import is_denied_again
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [". Not confirmed.", ". This could not be verified on palpation.", "; not felt today.", ", not upheld by me."],
)
def test_what_is_not_confirmed(read: Read, said: str) -> None:
    """What is said right away not to have been found is absent."""
    assert read(f"Asked about a segmental dysfunction of T9{said}", "lesions") in (
        [],
        ["somatic_dysfunction thoracic T9 absent"],
    )
    assert read(f"Segmental dysfunction of T9 was the first idea{said}", "lesions") == [
        "somatic_dysfunction thoracic T9 absent"
    ]


@pytest.mark.parametrize(
    ("said", "assertion"),
    [
        (", I've ruled it out.", " absent"),
        (", we have excluded that.", " absent"),
        (", not in your case.", " absent"),
        (", and I've ruled out a fracture.", ""),
        (", I've excluded nothing yet.", ""),
    ],
)
def test_what_is_ruled_out(read: Read, said: str, assertion: str) -> None:
    """Who says right behind a name to have ruled it out denies it; what else was ruled out is another thing."""
    text = f"Doctor: Segmental dysfunction at T9{said}"
    assert read(text, "lesions", "transcript") == [f"somatic_dysfunction thoracic T9{assertion}"]


@pytest.mark.parametrize(
    "said",
    [". Not felt on the last visit.", ". Not confirmed on X-ray.", ". No spasm found.", ". The ribs not involved."],
)
def test_what_stays(read: Read, said: str) -> None:
    """What was not found another time, or by another means, is there."""
    assert read(f"Segmental dysfunction of T9{said}", "lesions") == ["somatic_dysfunction thoracic T9"]


@pytest.mark.parametrize("label", ["Referring diagnosis", "Admission dx", "Triage diagnosis"])
def test_what_a_patient_comes_with(read: Read, label: str) -> None:
    """The diagnosis with which somebody was sent is none of the clinician's."""
    assert read(f"{label}: segmental dysfunction of T9\nExam: all joints free", "lesions") == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Next is joint dysfunction. T1 to T8, one after the other, and there's none.", "somatic_dysfunction absent"),
        ("I checked for somatic dysfunction at L2 and found none.", "somatic_dysfunction lumbar L2 absent"),
        ("Somatic dysfunction at L2. I checked for another and found none.", "somatic_dysfunction lumbar L2"),
        ("Somatic dysfunction at L2. As for fractures, there's none.", "somatic_dysfunction lumbar L2"),
        ("Somatic dysfunction at L2. In the ribs there's none.", "somatic_dysfunction lumbar L2"),
    ],
)
def test_a_search_without_a_result(read: Read, said: str, line: str) -> None:
    """A search that ends with none denies what was looked for, and nothing else."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("clause", "line"),
    [
        (", which isn't what's bothering him", "T5"),
        (", which isn't the problem today", "T5"),
        (", that isn't what hurts", "T5"),
        (", which isn't the cause of your headaches", "T5"),
        (", which wasn't there last time", "T5"),
        (", which isn't what you have", "T5 absent"),
        (", which isn't there", "T5 absent"),
        (", which was not confirmed", "T5 absent"),
    ],
)
def test_a_clause_that_denies_only_a_part_in_the_matter(read: Read, clause: str, line: str) -> None:
    """Who says of something that it does not bother anybody takes for granted that it is there."""
    said = f"MD: My impression is a segmental dysfunction of T5{clause}."
    assert read(said, "lesions", "transcript") == [f"somatic_dysfunction thoracic {line}"]


def test_without_a_word_of_denial_nothing_is_denied(labelled: Iterable[View]) -> None:
    """What has no word of denial denies nothing that was named before it."""
    refused = [(view, one) for view in labelled for one in view.statements if not may_deny(view, one)]
    assert refused
    for view, one in refused:
        assert not any(denies(view, one) for denies in (denies_it, is_unverified))
        assert not any(is_denied_again(view.norms, at, one.end) for at in range(one.start, one.end))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I think it's a myelopathy, but I want the nerve test before I put that in writing.", ["myelopathy possible"]),
        ("It looks like sacroiliitis, but I can't call it yet.", ["sacroiliitis sacral possible"]),
        ("It's a lumbar strain, and it looks like sacroiliitis, though I'd like blood work before I swear to it.",
         ["sacroiliitis sacral possible", "sprain_strain lumbar"]),
        ("It's a lumbar strain, so rest it before we say that you can lift.", ["sprain_strain lumbar"]),
        ("It's a lumbar strain, and read it over before you sign that form.", ["sprain_strain lumbar"]),
    ],
)  # fmt: skip
def test_who_does_not_commit_yet(read: Read, said: str, lines: list[str]) -> None:
    """What somebody will not yet call by its name is possible, and nothing else that was named."""
    assert sorted(read(f"Doctor: {said}", "diagnoses", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("The right SI joint dysfunction, possibly.", "somatic_dysfunction sacral right possible"),
        ("It's an L2 dysfunction, I'd guess.", "somatic_dysfunction lumbar L2 possible"),
        ("A subluxation at C6. Perhaps. I want to feel it again.", "subluxation_complex cervical C6 possible"),
        ("It's a T9 dysfunction most likely.", "somatic_dysfunction thoracic T9 possible"),
        ("So that's a T9 dysfunction probably we'll check next week", "somatic_dysfunction thoracic T9 possible"),
        ("A T9 dysfunction, but don't quote me on that.", "somatic_dysfunction thoracic T9 possible"),
        ("I call it a T9 dysfunction, but I could be wrong.", "somatic_dysfunction thoracic T9 possible"),
        ("A left-on-left torsion, at a guess.", "somatic_dysfunction sacral left possible"),
        ("A rib dysfunction, perhaps, and a tight neck.", "somatic_dysfunction rib_cage possible"),
        ("It's a T9 dysfunction, probably from the rowing.", "somatic_dysfunction thoracic T9"),
        ("It's a T9 dysfunction. Probably the rowing.", "somatic_dysfunction thoracic T9"),
        ("It's a T9 dysfunction, from the rowing most likely.", "somatic_dysfunction thoracic T9"),
        ("It's a T9 dysfunction, and maybe we can free it today.", "somatic_dysfunction thoracic T9"),
        ("It's a T9 dysfunction. Could I be wrong about rowing? Sure.", "somatic_dysfunction thoracic T9"),
        ("It's a T9 dysfunction.\nPT: Will it last?\nDR: Probably.", "somatic_dysfunction thoracic T9"),
        ("It's a T9 dysfunction. Maybe?", "somatic_dysfunction thoracic T9"),
    ],
)
def test_hedges_behind_a_conclusion(read: Read, said: str, line: str) -> None:
    """A part or a sentence that only hedges takes the certainty from the conclusion before it, and from no other."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("If I had to guess, I'd say a T9 dysfunction.", ["somatic_dysfunction thoracic T9 possible"]),
        ("If you held me to it, I'd call it a T9 dysfunction.", ["somatic_dysfunction thoracic T9 possible"]),
        ("My best guess, a T9 dysfunction.", ["somatic_dysfunction thoracic T9 possible"]),
        ("I'd say a T9 dysfunction.", ["somatic_dysfunction thoracic T9"]),
    ],
)
def test_hedges_before_a_conclusion(read: Read, said: str, lines: list[str]) -> None:
    """Who answers as if pressed concludes nothing yet."""
    assert read(f"DR: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("The T9 dysfunction, I'd consider it resolved.", "somatic_dysfunction thoracic T9 historical"),
        ("The left upslip is level. I'm calling that one resolved.", "somatic_dysfunction pelvic left historical"),
        ("The T9 dysfunction has been quiet. We can call it gone.", "somatic_dysfunction thoracic T9 historical"),
        ("The T9 dysfunction, we can take that off the list.", "somatic_dysfunction thoracic T9 absent"),
        ("The T9 dysfunction is back. I'm not calling that resolved.", "somatic_dysfunction thoracic T9"),
        ("The T9 dysfunction is stuck. I'd call it chronic.", "somatic_dysfunction thoracic T9"),
        ("The T9 dysfunction is stuck. I'd say the cough is gone.", "somatic_dysfunction thoracic T9"),
    ],
)
def test_what_is_called_over(read: Read, said: str, line: str) -> None:
    """What the clinician calls over is over, whatever was said of it before."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]
