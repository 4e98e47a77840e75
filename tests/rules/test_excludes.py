"""Excludes1 as the tabular list prints it: every pair that matters beside M99, both ways round, for all below."""

from collections.abc import Iterator

import pytest

from scribe.documents import parse
from scribe.rules import Chart, Claim
from scribe.rules.families.elsewhere import excluded_pair
from scribe.rules.views.matrix import regions_of
from scribe.schema import Encounter, Extraction
from scribe.terminology import code_set

CODES = code_set(None)

EXCLUDES1 = [
    # M43: recurrent dislocation, spondylolysis, slip, fusion
    ("M43.5", "M99", "M43.5"),
    ("M43.0", "M43.1", "M43.0"),
    ("M43.0", "Q76.2", "M43.0"),
    ("M43.1", "S33.1", "M43.1"),
    ("M43.1", "Q76.2", "M43.1"),
    ("M43.2", "M45.0", "M43.2"),
    ("M43.2", "Q76.4", "M43.2"),
    # M47, M48, M80: spondylosis and fractures
    ("M47.1", "M43.3", "M47.1"),
    ("M47.1", "M43.4", "M47.1"),
    ("M47.1", "M43.5", "M47.1"),
    ("M48.4", "S22.0", "M48.4"),
    ("M48.4", "S32.0", "M48.4"),
    ("M48.4", "M80", "M48.4"),
    ("M48.4", "M84.4", "M48.4"),
    ("M48.4", "M84.58", "M48.4"),
    ("M48.4", "M84.68", "M48.4"),
    ("M48.5", "S12", "M48.5"),
    ("M48.5", "S32", "M48.5"),
    ("M48.5", "M48.4", "M48.5"),
    ("M48.5", "M80", "M48.5"),
    ("M48.5", "M84.4", "M48.5"),
    ("M48.5", "M84.58", "M48.5"),
    ("M80", "M84.4", "M80"),
    # M50 to M54: discs, roots and pain
    ("M51.1", "M54.16", "M51.1"),
    ("M51.1", "M54.3", "M51.1"),
    ("M54.1", "M50.1", "M54.1"),
    ("M54.1", "M51.1", "M54.1"),
    ("M54.1", "M47.2", "M54.1"),
    ("M54.1", "M79.2", "M54.1"),
    ("M54.2", "M50", "M54.2"),
    ("M54.3", "M51.1", "M54.3"),
    ("M54.3", "M51.361", "M54.3"),
    ("M54.3", "M51.371", "M54.3"),
    ("M54.3", "M54.4", "M54.3"),
    ("M54.3", "G57.0", "M54.3"),
    ("M54.4", "M51.1", "M54.4"),
    ("M54.4", "M51.362", "M54.4"),
    ("M54.4", "M51.372", "M54.4"),
    ("M54.5", "M51.2", "M54.5"),
    ("M54.5", "M51.360", "M54.5"),
    ("M54.5", "M51.370", "M54.5"),
    ("M54.5", "M54.4", "M54.5"),
    ("M54.5", "S39.012", "M54.5"),
    ("M54.6", "M51", "M54.6"),
    ("M50", "M46.4", "M50-M54"),
    ("M51", "M46.4", "M50-M54"),
    ("M54", "M46.4", "M50-M54"),
    # G: roots, plexus, myelopathy, cauda equina
    ("G54", "M50", "G54"),
    ("G54", "M51", "G54"),
    ("G54", "M47", "G54"),
    ("G54", "M54.10", "G54"),
    ("G54", "M54.13", "G54"),
    ("G54", "M54.16", "G54"),
    ("G54", "M54.17", "G54"),
    ("G54", "M54.18", "G50-G59"),
    ("G55", "M45", "G55"),
    ("G55", "M46", "G55"),
    ("G55", "M48", "G55"),
    ("G55", "M47.0", "G55"),
    ("G55", "M47.2", "G55"),
    ("G55", "M50.1", "G55"),
    ("G55", "M51.1", "G55"),
    ("G55", "M53", "G55"),
    ("G55", "M54", "G55"),
    ("G83.4", "G95.89", "G83.4"),
    ("G83.4", "N31.9", "G83.4"),
    ("G99.2", "M47.0", "G99.2"),
    ("G99.2", "M47.1", "G99.2"),
    ("G99.2", "M50.0", "G99.2"),
    ("G99.2", "M51.0", "G99.2"),
    # injuries, tumours, pregnancy, muscle, headache
    ("S33", "M51", "S33"),
    ("C41.2", "C41.4", "C41.2"),
    ("O26.7", "O71.6", "O26.7"),
    ("M62", "M79.1", "M62"),
    ("G44", "R51.9", "G44"),
]
"""What stands where, what it excludes, and the entry at which the note is printed."""

