"""Specification of agreement: two readings become one, nothing is lost, and what stays open carries no code."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.extraction.agreement import Agreed, agree
from scribe.extraction.checking import checked
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.likeness import differing, key, same_thing, says_less
from scribe.extraction.reader import Reading
from scribe.schema import (
    Agreement,
    Assertion,
    Care,
    Diagnosis,
    Evidence,
    Extraction,
    Finding,
    Function,
    Imaging,
    Laterality,
    Lesion,
    Neuro,
    StatedCode,
    Tart,
    field_names,
)

TEXT = "Left L5 somatic dysfunction. Right L4 somatic dysfunction, tender on both sides. No bladder change."
LISTS = {
    Lesion: "lesions",
    Tart: "tart",
    Neuro: "neuro",
    Imaging: "imaging",
    Diagnosis: "diagnoses",
    Care: "care",
    Function: "function",
    StatedCode: "stated_codes",
}


def at(words: str) -> Evidence:
    """Quote words of the text."""
    start = TEXT.index(words)
    return Evidence(quote=words, span=(start, start + len(words)), match="exact")


def lesion(*quotes: str, **values: Any) -> Lesion:  # noqa: ANN401  # any value of a lesion
    """A lumbar somatic dysfunction."""
    fields: dict[str, Any] = {"kind": "somatic_dysfunction", "region": "lumbar"} | values
    return Lesion(evidence=tuple(map(at, quotes)), **fields)


def extraction(*findings: Finding) -> Extraction:
    """Put findings into their lists."""
    lists: dict[str, Any] = {name: tuple(one for one in findings if type(one) is kind) for kind, name in LISTS.items()}
    return Extraction(**lists)


def findings(found: Extraction) -> Iterator[Finding]:
    """List all findings."""
    return (finding for _, several in found for finding in several)


def agreed(lexicon: Finding, model: Finding) -> Agreed:
    """Put two readings of one finding each together."""
    return agree(extraction(lexicon), extraction(model))


def alone(found: Extraction) -> list[Finding]:
    """List all findings as they were before somebody compared them."""
    return [finding.model_copy(update={"agreement": None}) for finding in findings(found)]


def test_what_both_found_is_one_finding_with_the_quotes_of_both() -> None:
    """The lexicon's rule and its order of levels stay; a quote inside another is not shown twice."""
    mine = lesion("L5 somatic", "tender", segments=("L4", "L5"), read_by="lesions.named", confidence=0.9)
    yours = lesion("Left L5 somatic dysfunction", "tender on both sides", "tender", segments=("L5", "L4"))
    (found,), disagreements = agreed(mine, yours).extraction.lesions, agreed(mine, yours).disagreements
    assert found == mine.model_copy(
        update={
            "agreement": "both",
            "evidence": (at("Left L5 somatic dysfunction"), at("tender on both sides")),
        }
    )
    assert disagreements == ()


def test_a_quote_is_not_lost_in_another_reading() -> None:
    """Quotes of the lexicon stay before those that the model adds."""
    found = agreed(lesion("Left L5", "tender"), lesion("Left", "Right L4"))
    assert found.extraction.lesions[0].evidence == (at("Left L5"), at("tender"), at("Right L4"))


def test_what_one_found_is_kept() -> None:
    """The lexicon's findings keep their order; one of the model alone stands before what the text has after it."""
    lexicon = [Tart(component="tenderness", region="lumbar", evidence=(at("tender"),)), *two_lesions()]
    model = Tart(component="asymmetry", region="lumbar", evidence=(at("Right L4"),))
    found = agree(extraction(*lexicon), extraction(model)).extraction
    assert [(one.component, one.agreement) for one in found.tart] == [
        ("asymmetry", "model only"),
        ("tenderness", "lexicon only"),
    ]
    assert [one.agreement for one in found.lesions] == ["lexicon only", "lexicon only"]


def two_lesions() -> tuple[Lesion, Lesion]:
    """Two lesions of one kind in two regions."""
    return lesion("Left L5"), lesion("Right L4", region="sacral")


