"""Specification of what the look of a text does not change: the same words mean the same in another layout."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from scribe.evaluation.dataset import load
from scribe.schema import Kind

ROOT = Path(__file__).parents[3]
with pytest.MonkeyPatch.context() as patch:
    patch.syspath_prepend(ROOT)
    restyled = import_module("eval.benchmarks.restyled")
FORMS: dict[Kind, dict[str, Callable[[str], str]]] = {
    "note": restyled.forms_of("note"),
    "transcript": restyled.forms_of("transcript"),
}
PUT_IN = ["quotes of a word processor", "spaces of a web page", "lines end as on Windows"]
"""What only a word processor or a web page puts in."""
WITHOUT_COMMAS = {"no commas", "dashes for commas"}


@cache
def texts(dataset: str) -> list[str]:
    """The texts of a dataset."""
    return [case.text for case in load(ROOT / "eval/datasets" / f"{dataset}.jsonl").cases]


def agreeing(kind: Kind, form: str) -> float:
    """The share of challenge texts that give the same codes in a form."""
    formed = [(text, FORMS[kind][form](text)) for text in texts(f"challenge_{kind}s")]
    agree: int = sum(restyled.told(one, kind)[1] == restyled.told(other, kind)[1] for one, other in formed)
    return agree / len(formed)


@pytest.mark.parametrize("form", FORMS["note"])
def test_notes_read_alike(form: str) -> None:
    """No form of a note changes its codes."""
    assert agreeing("note", form) == 1


@pytest.mark.parametrize("form", [form for form in FORMS["transcript"] if form not in WITHOUT_COMMAS])
def test_transcripts_read_alike(form: str) -> None:
    """No form of a transcript changes its codes, as long as its commas stand."""
    assert agreeing("transcript", form) == 1


@pytest.mark.parametrize("kind", ["note", "transcript"])
@pytest.mark.parametrize("form", PUT_IN)
def test_findings_read_alike(kind: Kind, form: str) -> None:
    """What only a word processor or a web page puts in changes no finding."""
    for text in [*texts(f"challenge_{kind}s"), *texts(f"further_{kind}s")]:
        assert restyled.told(FORMS[kind][form](text), kind) == restyled.told(text, kind)
