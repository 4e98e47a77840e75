"""Specification of the built-in reader as a whole."""

import csv
import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from inspect import cleandoc
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.extraction.lexicon import LexiconReader, reader
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words import vocabulary as module
from scribe.extraction.lexicon.words.vocabulary import TABLES
from scribe.extraction.reader import AsyncReader, Reader
from scribe.schema import Evidence, Extraction, Finding, Kind, field_names

Read = Callable[..., list[str]]

NOTE = cleandoc("""
    Subjective: Low back pain for two weeks. Cannot sit more than 20 minutes. Denies numbness or weakness.
    Had physical therapy last year.

    Exam: Right PSIS high. L5 tender, boggy. Standing flexion test positive on the right. SLR negative.
    X-ray: L5-S1 degenerative disc disease, no fracture.

    Assessment:
    1. Right anterior innominate
    2. L5 FRSR
    3. Low back pain
    M99.03, M99.05

    Plan: OMT to lumbar and pelvic regions today. Home exercise program.
""")
TALK = cleandoc("""
    Doctor: Good morning. Any numbness in the legs?
    Patient: No, none.
    Doctor: Is that tender at L5?
    Patient: Ow, yes.
    Doctor: What I found is a left on left sacral torsion. I'm going to adjust your sacrum now.
    Patient: My mother had sciatica. I can't sit long.
""")


@pytest.mark.parametrize(
    ("text", "kind", "lists"),
    [
        (
            NOTE,
            "note",
            {
                "lesions": ["somatic_dysfunction pelvic right", "somatic_dysfunction lumbar L5 right"],
                "tart": [
                    "asymmetry pelvic right",
                    "tenderness lumbar",
                    "tissue_texture lumbar",
                    "restriction pelvic right",
                ],
                "neuro": ["sensory_deficit absent", "motor_deficit absent", "tension_sign absent"],
                "imaging": ["xray disc_degeneration lumbar", "xray fracture lumbar absent"],
                "diagnoses": ["low_back_pain"],
                "care": ["physical_therapy prior", "manipulation today lumbar pelvic", "exercise planned"],
                "function": ["sitting"],
                "stated_codes": ["M99.03", "M99.05"],
            },
        ),
        (
            TALK,
            "transcript",
            {
                "lesions": ["somatic_dysfunction sacral left"],
                "tart": ["tenderness lumbar"],
                "neuro": ["sensory_deficit absent"],
                "imaging": [],
                "diagnoses": ["sciatica other_person"],
                "care": ["manipulation today sacral"],
                "function": ["sitting"],
                "stated_codes": [],
            },
        ),
    ],
    ids=["note", "talk"],
)
def test_a_whole_document(read: Read, text: str, kind: Kind, lists: dict[str, list[str]]) -> None:
    """All lists of a document are read at once, each in the order of the text."""
    assert {name: read(text, name, kind) for name in field_names(Extraction)} == lists


def test_the_evidence_of_a_finding() -> None:
    """Evidence holds quote, line, span, speaker and section."""
    text = "Exam: Gait normal.\nAssessment: Left sacral somatic dysfunction."
    (lesion,) = LexiconReader().read(parse(text, "note")).lesions
    assert lesion.evidence == (
        Evidence(
            quote="Left sacral somatic dysfunction",
            line=2,
            span=(31, 62),
            match="exact",
            speaker=None,
            section="assessment",
        ),
    )


@pytest.mark.parametrize("text", ["", " \n\t\r\n", ".", "\ufeff", "\x00", "The weather is fine."])
@pytest.mark.parametrize("kind", ["note", "transcript"])
def test_nothing_to_find(text: str, kind: Kind) -> None:
    """A text without findings gives an empty extraction."""
    assert LexiconReader().read(parse(text, kind)) == Extraction()


WORDS = cleandoc("""
    no denies history of if mother possible resolved but and , ; : . ? ( ) [ ] [x] ☐ Assessment: Exam: Plan:
    Doctor: Patient: yes you have any L5 L4-5 C5, T12-L1 rib 5 ribs PSIS OA AA left right L R on FRSR NSLRR high
    tender boggy ROM SLR positive 5/5 numbness bladder somatic dysfunction subluxation stenosis canal foramen
    from disc spur MRI X-ray OMT today M99.03 98941-AT
""").split()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, "\n", "\x00"]), max_size=30).map(" ".join),
    st.sampled_from(["note", "transcript"]),
)
def test_every_span_slices_back_to_its_quote(text: str, kind: Kind) -> None:
    """Whatever words come in whatever order, every quote stands where its evidence says."""
    extraction = LexiconReader().read(parse(text, kind))
    evidence = [each for _, findings in extraction for finding in findings for each in finding.evidence]
    assert [each.quote for each in evidence] == [text[slice(*each.span)] for each in evidence if each.span]