def test_the_reading_that_its_quotes_bear_out_stands() -> None:
    """What verification has refused loses, whoever read it; both stand before the reviewer."""
    right = lesion("Left L5", laterality="left", segments=("L5",))
    wrong = lesion("Left L5", laterality="right", segments=("L5",), unverified=("laterality",))
    for lexicon, model, reason in (
        (right, wrong, "Laterality: the model's quote does not bear its reading out, so the lexicon's stands."),
        (wrong, right, "Laterality: the lexicon's quote does not bear its reading out, so the model's stands."),
    ):
        found = agreed(lexicon, model)
        assert found.extraction.lesions == (right.model_copy(update={"agreement": "both"}),)
        (disagreement,) = found.disagreements
        assert (disagreement.at, disagreement.fields) == ("lesions[0]", ("laterality",))
        assert (disagreement.lexicon, disagreement.model, disagreement.reason) == (lexicon, model, reason)


def test_an_invented_detail_does_not_stand_against_silence() -> None:
    """A side that the words do not bear out is no fuller reading."""
    found = agreed(lesion("Left L5"), lesion("Left L5", laterality="right", unverified=("laterality",)))
    assert [(one.laterality, one.unverified) for one in found.extraction.lesions] == [(None, ())]
    assert [one.fields for one in found.disagreements] == [("laterality",)]


CONFLICTS: dict[str, tuple[Finding, Finding, str, object]] = {
    "side": (lesion("Left", laterality="left"), lesion("Left", laterality="right"), "laterality", "left"),
    "levels": (lesion("L5", segments=("L5",)), lesion("L5", segments=("L4",)), "segments", ("L5",)),
    "mechanism": (
        lesion("L5", kind="canal_stenosis", mechanisms=("disc",)),
        lesion("L5", kind="canal_stenosis", mechanisms=("osseous",)),
        "mechanisms",
        ("disc",),
    ),
    "region": (lesion("L5"), lesion("L5", region="sacral"), "region", "lumbar"),
    "roots": (
        Neuro(kind="sensory_deficit", roots=("L5",), evidence=(at("L5"),)),
        Neuro(kind="sensory_deficit", roots=("S1",), evidence=(at("L5"),)),
        "roots",
        ("L5",),
    ),
    "timing": (
        Care(kind="massage", timing="today", evidence=(at("L5"),)),
        Care(kind="massage", timing="prior", evidence=(at("L5"),)),
        "timing",
        "today",
    ),
    "study": (
        Imaging(kind="fracture", modality="ct", evidence=(at("L5"),)),
        Imaging(kind="fracture", modality="mri", evidence=(at("L5"),)),
        "modality",
        "ct",
    ),
    "denial read by the lexicon": (
        Neuro(kind="bowel_bladder", assertion="absent", evidence=(at("No bladder change"),)),
        Neuro(kind="bowel_bladder", evidence=(at("bladder change"),)),
        "assertion",
        "present",
    ),
    "denial read by the model": (
        Diagnosis(condition="sciatica", evidence=(at("L5"),)),
        Diagnosis(condition="sciatica", assertion="absent", evidence=(at("L5"),)),
        "assertion",
        "present",
    ),
}


@pytest.mark.parametrize(("lexicon", "model", "name", "shown"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_where_both_stand_the_field_stays_open(lexicon: Finding, model: Finding, name: str, shown: object) -> None:
    """The finding is kept once, unverified; of an assertion it shows the one that may matter."""
    found = agreed(lexicon, model)
    (kept,) = findings(found.extraction)
    assert (getattr(kept, name), kept.unverified, kept.agreement) == (shown, (name,), "both")
    (disagreement,) = found.disagreements
    assert (disagreement.fields, disagreement.lexicon, disagreement.model) == ((name,), lexicon, model)
    assert disagreement.reason == (
        f"{name.capitalize()}: both stand by their quotes, so that no code rests on the finding."
    )


def test_where_neither_stands_the_field_stays_open() -> None:
    """Two readings without proof are none."""
    wrong = {"unverified": ("laterality",)}
    found = agreed(lesion("L5", laterality="left", **wrong), lesion("L5", laterality="right", **wrong))
    assert [one.unverified for one in found.extraction.lesions] == [("laterality",)]
    assert found.disagreements[0].reason == (
        "Laterality: neither quote bears its reading out, so that no code rests on the finding."
    )


def test_each_field_is_settled_by_itself() -> None:
    """One sentence says what becomes of all of them."""
    lexicon = lesion("L5", laterality="left", segments=("L5",), unverified=("laterality",))
    model = lesion("L5", laterality="right", segments=("L4",))
    (kept,), (disagreement,) = agreed(lexicon, model).extraction.lesions, agreed(lexicon, model).disagreements
    assert (kept.laterality, kept.segments, kept.unverified) == ("right", ("L5",), ("segments",))
    assert disagreement.reason == (
        "Segments: both stand by their quotes, so that no code rests on the finding; "
        "laterality: the lexicon's quote does not bear its reading out, so the model's stands."
    )


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({}, {"laterality": "left"}),
        ({"laterality": "right"}, {"laterality": "bilateral"}),
        ({"segments": ("L4",)}, {"segments": ("L4", "L5")}),
        ({"segments": ()}, {"segments": ("L4",), "laterality": "left"}),
        ({"region": None}, {"region": "lumbar"}),
    ],
)
def test_the_fuller_reading_stands_where_it_is_borne_out(less: dict[str, Any], more: dict[str, Any]) -> None:
    """To say less is no disagreement; the quotes of both stand behind what is said."""
    lesser, fuller = lesion("Left L5", **less), lesion("Left L5", "Right L4", **more)
    for found in (agreed(lesser, fuller), agreed(fuller, lesser)):
        assert found == Agreed(extraction(fuller.model_copy(update={"agreement": "both"})), ())


