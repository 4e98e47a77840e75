"""Specification of speech without punctuation."""

from scribe.documents.run_ons import split_endless, split_run_ons, split_unwritten


def parts(text: str) -> list[str]:
    """Sentences that a listener hears in one run of words."""
    return [text[slice(*span)] for span in split_run_ons(text, ((0, len(text)),))]


def test_a_long_run_of_words_is_split_where_the_speaker_starts_anew() -> None:
    """Questions, answers and openings each start a sentence."""
    text = "so how is your back it still hurts a bit okay any numbness in the leg no let me press here"
    assert parts(text) == [
        "so how is your back",
        "it still hurts a bit",
        "okay any numbness in the leg",
        "no",
        "let me press here",
    ]


def test_a_sentence_with_written_marks_stays_whole() -> None:
    """Where punctuation is written, it alone decides."""
    text = "I still can't turn my head far enough to back the car out so I walk."
    assert parts(text) == [text]


def test_a_few_words_stay_whole() -> None:
    """A short answer is one sentence."""
    text = "no but my neck hurts"
    assert parts(text) == [text]


def test_a_sentence_of_ordinary_length_stays_whole() -> None:
    """Nothing is split that somebody may have said."""
    text = "word " * 199
    assert split_endless(text, ((0, 994),)) == ((0, 994),)


def test_an_endless_sentence_is_split_after_a_comma() -> None:
    """The pieces are at most a thousand characters long, end after a mark and leave out only white space."""
    text = ", ".join(["tender over the left joint"] * 100)
    pieces = split_endless(text, ((0, len(text)),))
    assert [text[start:end][-6:].strip() for start, end in pieces] == ["joint,", "joint,", "joint"]
    assert all(end - start <= 1_000 for start, end in pieces)
    assert " ".join(text[start:end] for start, end in pieces) == text


def test_a_sentence_without_marks_is_split_between_words_and_one_without_words_anywhere() -> None:
    """Words stay whole where there are any."""
    spaced, solid = "abcdefghi " * 250, "a" * 2_500
    assert split_endless(spaced, ((0, 2_499),)) == ((0, 999), (1_000, 1_999), (2_000, 2_499))
    assert split_endless(solid, ((0, 2_500),)) == ((0, 1_000), (1_000, 2_000), (2_000, 2_500))


def test_a_verb_that_is_denied_and_the_way_it_is_done_open_nothing() -> None:
    """`won't turn` and `moves well` stay together, and `bladder okay` with its yes apart."""
    stuck = "it won't turn right and see six moves well"
    assert stuck in parts(f"so it's stuck on the left {stuck} any problems with the bladder no all good there")


def test_a_finding_or_a_command_opens_a_sentence_unless_the_words_before_lead_to_it() -> None:
    """Findings and commands are heard apart; `down into my arm` and `test your reflexes` stay together."""
    text = (
        "well it goes down into my arm okay let me test your reflexes knees are equal on both sides "
        "ankle jerk on the left is gone push against my hand that's strong today i don't see a tremor"
    )
    assert parts(text) == [
        "well it goes down into my arm",
        "okay let me test your reflexes knees are equal on both sides",
        "ankle jerk on the left is gone",
        "push against my hand",
        "that's strong today",
        "i don't see a tremor",
    ]


def test_a_note_is_split_only_where_nobody_wrote_it() -> None:
    """A long run of words without any mark was spoken; a long sentence with marks was written."""
    spoken = "on exam there's tenderness on the right at l4 reflexes are equal strength is full " * 6
    written = spoken.replace(" reflexes", ", reflexes")
    assert len(split_unwritten(spoken, ((0, len(spoken)),))) > len(spoken) // 100
    assert split_unwritten(written, ((0, len(written)),)) == ((0, len(written)),)


def test_a_dictation_without_marks_but_for_a_title() -> None:
    """The point of a title parts nothing; each test of the examination opens a sentence of its own."""
    text = (
        "this is dr. lindqvist on mr. ames a retired fitter with leg pain he says both legs get heavy after a block "
        "denies bowel or bladder changes on exam he walks with a stooped posture motor is five out of five except the "
        "left ehl which is four out of five reflexes are two plus at the knees straight leg raise is negative "
        "sensation is decreased over the left foot no clonus gait is slow assessment lumbar canal stenosis plan surgery"
    )
    said = parts(text)
    assert "motor is five out of five except the left ehl which is four out of five" in said
    assert "straight leg raise is negative" in said
    assert "denies bowel or bladder changes" in said


def test_a_verb_keeps_its_limb() -> None:
    """A side behind a verb of doing, or a joint before its reflexes, opens no sentence."""
    text = (
        "okay lie back i'm lifting the right leg tell me where it goes now knee reflexes two plus both sides okay good "
        "and your reflexes are fine in the arms as well so that is all i need to see for today thank you very much"
    )
    said = parts(text)
    assert any("lifting the right leg" in one for one in said)
    assert any("knee reflexes two plus" in one for one in said)


