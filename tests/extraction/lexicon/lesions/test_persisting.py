"""Specification of lesions of an earlier visit that are there again, or still."""

from collections.abc import Callable

import pytest

from scribe import process

Read = Callable[..., list[str]]

L2 = "somatic_dysfunction lumbar L2"
SACRAL = "somatic_dysfunction sacral"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The L2 dysfunction we found in May is back.", [L2]),
        ("The L2 dysfunction we found in May hasn't budged.", [L2]),
        ("The L2 dysfunction from last visit is still present.", [L2]),
        ("Last week we treated the L2 dysfunction. It's still there today.", [L2]),
        ("Last week we treated the L2 dysfunction and the sacral dysfunction. Both are still there.", [L2, SACRAL]),
        ("The L2 dysfunction we found in May isn't there any more.", []),
        ("The L2 dysfunction we found in May hasn't come back.", []),
        ("Last week we treated the L2 dysfunction. It remains quiet.", []),
        ("Last week we treated the L2 dysfunction. It's still a bit sore.", []),
        ("Last week we treated the L2 dysfunction. It remains sore.", []),
        ("Last week we treated the L2 dysfunction. It remains restricted.", [L2]),
        ("Last week we treated the L2 dysfunction. Is it still there?", []),
        ("Last week we treated the L2 dysfunction.\nPT: It still hurts there.", []),
        ("Your therapist wrote in May that the L2 dysfunction was still there. I don't feel it.", []),
        ("In May I treated an L2 dysfunction. You came back in June.", []),
    ],
)
def test_what_speech_finds_again(read: Read, said: str, lines: list[str]) -> None:
    """A clinician who says that a lesion is there again, or still, finds it at this visit; who asks does not."""
    found = [line for line in read(f"DR: {said}", "lesions", "transcript") if "historical" not in line]
    assert [line for line in found if "absent" not in line] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A: L2 SD of last visit persists; sacral SD treated then has resolved.", [L2]),
        ("A: L2 SD from last visit: still present.", [L2]),
        ("A: Prior SD: L2. It remains today.", [L2]),
        ("L2 SD of last visit, pain persists.", []),
        ("L2 SD treated last visit, symptoms are back.", []),
        ("Carried forward from last visit: L2 SD, still present.\nTODAY: joints free.", []),
        ("Previous assessment: L2 SD, unchanged.", []),
        ("A: Sacral SD of last visit has resolved.\nPain at L2 persists.", []),
        ("Records from another clinic: L2 SD 2019, persists.", []),
    ],
)
def test_what_a_note_finds_again(read: Read, text: str, lines: list[str]) -> None:
    """A note that says so of a lesion that it dates finds it; text of an earlier visit finds nothing."""
    assert [line for line in read(text, "lesions") if "historical" not in line] == lines


def test_what_says_so_is_quoted() -> None:
    """The code of such a lesion rests on the words that it is there, too."""
    report = process("DR: Last week we treated the L2 dysfunction. It's still there today.", kind="transcript")
    assert [one.quote for one in report.extraction.lesions[0].evidence] == [
        "Last week we treated the L2 dysfunction",
        "still there",
    ]
    assert [(one.code, one.status) for one in report.suggestions] == [("M99.03", "assign")]


@pytest.mark.parametrize(
    "said",
    [
        "Patient reports SI dysfunction.",
        "Pt says his L2 dysfunction is back.",
        "She feels the rib dysfunction has returned.",
        "Per Dr. Example's records, L2 SD persists.",
    ],
)
def test_what_others_say(read: Read, said: str) -> None:
    """What a patient or a record calls so is no lesion of the writer's."""
    assert read(said, "lesions") == []