def test_each_reading_may_add_to_the_other() -> None:
    """A side from the one and a level from the other make one finding; no rule has proved that reading."""
    mine = lesion("Left L5", laterality="left", read_by="lesions.named", confidence=0.9)
    found = agreed(mine, lesion("Left L5", segments=("L5",)))
    assert found == Agreed(
        extraction(lesion("Left L5", laterality="left", segments=("L5",)).model_copy(update={"agreement": "both"})), ()
    )


def test_several_findings_go_up_in_the_fullest() -> None:
    """Where one reading has a finding for each level, the other's finding of all levels takes them in."""
    parts = [lesion("L5", segments=("L5",)), lesion("L4", segments=("L4",)), lesion("Right L4")]
    whole = lesion("Left L5", segments=("L4", "L5"))
    found = agree(extraction(*parts), extraction(whole)).extraction.lesions
    assert [(one.segments, one.agreement) for one in found] == [(("L4", "L5"), "both")]
    assert [quote.quote for quote in found[0].evidence] == ["Left L5", "Right L4"]


def test_what_says_less_than_the_less_goes_all_the_way() -> None:
    """A finding goes up in the fullest even where that is of its own reading."""
    ends = extraction(lesion("L4"), lesion("Left L5", segments=("L5", "L4"), laterality="left"))
    middle = extraction(lesion("L5", segments=("L5",)))
    for found in (agree(ends, middle), agree(middle, ends)):
        assert [(one.segments, one.agreement) for one in found.extraction.lesions] == [(("L5", "L4"), "both")]
        assert {quote.quote for quote in found.extraction.lesions[0].evidence} == {"Left L5", "L4"}


def test_a_study_that_is_not_named_is_the_one_that_is() -> None:
    """Who does not say what kind of study it was says less."""
    named = Imaging(kind="fracture", modality="ct", evidence=(at("L5"),))
    found = agreed(named.model_copy(update={"modality": "unspecified"}), named)
    assert found == Agreed(extraction(named.model_copy(update={"agreement": "both"})), ())


def test_a_finding_goes_up_in_the_nearest() -> None:
    """Of several that say more, that which says least more takes the quotes."""
    fullest = lesion("Left L5", laterality="left", segments=("L4", "L5"))
    nearest = lesion("Left L5", laterality="right")
    found = agree(extraction(lesion("tender")), extraction(fullest, nearest)).extraction.lesions
    assert {one.laterality: one.agreement for one in found} == {"left": "model only", "right": "both"}


def test_what_both_found_does_not_go_up_in_what_one_found() -> None:
    """That a reading says the same thing twice, once with more, does not make the more both's."""
    said, more = lesion("L5"), lesion("L5", laterality="left")
    found = agree(extraction(said), extraction(said, more)).extraction.lesions
    assert [(one.laterality, one.agreement) for one in found] == [(None, "both"), ("left", "model only")]


