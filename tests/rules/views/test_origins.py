"""Where findings come from: of several quotes, all have to come from there."""

from scribe.documents import parse
from scribe.rules import Chart, Claim
from scribe.rules.views.origins import copied, from_others
from scribe.schema import Encounter, Evidence, Extraction, Lesion, Span, Speaker
from scribe.terminology import code_set

TEXT = """\
Exam (carried forward):
Lumbar dysfunction

L4 dysfunction is found."""


def span_of(words: str) -> Span | None:
    """Where words stand in the text."""
    at = TEXT.find(words)
    return None if at < 0 else (at, at + len(words))


def chart_of(*quotes: tuple[str, Speaker | None]) -> Chart:
    """A lumbar dysfunction with these quotes, and its code claimed."""
    evidence = tuple(Evidence(quote=words, span=span_of(words), speaker=speaker) for words, speaker in quotes)
    lesion = Lesion(kind="somatic_dysfunction", region="lumbar", evidence=evidence)
    claims = (Claim("M99.03", (), "codes[0]", ()),)
    return Chart(parse(TEXT, "note"), Encounter(), Extraction(lesions=(lesion,)), (), claims, code_set(None))


def test_one_quote_of_today_makes_a_finding_current() -> None:
    """A finding stands in copied text only where all its quotes do; one that is not in the text tells nothing."""
    assert [at for _, inside in copied(chart_of(("Lumbar dysfunction", None), ("not there", None))) for at, _ in inside]
    assert not list(copied(chart_of(("Lumbar dysfunction", None), ("L4 dysfunction", None))))


def test_one_quote_of_the_clinician_makes_a_diagnosis() -> None:
    """Patient and relative may say the same; the clinician who says it too makes it the diagnosis."""
    assert [at for at, _ in from_others(chart_of(("Lumbar dysfunction", "patient"), ("L4 dysfunction", "other")))] == [
        "extraction.lesions[0]"
    ]
    assert not list(from_others(chart_of(("Lumbar dysfunction", "patient"), ("L4 dysfunction", "clinician"))))
