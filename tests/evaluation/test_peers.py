"""The peers' answers are scored as any reader's: by hand, on a few of them."""

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

from scribe.documents import parse
from scribe.evaluation.quotes.passages import Passage
from scribe.evaluation.quotes.suite import Trial
from scribe.evaluation.statistics import mcnemar, ratio_interval, share_interval
from scribe.schema import Evidence

ROOT = Path(__file__).parents[2]

with pytest.MonkeyPatch.context() as patch:
    patch.syspath_prepend(ROOT)
    assertion_cases, grounding = (import_module(f"eval.benchmarks.{name}") for name in ("assertions", "grounding"))
    asking, assertions, page, quotes, reading = (
        import_module(f"eval.benchmarks.peers.{name}") for name in ("asking", "assertions", "page", "quotes", "reading")
    )

TEXT = "Denies numbness of the left foot. L4 is restricted on the right."


def asked(*expected: str) -> list[object]:
    """Make cases that expect these assertions."""
    return [
        assertion_cases.Case(f"c-{at}", "negation", "note", TEXT, "neuro", {}, "numbness", assertion)
        for at, assertion in enumerate(expected)
    ]


def test_assertions_are_scored() -> None:
    """Two readings that contradict each other are wrong, and a flip; a case with nothing to read is not scored."""
    cases = asked("absent", "present", "historical", "none")
    found = assertions.scored(
        cases,
        {
            "scribe": [("absent",), ("absent", "present"), ("historical",), ("present",)],
            "medspacy": [("present",), ("present",), ("present",), ("present",)],
            "openmed": [("absent",), (), ("absent",), ("present",)],
        },
    )
    ours, theirs = (found.figure(who) for who in ("scribe", "medspacy"))
    assert (ours.numerator, ours.denominator, theirs.numerator) == (2, 3, 1)
    flips = [found.figure(who, "", assertions.FLIPPED) for who in ("scribe", "medspacy", "openmed")]
    # What is not read, or is historical, is no occasion for one.
    assert [(one.numerator, one.denominator) for one in flips] == [(1, 2), (1, 2), (0, 1)]
    assert found.unread == (0, 1)
    assert found.confusion("scribe")["present"] == {"absent and present": 1}
    assert found.confusion("openmed")["present"] == {"none": 1}
    assert found.figure("scribe", "half held-out").denominator == 1
    assert found.parts("half") == ["half development", "half held-out"]


def test_peers_are_tested_on_the_same_cases() -> None:
    """Ten that only scribe has right: McNemar's p of 2 ÷ 2¹⁰ and, of two peers, twice that."""
    cases = asked(*["absent"] * 12)
    wrong = [("present",)] * 10 + [("absent",)] * 2
    found = assertions.scored(cases, {"scribe": [("absent",)] * 12, "medspacy": wrong, "openmed": wrong})
    one, other = found.beside
    assert (one.peer, other.peer) == ("medspacy", "openmed")
    assert one.difference.value == pytest.approx(10 / 12)
    assert mcnemar([False] * 10 + [True] * 2, [True] * 12, [str(at) for at in range(12)]).p == 2 / 2**10
    assert one.p == pytest.approx(4 / 2**10)
    ours = found.figure("scribe")
    assert ours.interval == share_interval([1] * 12, [1] * 12)


def outcomes(*spans: tuple[int, int] | None, kind: str) -> list[object]:
    """Judge what a grounder made of the left foot, in documents of their own."""
    return [
        grounding.judged(
            Trial(kind, "the left foot", Passage(parse(f"{TEXT} {at}", "note"), 19, 32)),
            Evidence(quote="the left foot", span=span),
        )
        for at, span in enumerate(spans)
    ]


def test_places_of_quotes_are_scored() -> None:
    """Where the words stand is right, elsewhere is misplaced; of an altered quote any place is accepted."""
    spans = ((19, 32), (0, 6), None)
    found = quotes.Quotes(
        {"scribe": outcomes(*spans, kind="verbatim")},
        {"scribe": [*outcomes(*spans, kind="side swapped"), *outcomes(*spans, kind="negation dropped")]},
    )
    assert found.located("scribe").counts == (1, 3)
    assert found.misplaced("scribe").counts == (1, 3)
    assert found.accepted("scribe").counts == (4, 6)
    assert found.accepted("scribe", "side swapped").counts == (2, 3)
    assert (found.accepted_unsaid("scribe").counts, found.accepted_bereft("scribe").counts) == ((2, 3), (2, 3))
    assert quotes.kinds(found.altered) == ["side swapped", "negation dropped"]


