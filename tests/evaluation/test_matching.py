"""Matching: which label and which finding belong together, and why the others do not."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.evaluation.dataset import Group, label_fields
from scribe.evaluation.matching import DETAIL, PLACE, WHAT, Matching, key, match_group, overlap, same_place
from scribe.schema import (
    Assertion,
    Care,
    Evidence,
    Finding,
    Function,
    Laterality,
    Lesion,
    LesionKind,
    Neuro,
    Region,
    Span,
    Tart,
)

TEXT = "L4 restricted left. L5 restricted right. Sacrum restricted. " + "x" * 60 + " Neck tender."
L4, L5, SACRUM, NECK = (0, 18), (20, 39), (41, 58), (121, 132)


def test_the_places_of_the_examples() -> None:
    """The spans used below hold what their names say."""
    assert [TEXT[slice(*span)] for span in (L4, L5, SACRUM, NECK)] == [
        "L4 restricted left",
        "L5 restricted right",
        "Sacrum restricted",
        "Neck tender",
    ]


def quoted(*spans: Span) -> tuple[Evidence, ...]:
    """Quote the text, with places."""
    return tuple(Evidence(quote=TEXT[slice(*span)], span=span, match="exact") for span in spans)


def lesion(  # noqa: PLR0913  # the fields of a lesion
    region: Region | None,
    side: Laterality | None = None,
    at: Span = L4,
    *,
    kind: LesionKind = "somatic_dysfunction",
    segments: tuple[str, ...] = (),
    assertion: Assertion = "present",
) -> Lesion:
    """Write a lesion in one line."""
    return Lesion(
        kind=kind, region=region, laterality=side, segments=segments, assertion=assertion, evidence=quoted(at)
    )


def paired(group: Group, labels: list[Finding], findings: list[Finding]) -> list[tuple[int, int, str]]:
    """Match, and say who is paired with whom, and how alike they are."""
    pairs = match_group(group, labels, findings, TEXT).pairs
    return [(pair.label_at, pair.finding_at, pair.degree) for pair in pairs]


@pytest.mark.parametrize(
    ("finding", "pairs", "differing"),
    [
        (lesion("lumbar", "left", segments=("L4",)), [(0, 0, "exact")], ()),
        (lesion("lumbar", "left", NECK, segments=("L4",)), [(0, 0, "exact")], ()),
        (lesion("lumbar", "right", NECK, segments=("L5",)), [(0, 0, "core")], ("segments", "laterality")),
        # the same region, other words; another region, the same words; another region within 40 characters
        (lesion("lumbar", "left", NECK, assertion="absent"), [(0, 0, "relaxed")], ("segments", "assertion")),
        (lesion("sacral", "left", segments=("L4",)), [(0, 0, "relaxed")], ("region",)),
        (lesion("sacral", "left", SACRUM, segments=("L4",)), [(0, 0, "relaxed")], ("region",)),
        # another region far away, and another kind in the same words
        (lesion("sacral", "left", NECK, segments=("L4",)), [], None),
        (lesion("lumbar", "left", segments=("L4",), kind="canal_stenosis"), [], None),
    ],
)
def test_degrees(finding: Lesion, pairs: list[tuple[int, int, str]], differing: tuple[str, ...] | None) -> None:
    """A label of L4 on the left is paired by its key, its core, its place or its words, with what differs."""
    matching = match_group("lesions", [lesion("lumbar", "left", segments=("L4",))], [finding], TEXT)
    assert [(pair.label_at, pair.finding_at, pair.degree) for pair in matching.pairs] == pairs
    assert [pair.differing for pair in matching.pairs] == ([] if differing is None else [differing])
    assert (len(matching.missed), len(matching.spurious)) == (1 - len(pairs), 1 - len(pairs))


@pytest.mark.parametrize(("gap", "is_near"), [(40, True), (41, False)])
def test_near_is_40_characters(gap: int, *, is_near: bool) -> None:
    """Quotes 40 characters apart are near, 41 are not."""
    text = "numb" + " " * gap + "left"
    label = Neuro(kind="sensory_deficit", evidence=(Evidence(quote="numb"),))
    finding = Neuro(
        kind="sensory_deficit", assertion="absent", evidence=(Evidence(quote="left", span=(4 + gap, 8 + gap)),)
    )
    assert bool(match_group("neuro", [label], [finding], text).pairs) == is_near


def test_a_quote_without_a_place_is_near_nothing() -> None:
    """A finding whose quote the text does not hold is paired by its fields alone."""
    label = lesion(None)
    unplaced = (Evidence(quote=TEXT[slice(*L4)]),)
    finding = lesion("lumbar").model_copy(update={"evidence": unplaced})
    assert match_group("lesions", [label], [finding], TEXT).pairs == ()
    pair = match_group("lesions", [lesion("lumbar", "left")], [finding], TEXT).pairs[0]
    assert (pair.degree, pair.finding_spans) == ("core", ())


def test_exact_before_core_before_relaxed() -> None:
    """Greedy in the order of the lists, the first label would take the exact finding of the second."""
    labels: list[Finding] = [lesion("lumbar"), lesion("lumbar", "left"), lesion("lumbar", "left", assertion="absent")]
    findings: list[Finding] = [lesion("lumbar", "left"), lesion("lumbar", "right")]
    assert paired("lesions", labels, findings) == [(0, 1, "core"), (1, 0, "exact")]


def test_more_pairs_before_closer_ones() -> None:
    """Label 0 is alike to both findings, label 1 to the first alone: both are paired, though 0 with 0 is closer."""
    labels: list[Finding] = [lesion("lumbar", "left", L4), lesion("sacral", "right", L4, assertion="possible")]
    findings: list[Finding] = [lesion("cervical", "left", L4), lesion("lumbar", "right", NECK, assertion="absent")]
    assert paired("lesions", labels[:1], findings) == [(0, 0, "relaxed")]
    assert paired("lesions", labels, findings) == [(0, 1, "relaxed"), (1, 0, "relaxed")]


def test_a_bridge_is_not_taken_greedily() -> None:
    """One finding quotes two labels, another only the first: taken in order, one would be left unpaired."""
    labels: list[Finding] = [
        Tart(component="restriction", region="lumbar", evidence=quoted(L4)),
        Tart(component="restriction", region="sacral", evidence=quoted(NECK)),
    ]
    findings: list[Finding] = [
        Tart(component="restriction", assertion="absent", evidence=quoted(L4, NECK)),
        Tart(component="restriction", assertion="possible", evidence=quoted(L4)),
    ]
    assert paired("tart", labels, findings) == [(0, 1, "relaxed"), (1, 0, "relaxed")]


def test_exact_before_closer_ones() -> None:
    """Label 2 and a label of 0 and 1 could be two core pairs in the very words: the exact pair is still taken."""
    twin, other = lesion("lumbar", "left", L4), lesion("lumbar", "right", NECK)
    findings: list[Finding] = [lesion("lumbar", "left", NECK), lesion("lumbar", "right", L4, segments=("L5",))]
    pairs = paired("lesions", [twin, twin, other], findings)
    assert sorted((finding, degree) for _, finding, degree in pairs) == [(0, "exact"), (1, "core")]


def test_closest_by_side() -> None:
    """Of two findings that differ in one field, the one with the side of the label is taken, though it comes later."""
    findings: list[Finding] = [lesion("sacral", None, L4), lesion("sacral", "left", L5, segments=("S1",))]
    assert paired("lesions", [lesion("sacral", "left", NECK)], findings) == [(0, 1, "core")]


def test_closest_by_words() -> None:
    """Of two findings that differ in one field, the one in the words of the label is taken, though it comes later."""
    findings: list[Finding] = [lesion("lumbar", "left", L4), lesion("lumbar", "left", NECK)]
    assert paired("lesions", [lesion("lumbar", "right", NECK)], findings) == [(0, 1, "core")]


def test_ties_are_settled_in_the_order_of_the_text() -> None:
    """Two labels and two findings that nothing tells apart are paired by their places, whatever the lists."""
    labels: list[Finding] = [lesion("lumbar", "left", L5), lesion("lumbar", "left", L4)]
    findings: list[Finding] = [lesion("lumbar", "right", SACRUM), lesion("lumbar", "right", NECK)]
    assert paired("lesions", labels, findings) == [(0, 1, "core"), (1, 0, "core")]


def test_two_equal_labels_take_two_equal_findings() -> None:
    """Neither finding stands for both."""
    assert paired("lesions", [lesion("sacral")] * 2, [lesion("sacral")] * 2) == [(0, 0, "exact"), (1, 1, "exact")]


def test_equal_findings_are_paired_once_each() -> None:
    """Two equal labels and three equal findings make two pairs; the third differs from its nearest in nothing."""
    matching = match_group("lesions", [lesion("sacral")] * 2, [lesion("sacral")] * 3, TEXT)
    assert [pair.degree for pair in matching.pairs] == ["exact", "exact"]
    assert [(one.at, one.nearest is not None, one.differing) for one in matching.spurious] == [(2, True, ())]


def test_why_one_is_unpaired() -> None:
    """The nearest of the other side is of the same kind, or stands in the same words; else there is none."""
    label = lesion("lumbar", "left", L4)
    elsewhere = lesion("sacral", "right", NECK)
    stenosis = lesion("lumbar", "left", L4, kind="canal_stenosis")
    stranger = lesion("pelvic", None, SACRUM, kind="subluxation_complex")

    def why(*findings: Lesion) -> tuple[Finding | None, tuple[str, ...]]:
        (missed,) = match_group("lesions", [label], findings, TEXT).missed
        return missed.nearest, missed.differing

    assert why(elsewhere) == (elsewhere, ("region", "laterality"))
    assert why(elsewhere, stenosis) == (stenosis, ("kind",))
    assert why(stranger) == (None, ())
    (spurious,) = match_group("lesions", [label], [stranger], TEXT).spurious
    assert (spurious.finding, spurious.at, spurious.nearest) == (stranger, 0, None)


def test_a_label_stands_wherever_the_text_has_its_quote() -> None:
    """Of several places of a label's quote, the one nearest to the finding's counts."""
    text = "tender. " + "x" * 80 + " tender."
    label = Tart(component="tenderness", region="lumbar", evidence=(Evidence(quote="tender"),))
    finding = Tart(component="tenderness", region="sacral", evidence=(Evidence(quote="tender", span=(89, 95)),))
    (pair,) = match_group("tart", [label], [finding], text).pairs
    assert (pair.label_spans, pair.finding_spans) == (((89, 95),), ((89, 95),))


@pytest.mark.parametrize(
    ("group", "one", "other", "expected"),
    [
        ("lesions", lesion("lumbar"), lesion("lumbar"), True),
        ("lesions", lesion("lumbar"), lesion("sacral"), False),
        ("lesions", lesion(None), lesion(None), False),
        (
            "neuro",
            Neuro(kind="gait", roots=("L5", "S1"), evidence=()),
            Neuro(kind="gait", roots=("S1",), evidence=()),
            True,
        ),
        (
            "neuro",
            Neuro(kind="gait", roots=("L5",), evidence=()),
            Neuro(kind="gait", roots=("S1",), evidence=()),
            False,
        ),
        ("neuro", Neuro(kind="gait", evidence=()), Neuro(kind="gait", evidence=()), False),
        (
            "care",
            Care(kind="other", timing="today", regions=("head", "lumbar"), evidence=()),
            Care(kind="other", timing="prior", regions=("lumbar",), evidence=()),
            True,
        ),
        ("function", Function(kind="sleep", evidence=()), Function(kind="sleep", evidence=()), False),
    ],
)
def test_same_place(group: Group, one: Finding, other: Finding, *, expected: bool) -> None:
    """A region is the same where it is equal and said; regions and roots where both name one."""
    assert same_place(group, one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ([(0, 4)], [(2, 6)], 2 / 6),
        ([(0, 4), (2, 6)], [(0, 6)], 1.0),  # a character that two spans cover counts once
        ([(0, 2), (4, 6)], [(0, 6)], 4 / 6),
        ([(0, 2)], [(2, 4)], 0.0),
        ([], [(0, 2)], 0.0),
        ([], [], 0.0),
    ],
)
def test_overlap(one: list[Span], other: list[Span], share: float) -> None:
    """Shared characters ÷ all of both."""
    assert overlap(one, other) == overlap(other, one) == share


def test_every_group_says_what_and_where() -> None:
    """The field that says what a finding is, and where, is one of its group."""
    assert all(field in label_fields(group) for group, field in (*WHAT.items(), *PLACE.items()))


lesions = st.lists(
    st.builds(
        lesion,
        st.sampled_from([None, "lumbar", "sacral"]),
        st.sampled_from([None, "left", "right"]),
        st.sampled_from([L4, L5, NECK]),
        kind=st.sampled_from(["somatic_dysfunction", "canal_stenosis"]),
        segments=st.sampled_from([(), ("L4",), ("L5",)]),
        assertion=st.sampled_from(["present", "absent"]),
    ),
    max_size=7,
)


@given(lesions, lesions)
def test_exact_and_core_pairs_are_as_many_as_can_be(labels: list[Lesion], findings: list[Lesion]) -> None:
    """Equal keys can at most be paired as often as both sides have them: the intersection of two multisets."""
    degrees = Counter(pair.degree for pair in match_group("lesions", labels, findings, TEXT).pairs)
    fields = label_fields("lesions")
    for names, count in (
        (fields, degrees["exact"]),
        ([name for name in fields if name not in DETAIL], degrees["exact"] + degrees["core"]),
    ):
        both = [Counter(key(one, names) for one in side) for side in (labels, findings)]
        assert count == (both[0] & both[1]).total()


@given(lesions.filter(lambda some: len(some) < 5), lesions.filter(lambda some: len(some) < 5))
def test_no_assignment_is_better(labels: list[Lesion], findings: list[Lesion]) -> None:
    """Tried one by one, no assignment has more exact pairs, or as many and more core pairs, or more pairs."""

    def degree(label: Lesion, finding: Lesion) -> str | None:
        pairs = match_group("lesions", [label], [finding], TEXT).pairs
        return pairs[0].degree if pairs else None

    def rank(degrees: list[str | None]) -> tuple[int, int, int]:
        counts = Counter(degrees)
        return counts["exact"], counts["core"], counts["relaxed"]

    few, many = sorted((labels, findings), key=len)
    best = max(rank([degree(*pair) for pair in zip(few, order, strict=True)]) for order in permutations(many, len(few)))
    assert rank([pair.degree for pair in match_group("lesions", labels, findings, TEXT).pairs]) == best


@given(lesions, lesions, st.randoms(use_true_random=False))
def test_the_order_of_the_lists_does_not_matter(labels: list[Lesion], findings: list[Lesion], chance: object) -> None:
    """Shuffled, the same are paired with the same."""

    def said(matching: Matching) -> Counter[tuple[Finding, Finding, str]]:
        return Counter((pair.label, pair.finding, pair.degree) for pair in matching.pairs)

    def shuffled(some: list[Lesion]) -> list[Lesion]:
        order = [*some]
        chance.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a Random
        return order

    before = said(match_group("lesions", labels, findings, TEXT))
    assert said(match_group("lesions", shuffled(labels), shuffled(findings), TEXT)) == before