@pytest.mark.parametrize("table", TABLES)
def test_a_text_may_break_off_after_any_term(table: str) -> None:
    """Whatever is named last, nothing need follow it."""
    reader = LexiconReader()
    with (Path(module.__file__).parents[1] / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            reader.read(parse(f"Assessment: dysfunction at L4 and {row['term']}", "note"))


@st.composite
def pieces_of_documents(draw: st.DrawFn) -> str:
    """Join pieces of labelled documents, cut anywhere between two words, some of them in another order."""
    texts = draw(st.lists(st.sampled_from(_texts()), min_size=1, max_size=2))
    joined = ""
    for text in texts:
        words = re.findall(r"\S+\s*", text)
        start = draw(st.integers(0, len(words)))
        piece = words[start : start + draw(st.integers(1, 60))]
        joined += "".join(draw(st.sampled_from((piece, draw(st.permutations(piece))))))
    return joined


@cache
def _texts() -> list[str]:
    paths = sorted(Path("eval/datasets").glob("*.jsonl"))
    return [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


@settings(max_examples=400, deadline=None)
@given(pieces_of_documents(), st.sampled_from(["note", "transcript"]))
@example("muscles three", "transcript")
@example("epidural if", "note")
@example("do these[patient][doctor]bye", "transcript")
@example("forward", "transcript")
@example("MRI canal today. one", "transcript")
def test_a_text_may_begin_and_break_off_anywhere(text: str, kind: Kind) -> None:
    """Pieces of documents in any order are read, whatever of them is missing."""
    LexiconReader().read(parse(text, kind))


@pytest.mark.parametrize(
    "text",
    [
        "she looks up at the shelf",
        "my right leg",
        "it feels full",
        "DOC any pain\nPT Uh",
        "Doctor: The gait is fine, I watched",
        "Doctor: You walk and lean",
        "Doctor: Your left knee is sore. And the knee is tender, not the other",
        "Doctor: What do you get?\nStudent: Um,",
    ],
)
def test_a_text_may_break_off_behind_a_word_that_leads_on(text: str) -> None:
    """What leads on to another word leads to nothing at the end of a text."""
    assert LexiconReader().read(parse(text, "transcript")).lesions == ()


def test_the_same_document_is_read_the_same(read: Read) -> None:
    """Reading another document in between changes nothing."""
    first = LexiconReader().read(parse(NOTE, "note"))
    read(TALK, "lesions", "transcript")
    second = LexiconReader().read(parse(NOTE, "note"))
    assert json.dumps(first.model_dump()) == json.dumps(second.model_dump())


def test_it_is_a_reader() -> None:
    """The built-in reader has a name, and no need to wait."""
    reader: Reader = LexiconReader()
    assert (reader.name, isinstance(reader, AsyncReader)) == ("lexicon", False)


def test_nothing_is_found_where_nothing_begins(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """No family of findings would be read in the statements in which it is not asked for, as nothing begins it."""
    views = [*labelled]
    read = [_read(view) for view in views]
    left_out = [len(view.statements) - len(mentions) for view, mentions in zip(views, read, strict=True)]
    assert sum(left_out)
    families = len(reader._BEGINNINGS)  # noqa: SLF001  # the rest of the test sets it
    everywhere = (lambda view: frozenset(one.start for one in view.statements),) * families
    monkeypatch.setattr(reader, "_BEGINNINGS", everywhere)
    assert [_found(_read(view)) for view in views] == [_found(mentions) for mentions in read]


def _read(view: View) -> list[reader.Mentions]:
    return [*reader.read_statements(view, reader.read_tables(view))]


def _found(read: Iterable[reader.Mentions]) -> list[tuple[int, list[Finding]]]:
    found = ((one.scene.statement.start, [*chain(one.lesions, *one.others.values())]) for one in read)
    return [(start, findings) for start, findings in found if findings]
