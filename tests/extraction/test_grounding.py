"""Where quotes stand, and which are refused."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.extraction.grounding import ground, ground_extraction
from scribe.schema import Diagnosis, Document, Evidence, Extraction, Match, Neuro, Tart

NOTE = """S: 44 y/o with low back pain and a pain-free gait. No pain in the neck. Numbness left foot.
Slight touch deficit. Denies chest pain, reports numbness of the left foot, weakness or tingling.
O: Abdomen non-tender, nontender ribs. L4-5 tender L > R. T4-T6 hypertonic. Standing flexion + R. SLR (-) bilat.
Slump: negative. Strength 4/5 left EHL, 5/5 right. Cyst 1.5 cm. L on R sacral torsion. Slip of C4 on C5 by 3 mm.
Rule out fracture. Possible left sacroiliitis. History of lumbar fusion. Mother had spinal stenosis.
Spurling's test is negative. Spasm has resolved. Worse after 5 to 10 minutes. Unable to walk.
No evidence of acute dislocation, mass or infection. Sacro-iliac joint doesn't glide.
A: Somatic dysfunction of the sacrum - resolved. Left SI joint dysfunction, not the right. Tenderness at L4, L5 and S1.
CODES: M99.04, 98941-AT
"""
VISIT = """[doctor] any numbness , tingling , or weakness in the leg ?
[patient] no , none of that .
[doctor] is the pain worse with sitting ?
[patient] yeah . my brother had a disc herniation . he has sciatica too .
[doctor] do you have bladder trouble ?
[patient] um , i , i just , you know , get up at night . i might have a uh a little cramping .
[doctor] so the left i l a is posterior . it's boggy at l4 , l5 . that's not the hip .
[doctor] tender right there , does that hurt ?
[patient] ow , yeah .
[doctor] squeeze my hands .
[patient] they tingle now .
[doctor] okay , stand up .
"""
DICTATION = (
    "subjective colon patient denies leg pain comma numbness comma or bladder change period no fall period "
    "new paragraph objective colon left sacral sulcus deep comma left ILA inferior comma "
    "seated flexion positive left period"
)


def located(quote: str, text: str) -> tuple[str | None, Match]:
    """The words that a quote is located at, and how well it matches."""
    evidence = ground(quote, text)
    return (None if evidence.span is None else text[slice(*evidence.span)]), evidence.match


@pytest.mark.parametrize(
    ("quote", "words", "match"),
    [
        ("low back pain", "low back pain", "exact"),
        ("  low back pain ", "low back pain", "normalised"),
        ("LOW  BACK\npain", "low back pain", "normalised"),
        ("\u201clow back pain\u2026\u201d", "low back pain", "normalised"),
        ("No pain in the neck", "No pain in the neck", "exact"),
        ("no pain in neck.", "No pain in the neck.", "fuzzy"),
        ("Abdomen nontender", "Abdomen non-tender", "normalised"),
        ("the abdomen is non tender", "Abdomen non-tender", "fuzzy"),
        ("Sacroiliac joint", "Sacro-iliac joint", "normalised"),
        ("left SI joint dysfunc-\ntion", "Left SI joint dysfunction", "normalised"),
        ("Sacro-iliac joint does not glide", "Sacro-iliac joint doesn't glide", "normalised"),
        ("L4\u20135 tender L > R", "L4-5 tender L > R", "normalised"),
        ("standing flexion +R", "Standing flexion + R", "normalised"),
        ("SLR (\u2212) bilat", "SLR (-) bilat", "normalised"),
        ("strength 4 / 5 left EHL", "Strength 4/5 left EHL", "normalised"),
        ("Slip of C4 on C5 by three mm", "Slip of C4 on C5 by 3 mm", "normalised"),
        ("tenderness at L4, L5, and S1", "Tenderness at L4, L5 and S1", "normalised"),
        ("tenderness L4, L5 and S1", "Tenderness at L4, L5 and S1", "fuzzy"),
        ("Spurling\u2019s test is negative", "Spurling's test is negative", "normalised"),
        (
            "Somatic dysfunction of the sacrum \u2013 resolved",
            "Somatic dysfunction of the sacrum - resolved",
            "normalised",
        ),
        ("possible left sacroiliitis", "Possible left sacroiliitis", "normalised"),
        ("98941", "98941", "exact"),
        ("98941-AT", "98941-AT", "exact"),
    ],
)
def test_harmless_edits_of_a_note_are_accepted(quote: str, words: str, match: Match) -> None:
    """Case, space, punctuation, dashes, hyphens, contractions and function words may differ."""
    assert located(quote, NOTE) == (words, match)


@pytest.mark.parametrize(
    ("quote", "words", "match"),
    [
        ("in the leg ?\n[patient] no , none of that", "in the leg ?\n[patient] no , none of that", "exact"),
        (
            "weakness in the leg? No, none of that.",
            "weakness in the leg ?\n[patient] no , none of that .",
            "normalised",
        ),
        ("[Patient] no, none of that", "[patient] no , none of that", "normalised"),
        ("is the pain worse with sitting?", "is the pain worse with sitting ?", "normalised"),
        ("is the pain worse with sitting", "is the pain worse with sitting", "exact"),
        ("I just get up at night", "i just , you know , get up at night", "fuzzy"),
        ("i might have a little cramping", "i might have a uh a little cramping", "fuzzy"),
        ("left ILA posterior", "left i l a is posterior", "fuzzy"),
        ("it is boggy at L4, L5", "it's boggy at l4 , l5", "normalised"),
        ("thats not the hip", "that's not the hip", "normalised"),
        ("tender right there", "tender right there", "exact"),
        ("my hands. [patient] they tingle", "my hands .\n[patient] they tingle", "normalised"),
    ],
)
def test_harmless_edits_of_a_conversation_are_accepted(quote: str, words: str, match: Match) -> None:
    """Labels, pauses, fillers, repetitions and spaced tokens may be left out; a question keeps its mark."""
    assert located(quote, VISIT) == (words, match)


@pytest.mark.parametrize(
    ("quote", "words", "match"),
    [
        ("denies leg pain comma numbness", "denies leg pain comma numbness", "exact"),
        (
            "denies leg pain, numbness, or bladder change.",
            "denies leg pain comma numbness comma or bladder change",
            "normalised",
        ),
        (
            "left ILA inferior seated flexion positive left",
            "left ILA inferior comma seated flexion positive left",
            "normalised",
        ),
        ("bladder change no fall", None, "none"),
        ("left sacral sulcus comma deep", None, "none"),
    ],
)
def test_spoken_punctuation_may_be_left_out_or_written(quote: str, words: str | None, match: Match) -> None:
    """In dictation a comma is a comma, said or written; it is not added, and a sentence's end stays."""
    assert located(quote, DICTATION) == (words, match)