def test_a_finding_that_went_up_keeps_its_place() -> None:
    """The order is the lexicon's, wherever the model quotes what it says more of."""
    lexicon = extraction(lesion("tender"), lesion("L4", region="sacral"))
    found = agree(lexicon, extraction(lesion("tender on both", laterality="left"))).extraction.lesions
    assert [(one.region, one.agreement) for one in found] == [("lumbar", "both"), ("sacral", "lexicon only")]


def test_a_field_that_one_reading_bears_out_is_borne_out() -> None:
    """Who quotes too little does not take the proof from who quotes enough."""
    mine = lesion("L5", laterality="left", segments=("L5",), unverified=("laterality", "segments"))
    found = agreed(mine, lesion("Left", laterality="left", segments=("L5",), unverified=("segments",)))
    assert [one.unverified for one in found.extraction.lesions] == [("segments",)]


def test_a_quote_that_is_not_in_the_text_agrees_with_nothing() -> None:
    """It proves no finding of the other reading, and disagrees with none."""
    lost = Lesion(kind="somatic_dysfunction", region="lumbar", evidence=(Evidence(quote="lumbar lesion"),))
    found = agreed(lesion("L5", unverified=("region",)), lost)
    assert [(one.agreement, one.unverified) for one in found.extraction.lesions] == [
        ("lexicon only", ("region",)),
        ("model only", ()),
    ]
    other_side = lost.model_copy(update={"laterality": "left"})
    assert agreed(lesion("L5", laterality="right"), other_side).disagreements == ()


def test_the_nearest_pair_disagrees_first() -> None:
    """Of several findings that may be meant, those that differ least and share most words are one thing."""
    lexicon = [
        Neuro(kind="sensory_deficit", laterality="left", evidence=(at("L5 somatic dysfunction. Right L4"),)),
        Neuro(kind="sensory_deficit", laterality="left", roots=("L4",), evidence=(at("Right L4 somatic"),)),
    ]
    model = [
        Neuro(kind="sensory_deficit", laterality="right", roots=("L4",), evidence=(at("Right L4"),)),
        Neuro(kind="sensory_deficit", laterality="right", evidence=(at("L5 somatic dysfunction"),)),
    ]
    found = agree(extraction(*lexicon), extraction(*model))
    assert [(one.lexicon, one.model) for one in found.disagreements] == [(lexicon[0], model[1]), (lexicon[1], model[0])]


def numb(words: str, **values: Any) -> Neuro:  # noqa: ANN401  # any value of a sign
    """A loss of feeling."""
    return Neuro(kind="sensory_deficit", evidence=(at(words),), **values)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (numb("L5 somatic", laterality="right", roots=("L4",)), numb("L5 somatic", laterality="right", roots=("L5",))),
        (numb("L5 somatic", laterality="right", roots=("L4",)), numb("Left", laterality="midline", roots=("L4",))),
    ],
    ids=["fewer fields", "more words"],
)
def test_what_is_near_is_what_differs_little_in_many_of_the_same_words(near: Neuro, far: Neuro) -> None:
    """In whatever order the readings tell it."""
    mine = numb("Left L5 somatic", laterality="left", roots=("L4",))
    for model in ([near, far], [far, near]):
        (disagreement,) = agree(extraction(mine), extraction(*model)).disagreements
        assert disagreement.model == near


def test_a_tie_is_decided_by_what_is_said() -> None:
    """Not by who says it first."""
    mine = numb("L5", laterality="midline")
    others = [numb("L5", laterality=side) for side in ("left", "right")]
    one, other = (agree(extraction(mine), extraction(*model)) for model in (others, others[::-1]))
    assert one.disagreements == other.disagreements


def test_different_things_do_not_disagree() -> None:
    """Another kind is another finding, and so is what is borne out by other words."""
    pairs: list[tuple[Finding, Finding]] = [
        (lesion("L5"), lesion("L5", kind="subluxation_complex")),
        (Neuro(kind="gait", evidence=(at("Left"),)), Neuro(kind="gait", assertion="absent", evidence=(at("No"),))),
        (lesion("L5"), lesion("L4", region="sacral")),
        (lesion("Left L5", laterality="left"), lesion("Right L4", laterality="right")),
        (lesion("Left L5"), lesion("Right L4", assertion="absent")),
        (lesion("Left L5", region=None), lesion("Right L4", region=None, laterality="right")),
        (lesion("L5", region=None, laterality="left"), lesion("L4", region=None, laterality="right")),
        (StatedCode(code="M99.03", evidence=(at("L5"),)), StatedCode(code="M99.04", evidence=(at("L5"),))),
    ]
    for lexicon, model in pairs:
        found = agreed(lexicon, model)
        assert found.disagreements == ()
        assert {one.agreement for one in findings(found.extraction)} == {"lexicon only", "model only"}


