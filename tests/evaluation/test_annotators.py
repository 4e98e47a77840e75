"""Agreement of two annotators: kappa, alpha, what both found and in which words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from scribe.errors import InputError
from scribe.evaluation.annotators import (
    Agreement,
    FieldAgreement,
    SpanAgreement,
    Unit,
    _alphas,
    _kappas,
    _sums,
    agreement,
    cohen_kappa,
    krippendorff_alpha,
)
from scribe.evaluation.cli import run
from scribe.evaluation.commands.agreement import table
from scribe.evaluation.dataset import GROUPS, Case, label_fields

TEXT = "L4 restricted left. L5 restricted right. Central canal stenosis at L3-4. Sleep is poor."
Label = dict[str, Any]


def units(counts: dict[tuple[str, str], int]) -> list[Unit]:
    """Make so many units of each pair of values, each in a case of its own."""
    pairs = [pair for pair, count in counts.items() for _ in range(count)]
    return [Unit(f"case-{i}", *pair) for i, pair in enumerate(pairs)]


TEXTBOOK = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
"""They agree in 35 of 50; by chance in (25 · 30 + 25 · 20) ÷ 50² = half of them."""


def test_kappa_by_hand() -> None:
    """κ = (0.7 - 0.5) ÷ (1 - 0.5)."""
    assert cohen_kappa(units(TEXTBOOK)) == pytest.approx(0.4)


def test_alpha_by_hand() -> None:
    """Of 100 values 55 are yes: chance is (55 · 54 + 45 · 44) ÷ (100 · 99) = 0.5 too, so alpha is 0.4."""
    assert krippendorff_alpha(units(TEXTBOOK)) == pytest.approx(0.4)


def test_one_value_only_is_no_agreement() -> None:
    """Where nothing could differ, chance explains all: the figure is undefined, neither 0 nor 1."""
    same = units({("left", "left"): 9})
    assert cohen_kappa(same) is krippendorff_alpha(same) is None
    assert cohen_kappa([]) is krippendorff_alpha([]) is None


def test_perfect_agreement_on_two_values() -> None:
    """Both figures are 1."""
    both = units({("left", "left"): 3, ("right", "right"): 2})
    assert (cohen_kappa(both), krippendorff_alpha(both)) == (1, 1)


values = st.sampled_from(["none", "left", "right", "midline"])
many_units = st.lists(st.builds(Unit, st.sampled_from(["a", "b", "c"]), values, values), min_size=2, max_size=40)


@given(many_units)
def test_resampled_figures_are_those_of_the_libraries(held: list[Unit]) -> None:
    """The figures that intervals are made of equal scikit-learn's and krippendorff's on the same units."""
    totals = np.asarray(_sums(held), dtype=float).sum(axis=0)
    said = sorted({value for unit in held for value in unit[1:]})
    if len(said) < 2:
        assert np.isnan(_kappas(totals))
        return
    firsts, seconds = ([said.index(unit[at]) for unit in held] for at in (1, 2))
    assert _kappas(totals) == pytest.approx(cohen_kappa_score(firsts, seconds))
    alpha = krippendorff.alpha(reliability_data=[firsts, seconds], level_of_measurement="nominal")
    assert _alphas(totals) == pytest.approx(alpha)


def restriction(region: str | None, side: str | None, quote: str) -> Label:
    """Write a label of restricted motion."""
    return {"component": "restriction", "region": region, "laterality": side, "assertion": "present", "quote": quote}


def stenosis(kind: str, quote: str) -> Label:
    """Write a label of a narrowing."""
    return {
        "kind": kind,
        "region": "lumbar",
        "mechanisms": [],
        "segments": ["L3", "L4"],
        "laterality": None,
        "assertion": "present",
        "quote": quote,
    }


@pytest.fixture
def cases(label: Callable[..., dict[str, Any]]) -> Callable[..., Case]:
    """Build a case from some lists of labels."""

    def build(name: str = "case-1", *, text: str = TEXT, **parts: Any) -> Case:  # noqa: ANN401  # parts of a case
        findings = {group: parts.pop(group, []) for group in GROUPS}
        return Case.model_validate(label(id=name, text=text, findings=findings, **parts))

    return build


@pytest.fixture
def example(cases: Callable[..., Case]) -> Agreement:
    """Two annotators of one case.

    They agree on L4, differ in the side and the words of L5, name one stenosis differently, and the second alone has
    a third restriction.
    """
    first = cases(
        tart=[restriction("lumbar", "left", "L4 restricted left"), restriction("lumbar", "right", "L5 restricted")],
        lesions=[stenosis("canal_stenosis", "Central canal stenosis")],
        issues=["mechanism_missing", "imaging_missing"],
        codes={"assign": ["M48.06"], "query": ["M99.53"], "never": []},
    )
    second = cases(
        tart=[
            restriction("lumbar", None, "L5 restricted right"),
            restriction("lumbar", "left", "L4 restricted left"),
            restriction(None, None, "Sleep is poor"),
        ],
        lesions=[stenosis("foraminal_stenosis", "canal stenosis at L3-4")],
        issues=["mechanism_missing"],
        codes={"assign": ["M48.06"], "query": [], "never": ["M99.53"]},
    )
    return agreement([first], [second])


def field(found: Agreement, part: str, name: str) -> FieldAgreement:
    """Return the agreement on a field."""
    (one,) = [one for one in found.fields if (one.part, one.field) == (part, name)]
    return one


def spans(found: Agreement, part: str) -> SpanAgreement:
    """Return the agreement on what there is to label."""
    (one,) = [one for one in found.spans if one.part == part]
    return one


def test_what_both_found(example: Agreement) -> None:
    """Of restrictions both have two: 2 · 2 ÷ (2 + 3); with the stenosis three in all."""
    tart, everything = spans(example, "tart"), spans(example, "findings")
    assert (tart.both, tart.only_first, tart.only_second) == (2, 0, 1)
    assert tart.found.value == pytest.approx(4 / 5)
    assert everything.both == 3
    assert everything.found.value == pytest.approx(6 / 7)
    assert spans(example, "care").found.value is None


def test_in_which_words(example: Agreement) -> None:
    """L5: 13 of 19 characters; the stenosis: 'canal stenosis', 14 of 30 characters; one of the three is the same."""
    assert spans(example, "tart").overlap.value == pytest.approx((1 + 13 / 19) / 2)
    assert spans(example, "lesions").overlap.value == pytest.approx(14 / 30)
    assert spans(example, "findings").exact.value == pytest.approx(1 / 3)


def test_field_by_field(example: Agreement) -> None:
    """Sides agree in 1 of 2, regions in both; two names for one stenosis are a unit that differs."""
    assert field(example, "tart", "laterality").agreed.value == 0.5
    assert field(example, "tart", "region").agreed.value == 1
    kind = field(example, "lesions", "kind")
    assert (kind.units, kind.agreed.value, kind.kappa.value) == (1, 0, 0)
    assert field(example, "lesions", "segments").agreed.value == 1
    assert (field(example, "findings", "laterality").units, field(example, "care", "kind").units) == (3, 0)
    assert field(example, "care", "kind").agreed.value is None


def test_codes_issues_and_the_visit(example: Agreement) -> None:
    """One of two codes stands in the same list, one of two topics is raised by both; the visit is the same."""
    assert (field(example, "codes", "status").units, field(example, "codes", "status").agreed.value) == (2, 0.5)
    assert (field(example, "issues", "topic").units, field(example, "issues", "topic").agreed.value) == (2, 0.5)
    assert field(example, "encounter", "discipline").agreed.value == 1


def test_every_field_of_the_contract_has_a_row(example: Agreement) -> None:
    """None is left out because nobody used it."""
    named = {(one.part, one.field) for one in example.fields}
    assert {(group, name) for group in GROUPS for name in label_fields(group)} <= named
    assert {("encounter", "payer"), ("codes", "status"), ("issues", "topic"), ("findings", "assertion")} <= named


def test_lists_are_sets(cases: Callable[..., Case]) -> None:
    """The order of segments is nothing to disagree on; one more is."""
    one = cases(lesions=[stenosis("canal_stenosis", "stenosis")])
    turned, more = (
        cases(lesions=[stenosis("canal_stenosis", "stenosis") | {"segments": segments}])
        for segments in (["L4", "L3"], ["L3", "L4", "L5"])
    )
    assert field(agreement([one], [turned]), "lesions", "segments").agreed.value == 1
    assert field(agreement([one], [more]), "lesions", "segments").agreed.value == 0


def test_a_quote_that_stands_twice_overlaps_where_it_can(cases: Callable[..., Case]) -> None:
    """The second annotator quotes more words, around the second place."""
    text = "L4 tender. Right L5 tender there."
    one = cases(text=text, tart=[restriction("lumbar", None, "tender")])
    other = cases(text=text, tart=[restriction("lumbar", None, "L5 tender")])
    assert spans(agreement([one], [other]), "tart").overlap.value == pytest.approx(6 / 9)


def test_intervals_are_over_cases(cases: Callable[..., Case]) -> None:
    """With 60 cases, of which 12 differ, intervals hold their figures; with one case there is none."""
    sides = ["left", "right"] * 30
    firsts = [
        cases(f"case-{i}", tart=[restriction("lumbar", side, "L4 restricted left")]) for i, side in enumerate(sides)
    ]
    turned = ["right" if i % 10 == 0 else "left" if i % 10 == 1 else side for i, side in enumerate(sides)]
    seconds = [
        cases(f"case-{i}", tart=[restriction("lumbar", side, "L4 restricted left")]) for i, side in enumerate(turned)
    ]
    side = field(agreement(firsts, seconds), "tart", "laterality")
    assert side.agreed.value == 0.8
    assert side.kappa.value == pytest.approx(0.6)
    for share in (side.agreed, side.kappa, side.alpha):
        assert share.value is not None
        assert share.interval is not None
        assert 0 < share.interval.low < share.value < share.interval.high < 1
    few = field(agreement(firsts[:1], seconds[:1]), "tart", "laterality")
    assert few.agreed.interval is few.kappa.interval is None
    same = field(agreement(firsts, firsts), "tart", "laterality")
    assert (same.kappa.value, same.kappa.interval) == (1, None)


def test_only_shared_cases_count(cases: Callable[..., Case]) -> None:
    """Others are named."""
    found = agreement([cases("a"), cases("b")], [cases("b"), cases("c")])
    assert (found.cases, found.only_first, found.only_second) == (1, ("a",), ("c",))


def test_other_texts_are_refused(cases: Callable[..., Case]) -> None:
    """Agreement on different texts means nothing; the texts are not shown."""
    with pytest.raises(InputError, match=r"The text differs in case-1: agreement is measured on the same texts\."):
        agreement([cases()], [cases(text=TEXT + " ")])
    with pytest.raises(InputError, match="share no case"):
        agreement([cases("a")], [cases("b")])


def test_the_table(example: Agreement) -> None:
    """Counts and shares in columns; what cannot be told is a dash."""
    lines = [*table(example)]
    assert lines[0] == "Cases by both annotators: 1; only by the first: 0; only by the second: 0"
    assert " ".join(lines[2].split()) == "both only 1st only 2nd found by both overlap same words"
    (tart,) = [line for line in lines if line.startswith("tart ") and line.split()[1].isdigit()]
    assert tart.split() == ["tart", "2", "0", "1", "0.800", "0.842", "0.500"]
    (side,) = [line for line in lines if line.startswith("tart laterality")]
    assert side.split() == ["tart", "laterality", "2", "0.500", "0.333", "0.400"]
    (care,) = [line for line in lines if line.startswith("care timing")]
    assert care.split()[2:] == ["0", *"–––"]  # noqa: RUF001  # the dash of tables


def test_the_command(
    write: Callable[..., Path], label: Callable[..., dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints the table, or all figures as JSON; of other texts it refuses."""
    one, other = write(label(), name="one.jsonl"), write(label(issues=["red_flag"]), name="two.jsonl")
    assert run(["agreement", str(one), str(other)]) == 0
    assert "issues topic" in capsys.readouterr().out
    assert run(["agreement", "--json", str(one), str(other)]) == 0
    found = Agreement.model_validate_json(capsys.readouterr().out)
    assert (found.cases, field(found, "issues", "topic").agreed.value) == (1, 0)
    assert run(["agreement", str(one), str(write(label(id="x"), name="three.jsonl"))]) == 2
    assert "share no case" in capsys.readouterr().err
