"""Quotes made from passages: corrupted ones that are not said, harmless ones that are."""

from random import Random

import pytest

from scribe.documents import parse
from scribe.evaluation.quotes.corruptions import CORRUPTIONS
from scribe.evaluation.quotes.edits import EDITS
from scribe.evaluation.quotes.passages import Passage, labelled_passages, reply_passages, sentence_passages
from scribe.evaluation.quotes.suite import Trial, corrupted_trials, honest_trials, is_right_place
from scribe.schema import Evidence

VISIT = """[doctor] any numbness , tingling or weakness in the left leg ?
[patient] no , none of that . um , my mother had stenosis at L4-5 .
[doctor] your strength is 4/5 on the right , reflexes are 2+ . possible sacroiliitis , without swelling .
"""


def chance(seed: int) -> Random:
    """A source of chance that repeats itself."""
    return Random(seed)  # noqa: S311  # nothing secret


def passage(words: str) -> Passage:
    """A passage of the visit."""
    start = VISIT.index(words)
    return Passage(parse(VISIT, "transcript"), start, start + len(words))


@pytest.mark.parametrize(
    ("kind", "words", "changed"),
    [
        ("side swapped", "weakness in the left leg", "weakness in the right leg"),
        ("level range changed", "stenosis at L4-5", None),
        ("digits transposed", "my mother had stenosis", None),
        ("negation dropped", "without swelling", "swelling"),
        ("hedge dropped", "possible sacroiliitis", "sacroiliitis"),
        ("person dropped", "my mother had stenosis", "stenosis"),
        ("tense changed", "strength is 4/5", "strength was 4/5"),
        ("answer flipped", "in the left leg ?\n[patient] no", None),
        ("connective changed", "reflexes are 2+", None),
    ],
)
def test_a_corruption_changes_what_is_said(kind: str, words: str, changed: str | None) -> None:
    """Each kind changes its own words; None stands for one of several results, or for nothing to change."""
    made = {CORRUPTIONS[kind](passage(words), chance(seed)) for seed in range(20)}
    assert words not in made
    assert changed is None or made == {changed}


def test_every_kind_of_change_has_something_to_change() -> None:
    """No kind is dead: each changes some passage of a text that has it all."""
    text = (
        f"{VISIT}[patient] is my back pain from the non-tender hip ? [patient] yes\n"
        "[doctor] SLR (+) right > left , mild pain , 12 mm , worse today for 3 weeks ,\n"
        "[doctor] all of the acute osseous lesions ,\n"
        "[doctor] grade 1 of 3 , flexion of the sacrum .\n"
        "[doctor] ibuprofen should help -- well , fine text , with the final answer .\n"
        "[doctor] it doesn't hurt, it's fine. does not hurt the knee .\n"
        "[doctor] the i l a moves over left tissue with pain .\n"
        "[doctor] do you , you know , feel five inches of 'sacro-iliac' (deep) tension ?\n"
        "[patient] i i do , caf\u00e9 finally .\n"
        "[doctor] comma then comma and comma , look comma period .\n"
        "[doctor] numbness comes, numbness goes. hypertonic muscles, tender joints, swollen ankles.\n"
        "[patient] hip strength was increased .\n"
    )
    document = parse(text, "transcript")
    passages = [Passage(document, start, end) for start, end in document.sentences]
    passages += [Passage(document, turn.span[0], turn.span[1]) for turn in document.turns]
    passages += list(reply_passages(document))
    for kind, change in [*CORRUPTIONS.items(), *EDITS.items()]:
        assert any(change(one, chance(seed)) for one in passages for seed in range(5)), kind


def test_passages_are_labelled_quotes_sentences_and_replies() -> None:
    """Passages slice to quotes, sentences and questions with the first sentence of their reply."""
    document = parse(VISIT, "transcript")
    assert [one.words for one in labelled_passages(document, ["none", "none", "strength is 4/5", "absent"])] == [
        "none",
        "strength is 4/5",
    ]
    assert "my mother had stenosis at L4-5 ." in {one.words[-32:] for one in sentence_passages(document)}
    assert [one.words for one in reply_passages(document)] == [
        "any numbness , tingling or weakness in the left leg ?\n[patient] no , none of that ."
    ]


def test_a_corrupted_quote_is_not_in_its_text_and_trials_repeat() -> None:
    """Trials depend on the seed alone, and what the text says elsewhere is no corruption."""
    document = parse(f"{VISIT}[doctor] weakness in the right leg .\n", "transcript")
    passages = list(sentence_passages(document))
    trials = corrupted_trials(passages, chance(1), 3)
    assert trials == corrupted_trials(passages, chance(1), 3)
    assert all(trial.quote not in document.text for trial in trials if trial.kind == "side swapped")
    assert {trial.kind for trial in trials} <= set(CORRUPTIONS)
    assert honest_trials(passages, chance(1), 1)[0].quote in document.text


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        ("my mother had stenosis at L4-5", True),
        ("mother had stenosis at L4-5", True),
        ("stenosis", False),
        ("your strength is 4/5 on the right", False),
    ],
)
def test_the_right_place_is_the_passage_itself(words: str, is_right: bool) -> None:  # noqa: FBT001  # what is expected
    """A span that covers most of the passage is right, another is not."""
    trial = Trial("verbatim", "…", passage("my mother had stenosis at L4-5"))
    start = VISIT.index(words)
    evidence = Evidence(quote="…", span=(start, start + len(words)), match="fuzzy")
    assert is_right_place(trial, evidence) is is_right