def test_verification_decides_between_two_readers() -> None:
    """The words of a document, not its reader, say which side a dysfunction has."""
    document = parse("Assessment: Left L5 somatic dysfunction.")
    lexicon = checked(document, Reading(LexiconReader().read(document)), LexiconReader())
    swapped = lexicon.lesions[0].model_copy(update={"laterality": "right"})
    found = agree(lexicon, checked(document, Reading(lexicon.model_copy(update={"lesions": (swapped,)}))))
    assert alone(found.extraction) == alone(lexicon)
    assert [one.fields for one in found.disagreements] == [("laterality",)]


def _values(kind: type[Finding]) -> dict[str, st.SearchStrategy[Any]]:
    sides, asserted = (st.sampled_from([*get_args(values), None]) for values in (Laterality, Assertion))
    regions = st.sampled_from(["lumbar", "sacral", None])
    levels = st.sampled_from([(), ("L4",), ("L5",), ("L4", "L5"), ("L5", "L4")])
    values: dict[str, st.SearchStrategy[Any]] = {
        "region": regions,
        "laterality": sides,
        "assertion": asserted.filter(bool),
        "segments": levels,
        "roots": levels,
        "regions": st.sampled_from([(), ("lumbar",), ("lumbar", "sacral")]),
        "mechanisms": st.sampled_from([(), ("disc",), ("disc", "osseous")]),
        "component": st.sampled_from(["tenderness", "restriction"]),
        "condition": st.sampled_from(["sciatica", "cauda_equina"]),
        "code": st.sampled_from(["M99.03", "98941"]),
        "modality": st.sampled_from(["mri", "ct", "unspecified"]),
        "timing": st.sampled_from(["today", "prior"]),
        "kind": st.sampled_from(KINDS.get(kind, [""])),
    }
    return {name: values[name] for name in field_names(kind) if name not in field_names(Finding)}


KINDS: dict[type[Finding], list[str]] = {
    Lesion: ["somatic_dysfunction", "canal_stenosis"],
    Neuro: ["gait", "bowel_bladder"],
    Imaging: ["fracture", "other"],
    Care: ["massage", "manipulation"],
    Function: ["sitting", "sleep"],
}
QUOTES = st.builds(
    lambda start, length: Evidence(
        quote=TEXT[start : start + length], span=(start, start + length), match="exact", section="assessment"
    ),
    st.integers(0, 60),
    st.integers(1, 30),
)
LOST = st.just(Evidence(quote="nowhere"))
OPEN = ("laterality", "region", "segments", "assertion")


@st.composite
def a_finding(draw: st.DrawFn) -> Finding:
    """Any finding, quoted in the text or, seldom, not."""
    kind = draw(st.sampled_from(list(LISTS)))
    values = {name: draw(value) for name, value in _values(kind).items()}
    claimed = [name for name in OPEN if values.get(name)]
    unverified = tuple(name for name in claimed if draw(st.integers(0, 3)) == 0)
    quotes = draw(st.one_of(st.lists(QUOTES, min_size=1, max_size=3, unique=True), st.tuples(LOST)))
    grounded = any(quote.span for quote in quotes)
    made: Finding = kind(evidence=tuple(quotes), unverified=unverified if grounded else (), **values)
    return made


def once(several: Iterable[Finding]) -> Extraction:
    """Put findings into their lists, each once, as every reader does."""
    known = {(key(one), any(quote.span for quote in one.evidence)): one for one in several}
    return extraction(*known.values())


READINGS = st.lists(a_finding(), max_size=8).map(once)


@given(READINGS)
def test_an_extraction_agrees_with_itself(read: Extraction) -> None:
    """All of it is found by both, and nothing else is different."""
    found = agree(read, read)
    assert alone(found.extraction) == list(findings(read))
    assert found.disagreements == ()
    assert {one.agreement for one in findings(found.extraction)} <= {"both"}