@pytest.mark.parametrize(
    "quote",
    [
        # parts of words, numbers and notations
        "light touch deficit",
        "tender ribs",
        "free gait",
        "able to walk",
        "L4 tender",
        "5 tender",
        "T4 hypertonic",
        "Strength 4",
        "4/5 right",
        "Worse after 5",
        "Cyst 1",
        "joint does",
        "Spurling",
        "M99.0",
        # other levels, numbers, sides and signs
        "L3-5 tender L > R",
        "L4, 5 tender",
        "L4-5 tender R > L",
        "L4-5 tender L < R",
        "L4-5 tender L R",
        "T4, T6 hypertonic",
        "Standing flexion R",
        "Standing flexion - R",
        "Standing flexion",
        "SLR bilat",
        "SLR (+) bilat",
        "Strength 5/5 left EHL",
        "strength 4 5 left EHL",
        "Cyst 15 cm",
        "Cyst 1.5 mm",
        "R on L sacral torsion",
        "L R sacral torsion",
        "Slip of C5 on C4",
        "Slip of C4 of C5",
        "Tenderness at L4, S1",
        "Tenderness at L4, L5 or S1",
        "right SI joint dysfunction",
        "the SI joint dysfunction",
        # denied, doubted, past, another person's
        "pain in the neck",
        "No, pain in the neck",
        "no numbness left foot",
        "Numbness, left foot denied",
        "Slump",
        "Slump: positive",
        "Spurling's test",
        "Spasm",
        "Somatic dysfunction of the sacrum",
        "fracture",
        "Sacroiliitis.",
        "left sacroiliitis",
        "lumbar fusion",
        "spinal stenosis",
        "had spinal stenosis",
        "patient had spinal stenosis",
        "acute dislocation",
        "Sacro-iliac joint does glide",
        "left SI joint dysfunction, the right",
        # joined across a distance or a sentence
        "Denies weakness or tingling",
        "No pain in the neck numbness left foot",
        "No pain in the neck. Numbness left foot.",
        "left foot. Slight touch",
        # nothing to find
        "Somatic dysfunction of the pelvis",
        "ribs nontender",
        "the",
        "not the",
        "?",
        " ",
        "",
    ],
)
def test_a_note_says_none_of_these(quote: str) -> None:
    """A quote with other words, or without what governs them, is none."""
    assert located(quote, NOTE) == (None, "none")


