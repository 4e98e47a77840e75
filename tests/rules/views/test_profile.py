"""The profile of a chart: by payer, by discipline, by the manipulation claimed or recorded."""

import pytest

from scribe.documents import parse
from scribe.rules import Chart, collect_claims
from scribe.rules.tables import Profile, thresholds
from scribe.rules.views.profile import profile
from scribe.schema import Care, Discipline, Encounter, Evidence, Extraction, Payer
from scribe.terminology import code_set
from scribe.terminology.lesions import MEDICARE_DYSFUNCTIONS

TEXT = "L4 treated"


def chart(payer: Payer | None, discipline: Discipline | None, *codes: str, treated: bool) -> Chart:
    """A visit with these codes, in which a lumbar region was manipulated or not."""
    quote = Evidence(quote=TEXT, span=(0, len(TEXT)), match="exact")
    care = Care(kind="manipulation", timing="today", regions=("lumbar",), evidence=(quote,))
    document, extraction = parse(TEXT, "note"), Extraction(care=(care,) if treated else ())
    claims = collect_claims(document, extraction, codes)
    return Chart(document, Encounter(payer=payer, discipline=discipline), extraction, (), claims, code_set(None))


@pytest.mark.parametrize(
    ("payer", "discipline", "codes", "treated", "expected"),
    [
        ("medicare", "chiropractic", (), True, "medicare_cmt"),
        ("medicare", "chiropractic", (), False, "general"),
        ("medicare", None, ("98941-AT",), False, "medicare_cmt"),
        ("medicare", "medical", ("98940",), False, "medicare_cmt"),
        ("medicare", None, (), True, "general"),
        ("medicare", "osteopathic", (), True, "omt"),
        ("medicare", "chiropractic", ("98926",), True, "omt"),
        ("medicare", "chiropractic", ("98943",), True, "medicare_cmt"),
        ("other", "chiropractic", ("98941",), True, "general"),
        (None, "chiropractic", (), True, "general"),
        (None, "osteopathic", (), True, "omt"),
        (None, "osteopathic", (), False, "general"),
        (None, None, ("98925",), False, "omt"),
        ("other", "osteopathic", ("98940",), True, "general"),
        ("medicare", "osteopathic", ("98940",), True, "medicare_cmt"),
        ("medicare", "physical_therapy", ("97140",), True, "general"),
    ],
)
def test_profile_follows_payer_discipline_and_manipulation(
    *, payer: Payer | None, discipline: Discipline | None, codes: tuple[str, ...], treated: bool, expected: Profile
) -> None:
    """A manipulation code tells the field; without one, a manipulation of today is that of the clinician's own."""
    assert profile(chart(payer, discipline, *codes, treated=treated)) == expected


def test_every_profile_has_its_measure() -> None:
    """Each profile looks for two findings, Medicare for a certain one of them; one accepts fewer."""
    measures = {name: (it.components, it.one_of, it.accepted) for name, it in thresholds().items()}
    assert measures == {
        "general": (2, (), 2),
        "medicare_cmt": (2, ("asymmetry", "restriction"), 2),
        "omt": (2, (), 1),
    }


def test_dysfunctions_of_medicare_are_those_from_head_to_pelvis() -> None:
    """M99.00 to M99.05, and no limb, rib or abdomen."""
    assert sorted(MEDICARE_DYSFUNCTIONS) == ["M99.00", "M99.01", "M99.02", "M99.03", "M99.04", "M99.05"]