def test_adapters_answer_line_by_line() -> None:
    """That of instructor, which is installed here as well, drops what the text does not hold, give or take letters."""
    said = ("left foot", "Left foot", "right fool", "an MRI of the neck")
    lines = "\n".join(json.dumps({"text": TEXT, "quote": quote}) for quote in said)
    said_back = asking.run(sys.executable, "quotes_instructor.py", lines).splitlines()
    answers = [json.loads(line)["span"] for line in said_back]
    assert answers[0] == [23, 32]
    assert answers[3] is None
    assert None not in answers[:3]


def test_scribe_is_timed_text_by_text(tmp_path: Path) -> None:
    """Each text once, in a process of its own; transcripts where a file has some, and whose they are."""
    path = tmp_path / "texts.jsonl"
    rows = [
        {"text": TEXT, "kind": "transcript", "source": "Bench", "license": "CC0"},
        {"text": f"{TEXT} Sleep is poor.", "kind": "transcript", "source": "Bench", "license": "CC0"},
        {"text": "A note.", "kind": "note", "source": "Other", "license": "CC0"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    texts = reading.texts_of(path)
    assert texts == [TEXT, f"{TEXT} Sleep is poor."]
    assert reading.sources_of(path) == ("Bench, CC0",)
    task = json.dumps({"warm": [TEXT], "texts": texts, "limit": 9})
    taken = reading.taken_by(texts, json.loads(asking.run(sys.executable, "reading_scribe.py", task)))
    assert taken.characters == tuple(map(len, texts))
    assert taken.speed == pytest.approx(sum(map(len, texts)) / sum(taken.seconds))
    assert taken.megabytes > 5


def test_what_was_stopped_has_no_speed() -> None:
    """Texts that were not read count nowhere."""
    taken = reading.taken_by(["abc", "de"], {"seconds": [0.5], "peak_kb": 2048})
    assert (taken.characters, taken.speed, taken.megabytes) == ((3,), 6.0, 2.0)
    none = reading.taken_by(["abc"], {"seconds": [], "peak_kb": 0})
    assert (none.speed, none.interval) == (None, None)
    many = reading.Taken(tuple(range(10, 20)), tuple(range(1, 11)), 0)
    assert many.interval == ratio_interval(range(10, 20), range(1, 11))


def test_the_page() -> None:
    """Every part of it, from few figures; where medSpaCy was stopped, a bound."""
    cases = asked("absent", "present", "none")
    answers = [("absent",), ("absent",), ()]
    named = ("scribe", "langextract", "langextract, exact", "instructor", "verbatim")
    both = {who: outcomes((19, 32), None, kind="verbatim") for who in named}
    quick, stopped = reading.Taken((3000,), (0.01,), 30), reading.Taken((), (), 200)
    text = page.render(
        dict.fromkeys(("medspacy", "openmed", "langextract", "instructor"), "1.0"),
        assertions.scored(cases, dict.fromkeys(("scribe", "medspacy", "openmed"), answers)),
        quotes.Quotes(both, both),
        reading.Reading(
            9,
            {"scribe": 20, "medspacy": 10},
            ("Bench, CC0",),
            {"scribe": quick, "medspacy": quick},
            [reading.Growing(3000, {"scribe": quick, "medspacy": stopped})],
        ),
    )
    assert "| all | 2 | 50.0% | 50.0% | 50.0% |" in text
    assert "| polarity flipped |  | 1 of 2 | 1 of 2 | 1 of 2 |" in text
    assert "scribe leaves 1 of them unread" in " ".join(text.split())
    assert "| altered, accepted | 2 | 50.0% |" in text
    assert "1 transcripts of others (Bench, CC0), 3,000 characters." in text
    assert "| 3,000 | 300,000 | < 333 | > 900 times | 30 | 200 |" in text
    assert "medSpaCy had not finished after 9 s" in text