def test_a_new_subject_with_its_verb_opens_a_sentence() -> None:
    """A side, a level, a part or a person that gets a verb of its own is heard apart, with what is said of it."""
    text = (
        "big toes up hold it the right one is weak left is fine knees are two plus i can't get the ankles "
        "the muscles on the right are tight left side's loose l four doesn't spring"
    )
    assert parts(text) == [
        "big toes up hold it",
        "the right one is weak",
        "left is fine",
        "knees are two plus",
        "i can't get the ankles",
        "the muscles on the right are tight",
        "left side's loose",
        "l four doesn't spring",
    ]


def test_words_that_lead_to_a_clause_keep_it() -> None:
    """What is thought, feared, supposed or placed stays with the words that say so."""
    text = "the worst of the pain in the left hip is after a drive and we are worried this is an early hip joint"
    assert parts(text) == [text]
    turned = "so the neck doesn't bend left or rotate right past about forty and there's no tremor in the hand at all"
    assert parts(turned) == [turned]


def test_what_a_test_shows_on_a_side_does_not_name_the_next_one() -> None:
    """A side behind `on the` ends what is said, and the next test begins."""
    text = "seated flexion is positive on the right straight leg raise is negative on both sides today as it was"
    assert parts(text)[:2] == [
        "seated flexion is positive on the right",
        "straight leg raise is negative on both sides today as it was",
    ]


def test_a_lesion_with_its_place_behind_it_opens_a_sentence() -> None:
    """It does behind a level or a word that ends what stands before it, and a list of levels goes on with a side."""
    text = "so we leave that one alone no thrust there and segmental dysfunction of the left hip subluxation at c3"
    assert parts(text)[-2:] == ["and segmental dysfunction of the left hip", "subluxation at c3"]
    listed = "well so i've got segmental dysfunction at l2 the left si joint and c3 which are what i will treat"
    assert parts(listed) == [listed]


def test_lesions_counted_aloud_are_sentences() -> None:
    """A number that follows its predecessor opens the next one; a number without one counts something else."""
    text = (
        "i put it like this one canal stenosis at l3-4 from a disc two right foraminal stenosis three l3 radiculopathy"
    )
    assert parts(text) == [
        "i put it like this one canal stenosis at l3-4 from a disc",
        "two right foraminal stenosis",
        "three l3 radiculopathy",
    ]
    text = "what i feel here is two somatic dysfunctions in the neck and those have been there for quite some time"
    assert parts(text) == [text]
    text = (
        "what i found is a canal stenosis at c five six from the disc and a left c four five foraminal stenosis today"
    )
    assert parts(text) == [text]


def test_what_somebody_said_is_told_in_one_sentence() -> None:
    """The verb of a clause that opens with `what` asks nothing; a question behind a statement is one."""
    text = "so what i told her is that she has foraminal stenosis on the right at c six seven from the disc"
    assert parts(text) == [text]
    text = "so i pushed down on the left side of your neck and that was sore is that about what you feel at home"
    assert parts(text)[-1] == "is that about what you feel at home"


def test_a_filler_parts_only_what_is_closed() -> None:
    """Behind a word that leads on it is a mere pause, and what it stands before does not open a sentence by it."""
    text = "so what i find here is a dysfunction at uh l four and there at uh the left hip fine um now the other side"
    assert parts(text) == [
        "so what i find here is a dysfunction at uh l four and there at uh the left hip fine",
        "um now the other side",
    ]


def test_lesions_counted_in_figures_and_with_side_and_level_are_sentences() -> None:
    """A figure counts where the one before it was said; a lesion that begins with side and level stands alone."""
    counted = "impression 1 subluxation stenosis of the lumbar canal at l4-5 2 foraminal stenosis l4-5 from the bulge"
    assert parts(counted) == [
        "impression 1 subluxation stenosis of the lumbar canal at l4-5",
        "2 foraminal stenosis l4-5 from the bulge",
    ]
    listed = "what you have is stenosis of the cervical canal at c4-5 right c5-6 foraminal stenosis from the capsule"
    assert parts(listed) == [
        "what you have is stenosis of the cervical canal at c4-5",
        "right c5-6 foraminal stenosis from the capsule",
    ]


def test_what_something_is_called_is_said_in_a_sentence_of_its_own() -> None:
    """Who calls it something has told before what it is like; what something is is no question."""
    called = "look they're not stuck at all they're not subluxed i call that a biomechanical lesion of the ankle"
    assert parts(called)[-1] == "i call that a biomechanical lesion of the ankle"
    is_what = "the canal at t10-11 is so narrow and the ligament is what's doing it i think"
    assert parts(is_what)[-2:] == ["so narrow and the ligament is what's doing it", "i think"]
    he_did = "he did not examine you and i did it is not a subluxation it is a lumbar strain"
    assert parts(he_did) == ["he did not examine you and i did it is not a subluxation", "it is a lumbar strain"]
