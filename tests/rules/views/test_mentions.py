"""What the text says besides its findings, and when it does not hold for the patient now."""

import pytest

from scribe.documents import parse
from scribe.rules import Chart
from scribe.rules.tables import mention_words
from scribe.rules.views.mentions import affirmed, mentions, says
from scribe.schema import Encounter, Extraction, Kind
from scribe.terminology import code_set


def chart_of(text: str, kind: Kind = "note") -> Chart:
    """A chart of which nothing but the text is known."""
    return Chart(parse(text, kind), Encounter(), Extraction(), (), (), code_set(None))


@pytest.mark.parametrize(
    "text",
    [
        "She is on warfarin.",
        "WARFARIN 5 mg daily",
        "No bleeding; warfarin for two years",
        "Denied by the insurer before but now on warfarin",
        "warfarin; bleeding denied",
        "warfarin, neglected checks",
        "History of clots, on warfarin",
        "Anticoagulated for a clot",
        "Takes a blood\nthinner",
        "Takes a blood\tthinner",
        "Takes a blood\rthinner",
        "\u0130" * 20 + " warfarin. Is she well? Yes.",
    ],
)
def test_a_mention_holds(text: str) -> None:
    """A subject is stated whatever the case, the white space, and what is denied in another clause."""
    (found,) = affirmed(chart_of(text), "anticoagulation")
    assert found.span is not None
    assert text[slice(*found.span)] == found.quote


@pytest.mark.parametrize(
    "text",
    [
        "Not on warfarin; smokes",
        "Denies clots, warfarin, bleeding",
        "On warfarin?",
        "If warfarin is started, stop",
        "Warfarin: no",
        "Warfarin (-)",
        "warfarin and the like denied",
        "Warfarin unlikely",
        "[ ] warfarin",
        "Her husband takes warfarin",
        "Previously warfarin",
        "FH: warfarin, stroke",
        "Return precautions: warfarin and falls",
        "warfarins",
        "a blood-thinner",
    ],
)
def test_a_mention_does_not_hold(text: str) -> None:
    """Denied, asked, conditional, unticked, another person's, past, of a section aside, or another word."""
    assert affirmed(chart_of(text), "anticoagulation") == ()


def test_a_mention_in_a_dialogue_holds() -> None:
    """What is said stands in no section."""
    (found,) = affirmed(chart_of("Doctor: Any pills?\nPatient: I take warfarin.", "transcript"), "anticoagulation")
    assert found.quote == "I take warfarin."


def test_two_mentions_in_one_clause_are_one_statement() -> None:
    """A clause is quoted once, however often it names a subject."""
    chart = chart_of("On warfarin, an anticoagulant; apixaban before.")
    assert [chart.document.text[slice(*place)] for place in mentions(chart, "anticoagulation")] == [
        "warfarin",
        "anticoagulant",
        "apixaban",
    ]
    assert [found.quote for found in affirmed(chart, "anticoagulation")] == [
        "On warfarin, an anticoagulant",
        "apixaban before.",
    ]


def test_an_apostrophe_may_be_curved() -> None:
    """Word processors bend it."""
    assert len(affirmed(chart_of("I\u2019m pregnant."), "pregnancy")) == 1


@pytest.mark.parametrize("subject", mention_words())
def test_words_are_found_as_they_stand_in_the_table(subject: str) -> None:
    """Every row is in lower case, and found in capitals and between brackets."""
    for words in mention_words()[subject]:
        assert words == words.lower()
        assert says(f"({words.removesuffix('*').upper()})", subject)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("fever [ ]Y [x]N", False),
        ("Fever [x] no [ ] yes | cough [x] yes", False),
        ("fever Y [ ] N [x]", False),
        ("fever Y/(N)", False),
        ("fever N / cough Y", False),
        ("fever: N", False),
        ("cough yes, fever no", False),
        ("fever [-]", False),
        ("\u00f8 fever", False),
        ("\u2610 fever \u2611 cough", False),
        ("fever [x]Y [ ]N", True),
        ("fever Y / cough N", True),
        ("fever: Y", True),
        ("fever n/v since Monday", True),
    ],
)
def test_answers_of_a_template(text: str, *, holds: bool) -> None:
    """A box, a letter or a sign behind a subject answers for it alone."""
    assert bool(affirmed(chart_of(text), "fever")) is holds
