"""Specification of turns as people took them, however a recording parts them."""

import pytest

from scribe.documents import parse
from scribe.extraction.lexicon.view.talk import talk_of


def heard(text: str) -> list[str]:
    """What is said in each turn as people took them, its sentences parted by a stroke."""
    document = talk_of(parse(text, "transcript")).document
    return [
        " / ".join(text[slice(*span)] for span in document.sentences if turn.span[0] <= span[0] < turn.span[1])
        for turn in document.turns
    ]


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        (["DR: L5 is stuck.", "DR: It is sore.", "PT: Yes, it is."], ["L5 is stuck. / It is sore.", "Yes, it is."]),
        (["DR: L5 is stuck.", "PT: Okay.", "DR: It is sore."], ["L5 is stuck. / It is sore."]),
        (["DR: L5 is stuck.", "PT: Oh, I see.", "DR: It is sore."], ["L5 is stuck. / It is sore."]),
        (["DR: L5 is stuck.", "PT: Mm-hm.", "DR: It is sore."], ["L5 is stuck. / It is sore."]),
        (["DR: L5 is stuck.", "PT: Right.", "DR: It is sore."], ["L5 is stuck. / It is sore."]),
        (["PT: It hurts here.", "DR: Okay.", "PT: And there."], ["It hurts here. / And there."]),
        (["DR: L5.", "PT: Mm-hm.", "PT: Okay.", "DR: It is sore."], ["L5.", "Mm-hm. / Okay.", "It is sore."]),
        (["DR: L5 is stuck.", "PT: Okay.", "MOM: It is sore."], ["L5 is stuck.", "Okay.", "It is sore."]),
    ],
)
def test_who_listens_takes_no_turn(turns: list[str], found: list[str]) -> None:
    """A label that stands again takes no turn, and neither does who only listens while another goes on."""
    assert heard("\n".join(turns)) == found


@pytest.mark.parametrize(
    "turns",
    [
        ["DR: Is L5 sore?", "PT: Mm-hm.", "DR: I see."],
        ["DR: Can you push?", "PT: Okay.", "DR: Good."],
        ["DR: So you're sore there.", "PT: Mm-hm.", "DR: I see."],
        ["DR: That hurts.", "PT: Yeah.", "DR: I see."],
        ["PT: My hip is out again.", "DR: Right.", "PT: I knew it."],
        ["DR: L5 is stuck.", "PT: Left.", "DR: It is sore."],
        ["DR: L5 is stuck.", "PT: Okay, but the left is worse.", "DR: It is sore."],
    ],
)
def test_who_answers_takes_a_turn(turns: list[str]) -> None:
    """An answer is heard, and so is agreement to what is said of the listener, or by a clinician to a guess."""
    assert heard("\n".join(turns)) == [turn.split(": ")[1] for turn in turns]


def test_one_label_hands_over_to_nobody() -> None:
    """Below one label different people may speak."""
    assert heard("Speaker: Is it sore?\nSpeaker: No.\nSpeaker: And here?\nSpeaker: Yes.") == [
        "Is it sore?",
        "No.",
        "And here?",
        "Yes.",
    ]


def test_a_finding_goes_on_over_who_listens() -> None:
    """The region that was named last holds, as in one turn."""
    parted = "DR: T4 is next.\nPT: Okay.\nDR: Tender on the left.\nPT: Mm-hm.\nDR: L5 moves well."
    assert heard(parted) == ["T4 is next. / Tender on the left. / L5 moves well."]


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        (
            ["DR: T5 is rotated left and it's", "DR: blocked.", "PT: Oh dear."],
            "T5 is rotated left and it's\nDR: blocked.",
        ),
        (["DR: I find it at", "DR: L5, on the left.", "PT: Oh dear."], "I find it at\nDR: L5, on the left."),
        (
            ["DR: Sore over the SI", "DR: Now L5. It is fine.", "PT: Oh dear."],
            "Sore over the SI\nDR: Now L5. / It is fine.",
        ),
        (["DR: It is sore.", "DR: and stiff.", "PT: Oh dear."], "It is sore. / and stiff."),
        (["DR: it is sore", "DR: It is stiff", "PT: oh dear"], "it is sore / It is stiff"),
        (["DR: it is sore on", "DR: Both sides", "PT: oh dear"], "it is sore on\nDR: Both sides"),
    ],
)
def test_a_sentence_goes_on_below_its_label(turns: list[str], found: str) -> None:
    """A recording may label what it hears in mid-sentence; where its sentences have marks, one without goes on."""
    assert heard("\n".join(turns))[0] == found


def test_no_label_is_read() -> None:
    """What stands between the parts of a turn is none of its words."""
    talk = talk_of(parse("DR: Sore at\nDR: L5.\nPT: Okay.\nDR: And stiff.", "transcript"))
    assert [talk.document.text[slice(*span)] for span in talk.unsaid] == ["\nDR: ", "\nPT: Okay.\nDR: "]


def test_no_sentence_goes_on_forever() -> None:
    """Where every label parts a sentence, it ends at the length of the longest that people say."""
    found = heard("PT: Hello.\n" + "DR: tender at the level of L5 and the\n" * 200)[1].split(" / ")
    assert max(map(len, found)) <= 700
    assert len(found) > 10