@pytest.mark.parametrize(
    "quote",
    [
        # what is asked is not stated
        "any numbness, tingling, or weakness in the leg",
        "You have numbness.",
        "numbness tingling weakness in the leg.",
        "any numbness , tingling , or weakness in the leg .",
        "any numbness , tingling , or weakness in the leg ? yes",
        "in the leg no none of that",
        "the pain is worse with sitting",
        "Is the pain worse with sitting.",
        "pain worse with sitting",
        "you have bladder trouble",
        "bladder trouble",
        # what is stated is not asked
        "i just get up at night?",
        # another person's, doubted, denied
        "had a disc herniation",
        "i had a disc herniation",
        "has sciatica too",
        "have a little cramping",
        "i have a little cramping",
        "the hip",
        # another speaker's, another side's, another order
        "[patient] any numbness , tingling , or weakness in the leg ?",
        "[doctor] no , none of that",
        "none of that is the pain",
        "none of that .\n[doctor] is the pain worse",
        "squeeze my hands . they tingle now",
        "they tingle now .\n[doctor] okay , stand up",
        "right i l a is posterior",
        "left i l a is anterior",
        "boggy posterior at l4",
    ],
)
def test_a_conversation_says_none_of_these(quote: str) -> None:
    """A quote keeps its question mark, its person, its doubt and its speaker."""
    assert located(quote, VISIT) == (None, "none")


@pytest.mark.parametrize(
    ("quote", "text", "words"),
    [
        ("no rash", "ROS: no fever no rash.", "no rash"),
        ("it hurts when i bend", "it hurts when i , when i bend .", "it hurts when i , when i bend"),
        ("T4 N R S L", "T4 N R R S L.", None),
        ("Pain comes on", "The pain comes on and off.", "pain comes on"),
        ("Pain comes off", "The pain comes on and off.", None),
        ("known fib", "Known a-fib.", None),
        ("ILA in-\nferior", "left ILA inferior", "ILA inferior"),
        ("98941 billed", "98941-AT billed", None),
        ("a\nlittle weak", "He is a little weak.", "a little weak"),
        ("little weak", "He is a little weak.", "little weak"),
        ("He is little weak", "He is a little weak.", None),
        ("not at all tender", "not at all tender", "not at all tender"),
        ("Not all tender", "not at all tender", None),
        ("s\u00ed duele", "si\u0301 duele", "si\u0301 duele"),
        ("s\u00ed duele", "si duele", None),
        ("dolor lumbar cronico", "dolor lumbar cr\u00f3nico", "dolor lumbar cr\u00f3nico"),
        ("gap of 11/2 cm", "gap of 1\u00bd cm", None),
        ("1500 mg daily", "1,500 mg daily", "1,500 mg daily"),
        ("dosed 4,5 mg", "dosed 45 mg", None),
        ("pain 4 of 5 days", "pain 4, 5 days", None),
    ],
)
def test_what_small_words_and_signs_say_is_kept(quote: str, text: str, words: str | None) -> None:
    """A repetition, a particle, a modifier, an accent or a fraction is left out only where it says nothing."""
    assert located(quote, text)[0] == words


def test_the_first_place_that_bears_the_quote_is_taken() -> None:
    """A place where the words are denied is passed over."""
    text = "No numbness today. Numbness of the foot last week. Numbness at night."
    assert located("numbness today", text) == (None, "none")
    assert ground("numbness", text).span == (19, 27)


