"""Specification of lesions that are dated to an earlier visit."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "On June 3 I adjusted a T5 segmental dysfunction. It held.",
        "In May she had a T5 somatic dysfunction that I treated twice.",
        "Two weeks ago I mobilized a T5 dysfunction.",
        "I treated her on 06/02 for T5 somatic dysfunction and she did well.",
        "He came in May with T5 dysfunction.",
        "I last saw her for T5 segmental dysfunction in February.",
        "When first seen he had a T5 dysfunction.",
        "T5 dysfunction, we had that down last visit.",
        "The T5 dysfunction, we sorted that out back in August.",
        "I treated a T5 dysfunction two visits back.",
        "We fixed that T5 dysfunction before Easter.",
        "Six weeks back I treated a T5 dysfunction.",
        "Last seen 11/3 for T5 segmental dysfunction.",
        "I had him down for a T5 dysfunction.",
    ],
)
@pytest.mark.parametrize("kind", ["note", "transcript"])
def test_lesions_of_earlier_visits(read: Read, text: str, kind: str) -> None:
    """What was found or treated at a time that is named is of that time."""
    said = text if kind == "note" else f"Doctor: {text}\nPatient: Right."
    assert read(said, "lesions", kind) == ["somatic_dysfunction thoracic T5 historical"]


@pytest.mark.parametrize(
    "said",
    [
        "The T5 dysfunction hasn't shown up since the spring.",
        "T5 dysfunction, I haven't felt it since March.",
        "That T5 dysfunction is behind us.",
        "The T5 dysfunction never turned up again.",
        "T5, which gave us such trouble back in the winter, that somatic dysfunction is gone.",
    ],
)
def test_lesions_that_have_not_come_back(read: Read, said: str) -> None:
    """What has not been found since is over."""
    assert read(f"Doctor: {said}\nPatient: Good.", "lesions", "transcript") == [
        "somatic_dysfunction thoracic T5 historical"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I treated the T5 segmental dysfunction.",
        "Today I treated the T5 dysfunction that she had in May.",
        "DOS 3/14/26. On 3/14 I treated the T5 segmental dysfunction.",
        "She fell in March and had a T5 somatic dysfunction on exam.",
        "Found: somatic dysfunction T5, worse than in March.",
        "The T5 dysfunction that I found two weeks ago persists.",
        "She was seen in May for her knee; somatic dysfunction of T5 was found and treated.",
        "Assessment: Segmental dysfunction T5, first diagnosed in March.",
        "Assessment: T5 segmental dysfunction (found on 3/2).",
        "She has had a T5 dysfunction in the spring and the fall.",
        "Impression: the MRI in March was normal, T5 dysfunction.",
    ],
)
def test_lesions_of_this_visit(read: Read, text: str) -> None:
    """What is found or treated again, or began then, is of this visit."""
    assert read(text, "lesions") == ["somatic_dysfunction thoracic T5"]
