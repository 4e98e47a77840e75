"""Metrics of findings: each one computed by hand."""

from collections.abc import Callable

import pytest
from sklearn.metrics import confusion_matrix

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics import METRICS, Counts, Share, Tally
from scribe.evaluation.metrics.findings import confusions, kinds_of, regions
from scribe.schema import (
    Assertion,
    Care,
    CareKind,
    Evidence,
    Extraction,
    Function,
    Laterality,
    Lesion,
    LesionKind,
    Region,
    StatedCode,
    Tart,
)

Match = Callable[..., Matched]

QUOTE = (Evidence(quote="L4"),)


def measure(key: str, matched: Matched) -> Tally | None:
    """Measure by the key of a metric."""
    return next(metric for metric in METRICS if metric.key == key).measure(matched)


def lesion(
    region: Region,
    side: Laterality | None = None,
    segments: tuple[str, ...] = (),
    assertion: Assertion = "present",
    kind: LesionKind = "somatic_dysfunction",
) -> Lesion:
    """Write a lesion in one line."""
    return Lesion(kind=kind, region=region, laterality=side, segments=segments, assertion=assertion, evidence=QUOTE)


def care(kind: CareKind, *regions: Region) -> Care:
    """Write today's care in one line."""
    return Care(kind=kind, timing="today", regions=regions, evidence=QUOTE)


@pytest.fixture
def four(matched: Match) -> Matched:
    """One finding agrees in all fields; one differs in side, one in segments, one in assertion; two belong nowhere."""
    labels = (
        lesion("head", "left", ("OA",)),
        lesion("cervical", "left", ("C2",)),
        lesion("lumbar", "left", ("L4",)),
        lesion("sacral", "left"),
        lesion("pelvic"),
    )
    findings = (
        lesion("head", "left", ("OA",)),
        lesion("cervical", "right", ("C2",)),
        lesion("lumbar", "left", ("L5",)),
        lesion("sacral", "left", assertion="absent"),
        lesion("thoracic", kind="canal_stenosis"),
    )
    return matched(Extraction(lesions=labels), Extraction(lesions=findings))


@pytest.mark.parametrize(
    ("key", "tally"),
    [
        # head
        ("lesions.exact", Counts(1, 4, 4)),
        # and cervical and lumbar
        ("lesions.core", Counts(3, 2, 2)),
        # and the sacrum; the pelvis and the stenosis are of two kinds
        ("lesions.relaxed", Counts(4, 1, 1)),
        # of the four pairs
        ("lesions.side_agrees", Share(3, 4)),
        ("lesions.segments_agree", Share(3, 4)),
        ("lesions.assertion_agrees", Share(3, 4)),
        ("lesions.region_agrees", Share(4, 4)),
        ("lesions.mechanisms_agree", Share(4, 4)),
        # five dysfunctions against four and a stenosis
        ("lesions.type_facet", Counts(4, 1, 1)),
        # all regions but pelvis and thorax
        ("lesions.region_facet", Counts(4, 1, 1)),
        ("findings.exact", Counts(1, 4, 4)),
        ("tart.exact", Counts(0, 0, 0)),
        ("tart.side_agrees", Share(0, 0)),
    ],
)
def test_lesions(key: str, tally: Tally, four: Matched) -> None:
    """Degrees of likeness, fields of pairs, and facets."""
    assert measure(key, four) == tally


def test_a_facet_is_a_multiset(matched: Match) -> None:
    """Two lumbar labels and one lumbar finding agree once, whatever else they say."""
    labels = Extraction(lesions=(lesion("lumbar", "left"), lesion("lumbar", "right")))
    findings = Extraction(lesions=(lesion("lumbar", kind="canal_stenosis"), lesion("sacral")))
    assert measure("lesions.region_facet", matched(labels, findings)) == Counts(1, 1, 1)
    assert measure("lesions.type_facet", matched(labels, findings)) == Counts(1, 1, 1)