def test_evidence_says_who_speaks_and_in_which_section() -> None:
    """Speaker and section come from the document."""
    asked = ground("do you have bladder trouble ?", VISIT)
    concluded = ground("Left SI joint dysfunction", NOTE)
    assert (asked.speaker, asked.section) == ("clinician", None)
    assert (concluded.speaker, concluded.section) == (None, "assessment")


def test_every_quote_of_an_extraction_is_located_anew() -> None:
    """What the evidence claimed to be is replaced by what the document shows; everything else stays."""
    document = parse("PLAN: brace\nEXAM: L5 tender.\nASSESSMENT: L5 tender, sciatica.", "note")
    claimed = Evidence(quote="brace for life", span=(0, 14), match="exact", speaker="patient", section="plan")
    extraction = Extraction(
        tart=(Tart(component="tenderness", evidence=(Evidence(quote="L5 TENDER"), claimed), unverified=("region",)),),
        diagnoses=(Diagnosis(condition="sciatica", evidence=(Evidence(quote="sciatica"),)),),
    )
    assert ground_extraction(document, extraction) == Extraction(
        tart=(
            Tart(
                component="tenderness",
                evidence=(
                    Evidence(quote="L5 TENDER", span=(18, 27), match="normalised", section="exam"),
                    Evidence(quote="brace for life"),
                ),
                unverified=("region",),
            ),
        ),
        diagnoses=(
            Diagnosis(
                condition="sciatica",
                evidence=(Evidence(quote="sciatica", span=(52, 60), match="exact", section="assessment"),),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("evidence", "start"),
    [
        (Evidence(quote="numb foot"), 3),
        (Evidence(quote="numb foot", line=3), 32),
        (Evidence(quote="Numb foot", line=3), 32),
        (Evidence(quote="numb foot", line=2), 3),
        (Evidence(quote="numb foot", span=(32, 41)), 32),
        (Evidence(quote="numb foot", span=(33, 42)), 3),
    ],
)
def test_a_cited_line_or_span_decides_between_equal_places(evidence: Evidence, start: int) -> None:
    """The place that the reader points to is preferred, where the words stand there; otherwise the first."""
    document = parse("S: numb foot.\nO: no deficit.\nA: numb foot.", "note")
    extraction = Extraction(neuro=(Neuro(kind="sensory_deficit", evidence=(evidence,)),))
    found = ground_extraction(document, extraction).neuro[0].evidence[0]
    assert found.span == (start, start + 9)
    assert found.line == evidence.line


def test_a_label_with_a_time_may_stand_in_the_quote() -> None:
    """WebVTT cues and time stamps between question and reply are part of the label."""
    cues = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Dr. Example>Any numbness in the leg?\n\n"
        "2\n00:00:03.500 --> 00:00:05.000\n<v Patient>No, none.\n"
    )
    quote = "any numbness in the leg? 2 00:00:03.500 --> 00:00:05.000 <v Patient>no, none"
    assert located(quote, cues) == (
        "Any numbness in the leg?\n\n2\n00:00:03.500 --> 00:00:05.000\n<v Patient>No, none",
        "normalised",
    )


SIDES = ("left", "right", "bilateral")
LEVELS = ("L3", "L4", "L5", "T4", "T12", "C5", "S1")
FINDINGS = ("tender", "hypertonic", "boggy", "restricted")
STRUCTURES = ("sacral base", "iliac crest", "piriformis", "sulcus")
TEMPLATES = (
    "The {side} {structure} is {finding} at {level}.",
    "Exam: {level} {finding} on the {side}, {structure} {number} mm high.",
    "{level} is {finding}, with the {side} {structure} {number} mm higher than before.",
    "He reports pain {number}/10 near the {side} {structure}, {finding} over {level}.",
    "There is no swelling, the {side} {structure} at {level} is {finding} and measures {number} cm.",
)
sentences = st.fixed_dictionaries(
    {
        "side": st.sampled_from(SIDES),
        "level": st.sampled_from(LEVELS),
        "finding": st.sampled_from(FINDINGS),
        "structure": st.sampled_from(STRUCTURES),
        "number": st.integers(1, 9).map(str),
    }
)
others = {
    "side": st.sampled_from(SIDES),
    "level": st.sampled_from(LEVELS),
    "finding": st.sampled_from(FINDINGS),
    "structure": st.sampled_from(STRUCTURES),
    "number": st.integers(0, 19).map(str),
}


@given(st.sampled_from(TEMPLATES), sentences, st.sampled_from(sorted(others)), st.data())
def test_one_other_value_makes_a_quote_none(template: str, said: dict[str, str], key: str, data: st.DataObject) -> None:
    """A sentence with another side, level, number, finding or structure is not said."""
    other = data.draw(others[key].filter(lambda value: value != said[key]))
    text = f"No red flags. {template.format(**said)} Return in two weeks."
    quote = template.format(**said | {key: other}).rstrip(".")
    assert located(quote, text) == ((quote, "exact") if quote in text else (None, "none"))


@given(
    st.sampled_from(TEMPLATES), sentences, st.sampled_from(["no", "not", "without", "possible", "mother's", "prior"])
)
def test_a_cue_added_or_left_behind_makes_a_quote_none(template: str, said: dict[str, str], cue: str) -> None:
    """A negation, a doubt, a person or a time changes what is said, wherever it is put and wherever it is lost."""
    sentence = template.format(**said)
    denied = sentence.replace(said["finding"], f"{cue} {said['finding']}")
    tail = denied[denied.index(said["finding"]) :]
    assert located(denied, sentence) == (None, "none")
    assert located(sentence, denied) == (None, "none")
    assert located(tail, denied) == (None, "none")


def _hyphenated(words: str) -> str:
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{4})", "-\n", words, count=1)


