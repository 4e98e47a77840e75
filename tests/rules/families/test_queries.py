"""A query is read from any text into its parts, and judged without a slip over what only looks forbidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.rules import QUERY_RULES, Wording, check_query, read_queries, worded
from scribe.rules.views.phrases import spans_of
from scribe.schema import Evidence, Query

MESSAGE = """\
Dear colleague,

Documentation query 1 of 2

Record elements:
- line 4, exam: “left sacral sulcus
  deep [x] and tender”
- line 9, assessment: “SI joint dysfunction”

Based on your clinical judgement, please
clarify the side.

○ Left
○ Both sides, that is
  left and right
○ Other: ____
○ Unable to determine

Please document your response in the record.
---
Documentation query 2 of 2

The assessment states "stiff joint"; the note does not say which. Which joint is meant?

1. the left hip
2) other
c. cannot be determined

Kind regards
"""


def parts(query: Wording) -> tuple[str, list[str], list[str], list[str]]:
    """Title, record elements, questions and options in words."""
    return (
        query.words(query.title),
        [" ".join(query.words(one).split()) for one in query.elements],
        [" ".join(query.words(one).split()) for one in query.questions],
        [" ".join(query.words(one.span).split()) for one in query.options],
    )


def only(text: str) -> Wording:
    """The one query of a text."""
    (query,) = read_queries(text)
    return query


def raised(text: str) -> list[str]:
    """The rules that object to the one query of a text."""
    return [issue.rule for issue in check_query(only(text))]


def test_a_message_is_parted_into_its_queries_and_they_into_their_parts() -> None:
    """Headings open a query; items before its question are the record's, those after it answers."""
    first, second = read_queries(MESSAGE)
    assert (first.at, second.at) == ("queries[0]", "queries[1]")
    assert parts(first) == (
        "Documentation query 1 of 2",
        [
            "- line 4, exam: “left sacral sulcus deep [x] and tender”",
            "- line 9, assessment: “SI joint dysfunction”",
        ],
        ["Based on your clinical judgement, please clarify the side."],
        ["Left", "Both sides, that is left and right", "Other: ____", "Unable to determine"],
    )
    assert parts(second) == (
        "Documentation query 2 of 2",
        ['"stiff joint"'],
        ["Which joint is meant?"],
        ["the left hip", "other", "cannot be determined"],
    )
    assert first.words(first.span).startswith("Dear colleague")
    assert second.words(second.span).endswith("Kind regards")


def test_markdown_is_read_like_plain_text() -> None:
    """Quote bars, emphasis, escapes, headings and list marks before boxes are no words."""
    query = only(
        "> ## Clinical clarification\n> **Please clarify** the side\\.\n>\n> - [ ] Left\n> * ○ Other: \\_\\_\n"
    )
    assert parts(query)[2:] == (["Please clarify** the side\\."], ["Left", "Other: \\_\\_"])
    assert query.words(query.title) == "Clinical clarification"


def test_a_message_in_one_line_is_parted_at_its_boxes() -> None:
    """What stands between two boxes is one answer; the closing request is none."""
    line = "Exam: “stiff”. Please clarify: ○ Left ○ Right ☐ Other ☑ Unable to determine. Please record your answer."
    query = only(line)
    assert parts(query)[2:] == (["Please clarify:"], ["Left", "Right", "Other", "Unable to determine"])
    assert [option.chosen for option in query.options] == [False, False, False, True]


@pytest.mark.parametrize("text", ["", " \n", "The sulcus is deep.", "---\n\n***", "“Which side?” he asked."])
def test_what_asks_nothing_is_no_query(text: str) -> None:
    """There is nothing to judge, and nothing is made up."""
    assert read_queries(text) == ()


def test_a_line_at_the_margin_below_an_item_is_no_part_of_it() -> None:
    """Only an indented line goes on with the item above it; a list after the request holds answers."""
    query = only("- exam: sulcus deep\n  and tender\nPlease clarify the side.\n- left\n- other")
    assert parts(query)[1:] == (
        ["- exam: sulcus deep and tender"],
        ["Please clarify the side."],
        ["left", "other"],
    )


def test_what_follows_the_last_question_belongs_to_it() -> None:
    """A second heading with nothing asked below it opens no query."""
    query = only("“stiff” (exam). Please clarify the side.\n\nQuery contact\n\nThe documentation desk")
    assert query.words(query.span).endswith("desk")