@given(READINGS, READINGS)
def test_nothing_is_lost(lexicon: Extraction, model: Extraction) -> None:
    """Every finding is in the merge, is a part of one that is, or stands in a disagreement; so does every quote."""
    found = agree(lexicon, model)
    kept = list(findings(found.extraction))
    disputed = [one for pair in found.disagreements for one in (pair.lexicon, pair.model)]
    for finding in (*findings(lexicon), *findings(model)):
        assert finding in disputed or any(_holds(one, finding) for one in kept)
    quoted = [quote.span for one in kept for quote in one.evidence if quote.span]
    for finding in (*findings(lexicon), *findings(model)):
        assert all(
            any(start <= quote.span[0] and quote.span[1] <= end for start, end in quoted)
            for quote in finding.evidence
            if quote.span
        )


def _holds(one: Finding, part: Finding) -> bool:
    """Tell whether one finding says all that another says."""
    if type(one) is not type(part):
        return False
    return all(says_less(part, one, name) for name in differing(part, one))


@given(READINGS, READINGS)
def test_nothing_is_invented(lexicon: Extraction, model: Extraction) -> None:
    """Every value and every quote of the merge is one of a reading, and no finding claims a reader it has not."""
    readings: dict[Agreement, Extraction] = {"lexicon only": lexicon, "model only": model}
    for finding in findings(agree(lexicon, model).extraction):
        sources = [one for each in readings.values() for one in findings(each) if type(one) is type(finding)]
        for name, value in finding:
            if name not in field_names(Finding):
                assert any(getattr(one, name) == value for one in sources)
        assert {*finding.evidence} <= {quote for one in sources for quote in one.evidence}
        if finding.agreement in readings:
            assert finding.model_copy(update={"agreement": None}) in findings(readings[finding.agreement])


@given(READINGS, READINGS)
def test_what_disagrees_carries_no_code(lexicon: Extraction, model: Extraction) -> None:
    """Of every disagreement either the field is open, or it has the value of the reading that is borne out."""
    found = agree(lexicon, model)
    for one in found.disagreements:
        name, _, place = one.at.rstrip("]").partition("[")
        kept: Finding = getattr(found.extraction, name)[int(place)]
        assert kept.agreement == "both"
        for field in one.fields:
            borne_out = [reading for reading in (one.lexicon, one.model) if field not in reading.unverified]
            if len(borne_out) == 1:
                assert (field in kept.unverified, getattr(kept, field)) == (False, getattr(borne_out[0], field))
            else:
                assert field in kept.unverified


@given(READINGS, READINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_readings_does_not_matter(lexicon: Extraction, model: Extraction, random: Random) -> None:
    """Shuffled readings give the same findings and disagreements."""
    shuffled = agree(_shuffled(lexicon, random), _shuffled(model, random))
    expected = agree(lexicon, model)
    assert _said(shuffled) == _said(expected)


def _shuffled(read: Extraction, random: Random) -> Extraction:
    several = list(findings(read))
    return extraction(*random.sample(several, len(several)))


def _said(found: Agreed) -> tuple[Counter[Hashable], Counter[Hashable]]:
    """Return what was agreed but for the order of findings and quotes, and of the levels of a finding."""
    kept: Iterator[Hashable] = (
        (key(one), one.agreement, frozenset(one.unverified)) for one in findings(found.extraction)
    )
    disputed: Iterator[Hashable] = ((key(one.lexicon), key(one.model), one.reason) for one in found.disagreements)
    return Counter(kept), Counter(disputed)


@given(READINGS, READINGS)
def test_the_readers_may_change_places(lexicon: Extraction, model: Extraction) -> None:
    """Who is called the lexicon decides names, order and what is shown of an open field, but not what is settled."""
    names: dict[Agreement | None, Agreement] = {
        "both": "both",
        "model only": "lexicon only",
        "lexicon only": "model only",
    }
    one, other = (agree(lexicon, model), agree(model, lexicon))
    expected = Counter(names[each.agreement] for each in findings(other.extraction))
    assert Counter(each.agreement for each in findings(one.extraction)) == expected
    assert Counter(len(each.fields) for each in one.disagreements) == Counter(
        len(each.fields) for each in other.disagreements
    )


def test_one_thing_is_one_thing_from_both_sides() -> None:
    """The order of two findings does not matter."""
    for lexicon, model, _, _ in CONFLICTS.values():
        assert same_thing(lexicon, model)
        assert same_thing(model, lexicon)
