"""Gates: what passes, what fails and why, and what cannot be told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scribe.errors import InputError
from scribe.evaluation.comparison import compare
from scribe.evaluation.gates import Check, Decision, Gates, decide, read_gates, unaccepted_flips
from scribe.evaluation.log import Entry
from scribe.evaluation.metrics import Counts, Share
from scribe.evaluation.scored import ScoredRun
from scribe.schema import Report

BuildRun = Callable[..., ScoredRun]
EXACT, FOUND, DANGER = "codes.set_exact", "findings.exact", "danger.side_flip"
RIGHT, WRONG = Share(1, 1), Share(0, 1)
LIVE = {"reader": "llm", "model": "m"}
NAMES = [f"c{i:03}" for i in range(200)]
ROOT = Path(__file__).parents[2]


def gates(*accepted: dict[str, str], **margins: float) -> Gates:
    """Build gates with one margin, of 3 points on exact code sets, unless others are given."""
    named = {name.replace("__", "."): margin for name, margin in margins.items()} or {EXACT: 0.03}
    return Gates.model_validate({"replay": {"accepted": accepted}, "live": {"margins": named}})


def decided(before: ScoredRun, after: ScoredRun, held_to: Gates, entries: list[Entry] | None = None) -> Decision:
    """Compare two runs and hold the second to the gates."""
    return decide(compare(before, after, tuple(held_to.live.margins)), held_to, entries or [])


# Frozen answers.


def test_equal_counts_pass(scored_run: BuildRun) -> None:
    """Nothing differs, and nothing is said."""
    run = scored_run({"a": {EXACT: RIGHT, FOUND: Counts(3, 1, 0)}})
    assert decided(run, run, gates()) == Decision("replay", ())
    assert decided(run, run, gates()).outcome == "pass"


def test_what_turned_wrong_fails_with_its_case_and_metric(scored_run: BuildRun) -> None:
    """And a better case beside it does not make up for it."""
    before = scored_run({"a": {EXACT: RIGHT, FOUND: Counts(3, 0, 0)}, "b": {EXACT: WRONG}})
    after = scored_run({"a": {EXACT: WRONG, FOUND: Counts(3, 1, 0)}, "b": {EXACT: RIGHT}})
    found = decided(before, after, gates())
    assert found.outcome == "fail"
    assert found.checks == (
        Check("a", "fail", f"right before and wrong now: {EXACT}, {FOUND}; mend it, or accept it with a reason"),
        Check("counts", "fail", "1 counts of 1 cases differ (1 better, 0 worse, 0 changed): renew the baseline"),
    )


@pytest.mark.parametrize("after", [Counts(3, 0, 1), Counts(2, 1, 1), Counts(3, 2, 0), Counts(4, 1, 0)])
def test_any_count_that_differs_fails(after: Counts, scored_run: BuildRun) -> None:
    """Better or worse: a baseline that is not what the code does hides the next change."""
    before = scored_run({"a": {FOUND: Counts(3, 1, 0)}})
    found = decided(before, scored_run({"a": {FOUND: after}}), gates())
    assert found.outcome == "fail"
    assert [check.name for check in found.checks] == ["counts"]


def test_an_accepted_reason_lets_a_flip_pass(scored_run: BuildRun) -> None:
    """By case and metric, or by case; another case or metric is still held."""
    before = scored_run({"a": {EXACT: RIGHT, FOUND: Counts(3, 0, 0)}})
    after = scored_run({"a": {EXACT: WRONG, FOUND: Counts(3, 1, 0)}})

    def names(*accepted: dict[str, str]) -> list[str]:
        return [check.reason.split(": ")[1].split(";")[0] for check in decided(before, after, gates(*accepted)).checks]

    reason = {"reason": "the label was wrong"}
    assert names({"case": "a"} | reason) == []
    assert names({"case": "a", "metric": EXACT} | reason) == [FOUND]
    assert names({"case": "b"} | reason) == [f"{EXACT}, {FOUND}"]


def test_an_accepted_reason_that_nothing_needs_is_noted(scored_run: BuildRun) -> None:
    """It would cover what nobody has looked at."""
    run = scored_run({"a": {EXACT: RIGHT}})
    found = decided(run, run, gates({"case": "a", "reason": "the label was wrong"}))
    assert found.outcome == "pass"
    assert found.notes == ("a: accepted (the label was wrong), and nothing differs: remove it from the gates",)


def test_flips_to_renew_a_baseline_over(scored_run: BuildRun) -> None:
    """Only what turned from right to wrong needs a reason."""
    before = scored_run({"a": {EXACT: RIGHT}, "b": {EXACT: RIGHT}, "c": {FOUND: Counts(3, 1, 0)}})
    after = scored_run({"a": {EXACT: WRONG}, "b": {EXACT: WRONG}, "c": {FOUND: Counts(3, 2, 0)}})
    accepted = gates({"case": "b", "reason": "so be it"}).replay.accepted
    [flip] = unaccepted_flips(compare(before, after).changes, accepted)
    assert (flip.case, flip.metric) == ("a", EXACT)


def test_a_case_that_fails_now_or_is_left_out_fails(scored_run: BuildRun) -> None:
    """What was scored before has to be scored again; what is new needs a new baseline."""
    before = scored_run({"a": {EXACT: RIGHT}, "b": {EXACT: RIGHT}})
    after = scored_run({"a": {EXACT: RIGHT}, "b": None}, cases=("a", "b"))
    assert decided(before, after, gates()).checks == (Check("b", "fail", "the baseline scored it, the run did not"),)
    more = scored_run({"a": {EXACT: RIGHT}, "b": {EXACT: RIGHT}, "c": {EXACT: RIGHT}})
    assert decided(before, more, gates()).checks == (
        Check("c", "fail", "the baseline does not have it: renew the baseline"),
    )


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"reader": "labels"}, "reader"),
        ({"encounter": True}, "encounter"),
        ({"half": "all"}, "half"),
        ({"where": ("kind=note",)}, "where"),
        ({"datasets": ()}, "datasets"),
    ],
)
def test_another_run_is_not_held_to_a_baseline(fields: dict[str, Any], name: str, scored_run: BuildRun) -> None:
    """Its counts are not looked at: they differ for another reason."""
    counts = {"a": {EXACT: RIGHT}}
    found = decided(scored_run(counts), scored_run({"a": {EXACT: WRONG}}, **fields), gates())
    assert [(check.name, check.outcome) for check in found.checks] == [(name, "fail")]


def test_frozen_and_live_answers_have_no_common_gate(scored_run: BuildRun) -> None:
    """One is exact, the other one statistics."""
    frozen, live = scored_run({"a": {EXACT: RIGHT}}), scored_run({"a": {EXACT: RIGHT}}, **LIVE)
    recorded = scored_run({"a": {EXACT: RIGHT}}, **LIVE, replay=True)
    for before, after in ((frozen, live), (live, recorded)):
        with pytest.raises(InputError, match="no common gate"):
            decided(before, after, gates())
    assert decided(recorded, recorded, gates()).regime == "replay"
    assert decided(live, live, gates()).regime == "live"


# Live answers.


def live_pair(scored_run: BuildRun, better: int, worse: int, cases: int = 200) -> tuple[ScoredRun, ScoredRun]:
    """Build two live runs of exact sets, of which some cases got better and some worse."""
    names = NAMES[:cases]
    before = {name: {EXACT: WRONG if i < better else RIGHT} for i, name in enumerate(names)}
    after = {name: {EXACT: WRONG if better <= i < better + worse else RIGHT} for i, name in enumerate(names)}
    return scored_run(before, **LIVE), scored_run(after, **LIVE)


@pytest.mark.parametrize(
    ("better", "worse", "outcome"),
    [
        # Δ = -.005, SE = .0050: the lower 90 % bound is -.0133, above the margin.
        (0, 1, "pass"),
        # Δ = 0, SE = .01: -.0165.
        (2, 2, "pass"),
        # Δ = -.01, SE = .0071: -.0217.
        (0, 2, "pass"),
        # Δ = -.015, SE = .0086: -.0293.
        (0, 3, "pass"),
        # Δ = -.02, SE = .0099: -.0364, and p = .125.
        (0, 4, "inconclusive"),
        # Δ = -.025: p = .0625, still more than .05.
        (0, 5, "inconclusive"),
        # Δ = -.03: p = .031.
        (0, 6, "fail"),
        # A gain that is too uncertain to rule the loss out: Δ = .005, SE = .0229: -.0329.
        (11, 10, "inconclusive"),
    ],
)
def test_a_live_metric(better: int, worse: int, outcome: str, scored_run: BuildRun) -> None:
    """It passes when a loss of the margin can be ruled out, fails when a loss is sure, and is open otherwise."""
    found = decided(*live_pair(scored_run, better, worse), gates())
    assert [(check.name, check.outcome) for check in found.checks] == [(EXACT, outcome)]
    assert found.outcome == outcome


def test_a_sure_loss_within_the_margin_passes_and_is_told(scored_run: BuildRun) -> None:
    """Of 10 points of margin, 6 of 200 cases lose 3: p = .031."""
    found = decided(*live_pair(scored_run, 0, 6), gates(codes__set_exact=0.1))
    assert found.outcome == "pass"
    assert found.checks[0].reason.endswith("margin 0.1, a loss within it")


def test_no_difference_among_few_documents_is_no_pass(scored_run: BuildRun) -> None:
    """Where none of 46 documents differs, one in 16 may still: 1 - .05^(1/46) = .063. Of 200, less than one in 66."""
    few = decided(*live_pair(scored_run, 0, 0, cases=46), gates())
    assert few.outcome == "inconclusive"
    assert few.checks[0].reason.startswith("none of 46 documents differs, which leaves up to 0.063, margin 0.03")
    assert decided(*live_pair(scored_run, 0, 0), gates()).outcome == "pass"


def test_too_few_documents_are_inconclusive(scored_run: BuildRun) -> None:
    """Below eight there is no interval."""
    found = decided(*live_pair(scored_run, 0, 1, cases=7), gates())
    assert found.checks == (Check(EXACT, "inconclusive", "too few documents have anything to compare"),)


def test_more_dangers_are_worse(scored_run: BuildRun) -> None:
    """A share that grows is a loss where lower is better: six more flips in 200 fail, six fewer pass."""
    calm = {name: {DANGER: Share(0, 1)} for name in NAMES}
    wild = {name: {DANGER: Share(i < 6, 1)} for i, name in enumerate(NAMES)}
    before, after = scored_run(calm, **LIVE), scored_run(wild, **LIVE)
    assert decided(before, after, gates(danger__side_flip=0.01)).outcome == "fail"
    assert decided(after, before, gates(danger__side_flip=0.01)).outcome == "pass"


def test_one_failing_metric_fails_the_gate(scored_run: BuildRun) -> None:
    """Fail goes before inconclusive, and inconclusive before pass; p is adjusted for both metrics."""
    names = NAMES[:50]
    before = {name: {EXACT: RIGHT, FOUND: Counts(2, 0, 0)} for name in names}
    after = {name: {EXACT: Share(i > 9, 1), FOUND: Counts(2, i == 1, 0)} for i, name in enumerate(names)}
    found = decided(
        scored_run(before, **LIVE), scored_run(after, **LIVE), gates(codes__set_exact=0.03, findings__exact=0.01)
    )
    assert {check.name: check.outcome for check in found.checks} == {EXACT: "fail", FOUND: "inconclusive"}
    assert found.outcome == "fail"
    assert "p = 0.004" in found.checks[0].reason  # 2 · 2 ÷ 2¹⁰


def test_a_live_run_may_fail_at_a_case_but_not_leave_it_out(scored_run: BuildRun) -> None:
    """How many may fail is an invariant; what is left out is chosen."""
    before, _ = live_pair(scored_run, 0, 0)
    counts = {name: {EXACT: RIGHT} for name in NAMES}
    failed = scored_run(counts | {NAMES[0]: None}, **LIVE)
    assert decided(before, failed, gates()).outcome == "pass"
    del counts[NAMES[0]]
    assert decided(before, scored_run(counts, **LIVE), gates()).checks[0] == Check(
        "c000", "fail", "the baseline has it, the run leaves it out"
    )


# Both.


@pytest.mark.parametrize("fields", [{}, LIVE])
def test_a_broken_invariant_fails(fields: dict[str, Any], scored_run: BuildRun, report: Callable[..., Report]) -> None:
    """A code that nobody can bill is assigned: that fails, however good the figures are."""
    run = scored_run({name: {EXACT: RIGHT} for name in NAMES}, **fields)
    found = decided(run, run, gates(), [Entry(case="c000", repeat=0, report=report(assign=("M99.0",)))])
    assert found.outcome == "fail"
    assert found.checks[0].name == "c000"
    assert found.checks[0].reason.startswith("an invariant is broken: M99.0: assigned, and no code to bill")


@pytest.mark.parametrize("fields", [{}, LIVE])
@pytest.mark.parametrize(("failed", "outcome"), [(2, "pass"), (3, "fail")])
def test_few_cases_may_fail(
    fields: dict[str, Any], failed: int, outcome: str, scored_run: BuildRun, report: Callable[..., Report]
) -> None:
    """One in a hundred may, of 200 two."""
    run = scored_run({name: {EXACT: RIGHT} for name in NAMES}, **fields)
    whole = report()
    entries = [
        Entry(case=name, repeat=0, error="E") if i < failed else Entry(case=name, repeat=0, report=whole, seconds=1)
        for i, name in enumerate(NAMES)
    ]
    found = decided(run, run, gates(), entries)
    assert found.outcome == outcome
    if outcome == "fail":
        assert found.checks[0] == Check("errors", "fail", "3 of 200 cases failed, 1% may")


# The file.


def test_the_gates_of_the_project_can_be_read() -> None:
    """They hold a live run to codes, findings, issues and dangers."""
    found = read_gates(ROOT / "eval" / "gates.toml")
    parts = {metric.split(".")[0] for metric in found.live.margins}
    assert parts == {"codes", "findings", "issues", "danger"}
    assert found.invariants.errors == 0.01


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "live: Field required"),
        ("live = 3", "live: Input should be"),
        ("[live.margins]\n'codes.exact' = 0.03", "no metric is called codes.exact; there are danger.side_flip, "),
        ("[live.margins]\n'findings.exact' = 3", "live.margins.findings.exact: Input should be less than 1"),
        ("[live]\nlevel = 2\nmargins = {'issues.topics' = 0.1}", "live.level: Input should be less than 1"),
        ("[live]\nmargin = {}", "live.margins: Field required; live.margin: Extra inputs are not permitted"),
        ("[live]\nmargins = {}", "live.margins: Dictionary should have at least 1 item"),
        (
            "[live.margins]\n'issues.topics' = 0.1\n[[replay.accepted]]\ncase = 'a'",
            "replay.accepted.0.reason: Field required",
        ),
        (
            "[live.margins]\n'issues.topics' = 0.1\n[[replay.accepted]]\ncase = 'a'\nreason = ''",
            "replay.accepted.0.reason: String ",
        ),
        (
            "[live.margins]\n'issues.topics' = 0.1\n[[replay.accepted]]\ncase='a'\nreason='b'\nmetric='c'",
            "no metric is called c;",
        ),
        ("[live", "not TOML: "),
    ],
)
def test_a_file_of_gates_that_cannot_be_used(text: str, said: str, tmp_path: Path) -> None:
    """It is refused with the field and what it takes."""
    path = tmp_path / "gates.toml"
    path.write_text(text)
    with pytest.raises(InputError) as raised:
        read_gates(path)
    assert str(raised.value).startswith(f"{path}: {said}")


def test_a_file_of_gates_that_is_not_there(tmp_path: Path) -> None:
    """It is named."""
    with pytest.raises(InputError, match=r"none\.toml: cannot be read: No such file"):
        read_gates(tmp_path / "none.toml")