def test_a_record_is_judged_as_it_would_be_worded() -> None:
    """An indicator that is not in the document shows nothing; the others have a place."""
    shown = Evidence(quote="left sulcus\ndeep", span=(3, 19), match="exact", section="exam")
    query = Query(
        topic="laterality_missing",
        at="lesions[0]",
        indicators=(shown, Evidence(quote="right")),
        question="Please clarify\nthe side.",
        options=("Left", "Right", "Other: ____", "Unable to determine"),
    )
    record = worded(query, "queries[3]")
    assert parts(record)[1:3] == (["- section exam: “left sulcus deep”"], ["Please clarify the side."])
    assert [(issue.rule, issue.at, issue.evidence[0].quote) for issue in check_query(record)] == [
        ("QY08", "queries[3]", "Right")
    ]
    bare = worded(query.model_copy(update={"indicators": ()}))
    assert check_query(bare)[0].rule == "QY09"


def test_issues_come_worst_first_and_then_by_rule() -> None:
    """Errors, warnings, information."""
    text = "“stiff”: You must add M99.04 now.\n\n○ Left"
    assert raised(text) == ["QY01", "QY06", "QY07", "QY08", "QY11", "QY13"]


@pytest.mark.parametrize(
    "words",
    [
        "auditory canal normal",
        "full code; code status reviewed",
        "pays close attention",
        "Bill reports pain",
        "claims that it hurts",
        "the patient denies, and denied, weakness",
        "coverage of the wound with gauze",
        "discharged, in charge of a shop",
        "unbilled is no word of his",
        "compensated scoliosis",
        "C5, T12, L4-5, S1 and rib 5",
        "BP 130/85, pulse 72, T 98.6, 10/10",
        "A1C 6.9 and B12 400",
        "WBC 14500, room 204",
        "color coded tape",
        "MRI 2026-03-11 10:45",
    ],
)
def test_clinical_words_that_look_alike_pass(words: str) -> None:
    """Neither in the record nor in the writer's words are they codes or payment."""
    for text in (f"Exam: “{words}”. Please clarify the side.", f"The exam has {words}. Please clarify the side."):
        assert not {"QY01", "QY02"} & {*raised(text)}


@pytest.mark.parametrize(
    "words",
    [
        "so that billing can proceed",
        "the payer asks",
        "insurance wants it",
        "to avoid a denial",
        "before the audit",
        "for reimbursement",
        "for prior authorization",
        "to raise the MS-DRG",
        "for our quality scores",
        "it affects your productivity bonus",
        "the claim was rejected",
        "to show medical necessity",
        "for the risk adjustment",
    ],
)
def test_what_an_answer_brings_in_is_never_spoken_of(words: str) -> None:
    """General words of payment, denial, audit and scores are found in any sentence."""
    assert "QY02" in raised(f"Exam: “stiff joint”. Please clarify the side, {words}.")


@pytest.mark.parametrize(
    "words", ["M99.24", "m54.16", "G89.29", "98941-AT", "99213-25", "M99", "M99.0-", "S33.5XXA", "J1030", "M9904"]
)
def test_codes_of_every_shape_are_found(words: str) -> None:
    """Dotted, plain, headings, procedures with a modifier, supplies."""
    assert "QY01" in raised(f"Exam: “stiff joint”. Please clarify whether {words} is meant.")


@given(st.text(alphabet=st.sampled_from('Please clarify?○[x]()-\n “”".:*>#1aM99.24 query or left'), max_size=200))
def test_any_text_is_read_and_judged(text: str) -> None:
    """Nothing raises, twice the same comes out, and every quote stands where it says."""
    for query in read_queries(text):
        issues = check_query(query)
        assert issues == check_query(query)
        for issue in issues:
            for evidence in issue.evidence:
                assert evidence.span is not None
                assert text[slice(*evidence.span)] == evidence.quote


@given(st.text(max_size=300))
def test_any_characters_are_read(text: str) -> None:
    """Whatever a file holds."""
    for query in read_queries(f"{text}\nPlease clarify “{text}”."):
        check_query(query)


def test_a_phrase_is_found_as_whole_words_across_line_breaks() -> None:
    """The longest phrase counts, a curly apostrophe is one, and a look-alike is passed over."""
    text = "isn\u2019t  it? Would you\nagree, wouldyou agree"
    assert [text[slice(*span)] for span in spans_of("lead", text)] == ["isn\u2019t  it", "Would you\nagree"]
    assert [*spans_of("payment", "Bill saw the bill.")] == [(13, 17)]


def test_every_query_rule_rests_on_the_practice_brief() -> None:
    """There is one standard for queries."""
    assert {rule.topic for rule in QUERY_RULES} == {"noncompliant_query"}
    assert {rule.cites for rule in QUERY_RULES} == {("query-practice-brief",)}