def test_lists_compare_as_sets(matched: Match) -> None:
    """The order and the repetition of regions do not matter; their number does."""
    labels = Extraction(care=(care("manipulation", "sacral", "lumbar"), care("massage", "cervical")))
    findings = Extraction(
        care=(care("manipulation", "lumbar", "sacral", "lumbar"), care("massage", "cervical", "head"))
    )
    both = matched(labels, findings)
    assert measure("care.exact", both) == Counts(hits=1, spurious=1, missed=1)
    assert measure("care.relaxed", both) == Counts(hits=2, spurious=0, missed=0)
    assert measure("care.regions_agree", both) == Share(1, 2)


def test_pairs_of_one_core_agree_on_the_side(matched: Match) -> None:
    """Left and right against right, none and left: both pairs agree."""
    labels = Extraction(lesions=(lesion("sacral", "left"), lesion("sacral", "right")))
    findings = Extraction(lesions=(lesion("sacral", "right"), lesion("sacral"), lesion("sacral", "left", ("S1",))))
    assert measure("lesions.side_agrees", matched(labels, findings)) == Share(2, 2)


def test_findings_sum_their_groups(matched: Match) -> None:
    """Over all groups, a finding is compared within its own; groups without a side stay out of its share."""
    boggy = Tart(component="tissue_texture", region="sacral", laterality="left", evidence=QUOTE)
    sleep = Function(kind="sleep", evidence=QUOTE)
    stated = StatedCode(code="M99.04", evidence=QUOTE)
    both = matched(
        Extraction(lesions=(lesion("sacral", "left"),), tart=(boggy,), function=(sleep,)),
        Extraction(lesions=(lesion("sacral", "right"),), tart=(boggy,), function=(sleep,), stated_codes=(stated,)),
    )
    assert measure("findings.exact", both) == Counts(hits=2, spurious=2, missed=1)
    assert measure("findings.core", both) == Counts(hits=3, spurious=1, missed=0)
    assert measure("findings.side_agrees", both) == Share(1, 2)
    assert measure("findings.region_agrees", both) == Share(2, 2)


def test_a_finding_of_another_group_is_no_match(matched: Match) -> None:
    """Equal fields in two groups do not meet."""
    labels = Extraction(function=(Function(kind="gait", evidence=QUOTE),))
    findings = Extraction(stated_codes=(StatedCode(code="gait", evidence=QUOTE),))
    assert measure("findings.relaxed", matched(labels, findings)) == Counts(hits=0, spurious=1, missed=1)


def test_by_kind_and_region(four: Matched) -> None:
    """Of the dysfunctions one of five is exact, the stenosis is spurious; each region is counted by itself."""
    assert kinds_of("lesions")(four) == {"canal_stenosis": Counts(0, 1, 0), "somatic_dysfunction": Counts(1, 3, 4)}
    counted = regions(four)
    assert counted["head"] == Counts(1, 0, 0)
    assert counted["cervical"] == Counts(0, 1, 1)
    assert counted["thoracic"] == Counts(0, 1, 0)
    assert counted["pelvic"] == Counts(0, 0, 1)


def test_confusion_of_pairs(four: Matched) -> None:
    """Of four pairs, one left was read as right and one present as absent; all groups and lesions are the same here."""
    counted = confusions(four)
    assert counted["laterality"] == counted["lesions.laterality"] == {"left": {"left": 3, "right": 1}}
    assert counted["assertion"] == {"present": {"present": 3, "absent": 1}}
    assert counted["tart.assertion"] == {}


def test_nothing_said_is_a_value(matched: Match) -> None:
    """A side that is not said shows as none."""
    counted = confusions(matched(Extraction(lesions=(lesion("head"),)), Extraction(lesions=(lesion("head", "right"),))))
    assert counted["laterality"] == {"none": {"right": 1}}


def test_scikit_learn_agrees_on_confusion(four: Matched) -> None:
    """The confusion of sides is the matrix that scikit-learn makes of the sides of the pairs."""
    sides = ["left", "right", "none"]
    pairs = [(pair.label, pair.finding) for pair in four.groups["lesions"].pairs]
    labelled, reported = ([one.laterality or "none" for one in side] for side in zip(*pairs, strict=True))
    counted = confusions(four)["laterality"]
    assert [[counted.get(row, {}).get(column, 0) for column in sides] for row in sides] == confusion_matrix(
        labelled, reported, labels=sides
    ).tolist()