HARMLESS = (
    str.upper,
    str.title,
    lambda words: words.replace(" ", "\n"),
    lambda words: words.replace(" ", " \u00a0"),
    lambda words: re.sub("[,.:]", "", words),
    lambda words: f"\u201c{words}\u201d",
    lambda words: f"... {words} ...",
    lambda words: re.sub(r"\bthe ", "", words),
    lambda words: words.replace(" is ", " "),
    lambda words: unicodedata.normalize("NFD", words),
    lambda words: words.replace("fi", "\ufb01"),
    lambda words: words.replace(",", " , ").replace(".", " ."),
    _hyphenated,
)


@given(st.sampled_from(TEMPLATES), sentences, st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=3))
def test_harmless_edits_keep_their_place(template: str, said: dict[str, str], edits: list[object]) -> None:
    """However spelled, a sentence is found where it stands, and its span slices back to its own words."""
    sentence = template.format(**said)
    text = f"No red flags. {sentence} Return in two weeks."
    quote = sentence
    for edit in edits:
        assert callable(edit)
        quote = edit(quote)
    words, match = located(quote, text)
    assert words is not None
    assert match != "none"
    assert re.sub(r"^The |\.$", "", sentence) == re.sub(r"^The |\.$", "", words)


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_text_raises_and_every_span_is_inside(quote: str, text: str) -> None:
    """Any quote of any text gives an answer; a span goes with every match, and with no other."""
    evidence = ground(quote, text)
    assert (evidence.span is None) == (evidence.match == "none")
    if evidence.span is not None:
        start, end = evidence.span
        assert 0 <= start < end <= len(text)
        assert evidence.match != "exact" or text[start:end] == quote


@given(st.text(alphabet="ab .,?-'/5L\n", min_size=1, max_size=40), st.data())
def test_an_exact_match_is_the_text_itself(text: str, data: st.DataObject) -> None:
    """A slice of a text is exact or none, never somewhere else in other words, unless words repeat."""
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    evidence = ground(quote, text)
    if evidence.match == "exact" and evidence.span is not None:
        assert text[slice(*evidence.span)] == quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("pain " * 200_000, "Pain pain x"),
        ("a" * 500_000, "aaa"),
        ("a-" * 200_000, "A A A x"),
        ("no pain " * 100_000, "Pain"),
        ("the " * 200_000 + "end", "the start"),
        ("1," * 200_000, "1 pain"),
        ("slight " * 100_000, "light"),
    ],
    ids=["repetition", "one word", "one compound", "denied everywhere", "function words", "numbers", "inside words"],
)
def test_hostile_texts_are_answered(text: str, quote: str) -> None:
    """Words that nearly fit everywhere fit nowhere, and are not tried for ever."""
    document = Document(text=text, kind="note", sentences=((0, len(text)),), lines=((0, len(text)),))
    assert ground(quote, document) == Evidence(quote=quote)
