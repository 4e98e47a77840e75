"""Specification of what a recording tells that nobody says."""

import pytest

from scribe.documents import find_events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("L5 [inaudible] is sore. (laughs) Okay. <crosstalk>", ["[inaudible]", "(laughs)", "<crosstalk>"]),
        ("Yes. *coughs* No. [Long Pause]", ["*coughs*", "[Long Pause]"]),
        ("L5 [inaudible 00:12] is sore.", ["[inaudible 00:12]"]),
        ("[x] L5 [ ] L4", []),
        ("[groans] Yes, there. (left)", []),
        ("[Doctor] Is it sore?", []),
    ],
)
def test_what_is_heard(text: str, events: list[str]) -> None:
    """Noises and gaps are; a box, a speaker, a side and a cry are not."""
    assert [text[slice(*span)] for span in find_events(text)] == events