TOGETHER = [
    ("M99.03", "M99.04"),
    ("M99.24", "M99.34"),
    ("M99.33", "M99.63"),
    ("M99.04", "M46.1"),
    ("M99.03", "M43.16"),
    ("M99.03", "M54.50"),
    ("M99.04", "M54.31"),
    ("M99.33", "M48.061"),
    ("M99.73", "M51.26"),
    ("M99.74", "M54.18"),
    ("M99.03", "S33.5XXA"),
    ("M99.03", "C41.2"),
    ("M99.44", "M96.1"),
    ("M99.03", "M62.830"),
    ("M54.31", "M51.26"),
    ("M54.31", "M51.360"),
    ("M54.31", "M51.370"),
    ("M54.41", "M51.361"),
    ("M54.41", "M51.27"),
    ("M54.50", "M51.16"),
    ("M54.50", "M51.361"),
    ("M54.50", "M51.362"),
    ("M54.50", "M51.369"),
    ("M54.50", "M47.816"),
    ("M54.16", "M51.26"),
    ("M54.16", "M47.816"),
    ("M54.16", "M43.16"),
    ("M54.2", "M47.812"),
    ("M47.26", "M43.5X6"),
    ("M47.816", "M48.061"),
    ("M51.27", "M53.3"),
    ("M51.26", "M50.20"),
    ("M43.26", "Z98.1"),
    ("M96.0", "M43.26"),
    ("M53.2X6", "M25.36"),
    ("G57.01", "M51.16"),
    ("G54.1", "M48.061"),
    ("G54.1", "M54.50"),
    ("G55", "M51.26"),
    ("G55", "M47.816"),
    ("G99.2", "M47.26"),
    ("G99.2", "M48.062"),
    ("G83.4", "M48.061"),
    ("G44.86", "M54.2"),
    ("S33.5XXA", "M54.50"),
]
"""Pairs that look as if they might exclude each other, and do not: Excludes2, another code, or no note."""


def below(code: str) -> Iterator[str]:
    """A code and all that stands below it."""
    yield code
    for child in CODES.children(code):
        yield from below(child.code)


def spread(code: str, most: int = 40) -> list[str]:
    """What stands at and below a code, the longest lists thinned out evenly."""
    entries = [*below(code)]
    return entries[:: len(entries) // most + 1]


def billable(code: str) -> list[str]:
    """The complete codes below a code, or itself."""
    return [each for each in below(code) if (known := CODES.find(each)) and known.billable]


def flagged(*codes: str) -> list[str]:
    """The messages of EL03 for some claimed codes."""
    claims = tuple(Claim(code, (), f"codes[{i}]", ()) for i, code in enumerate(codes))
    chart = Chart(parse("", "note"), Encounter(), Extraction(), (), claims, CODES)
    return [problem.message for problem in excluded_pair.check(chart)]


@pytest.mark.parametrize(("governed", "other", "at"), EXCLUDES1)
def test_note_holds_for_all_below_and_both_ways_round(governed: str, other: str, at: str) -> None:
    """An Excludes1 note keeps apart what it governs and what it names, and everything below either."""
    note = CODES.excluding(governed, other)
    assert note is not None
    assert note.kind == "excludes1"
    assert at in {note.at, *(mirrored.at for mirrored in [CODES.excluding(other, governed)] if mirrored)}
    children = [(one, two) for one in spread(governed) for two in spread(other)]
    assert [pair for pair in children if CODES.excluding(*pair) is None] == []
    assert [pair for pair in children if CODES.excluding(*pair[::-1]) is None] == []


@pytest.mark.parametrize(("governed", "other", "at"), EXCLUDES1)
def test_pair_of_complete_codes_is_flagged(governed: str, other: str, at: str) -> None:  # noqa: ARG001  # one list
    """A claim with both has an issue, in either order, unless their titles name different regions."""
    for one in (billable(governed)[0], billable(governed)[-1]):
        for two in (billable(other)[0], billable(other)[-1]):
            here, there = (regions_of(known.title) for known in (CODES.find(one), CODES.find(two)) if known)
            of_two_regions = here and there and not {*here} & {*there} and "M99" not in other
            for pair in ((one, two), (two, one)):
                assert len(flagged(*pair)) == (0 if of_two_regions else 1), pair


@pytest.mark.parametrize(("one", "two"), TOGETHER)
def test_pair_without_such_a_note_passes(one: str, two: str) -> None:
    """Excludes2, a neighbour's note or no note keeps nothing apart."""
    assert CODES.find(one)
    assert CODES.find(two)
    assert CODES.excluding(one, two) is None
    assert flagged(one, two) == flagged(two, one) == []


def test_every_code_of_m99_is_excluded_by_recurrent_dislocation() -> None:
    """The one Excludes1 note that points at M99 holds for its 91 complete codes, whatever their region."""
    lesions = billable("M99")
    assert len(lesions) == 91
    assert [code for code in lesions if len(flagged("M43.5X2", code)) != 1] == []


def test_no_other_note_of_the_list_excludes_m99() -> None:
    """M43.5 is alone: no other entry of chapter 13 keeps M99 away."""
    categories = [f"M{number:02}" for number in range(100)]
    entries = [each for category in categories if CODES.find(category) for each in below(category)]
    found = {entry for entry in entries if entry[:3] != "M99" and CODES.excluding(entry, "M99.03")}
    assert found == {*below("M43.5")}
