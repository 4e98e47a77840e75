"""A plugin of pytest: labelled cases as parameters of the tests of a host application.

    def test_no_code_is_lost(scribe_cases: Case) -> None:
        assert my_pipeline(scribe_cases.text).codes == scribe_cases.codes.assign

The test runs once for each case of the datasets that `--scribe-dataset` or, in the configuration, `scribe_datasets`
names, under the id of the case. Each case carries the marker `scribe_case` with what it can be chosen by, so that
`-m "scribe_case(kind='note', soap=True)"` runs some; a tag of a case is a keyword that is true. Needs pytest 8.3.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from scribe.evaluation.dataset import Case

# pytest loads the plugin in every run of every host: what only tests of cases need is imported for them.
# ruff: noqa: PLC0415

_FIXTURE = "scribe_cases"
_MARKER = "scribe_case"
_OPTION = "--scribe-dataset"
_SETTING = "scribe_datasets"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the setting that name datasets."""
    group = parser.getgroup("scribe")
    group.addoption(
        _OPTION,
        action="append",
        metavar="PATH",
        help="Labelled cases for tests that take scribe_cases: a JSONL file or a folder of them, not the setting's.",
    )
    parser.addini(_SETTING, "Labelled cases for tests that take scribe_cases.", type="paths", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", f"{_MARKER}(kind, discipline, visit, payer, TAG): what a labelled case is.")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `scribe_cases` once for each case."""
    if _FIXTURE in metafunc.fixturenames:
        metafunc.parametrize(_FIXTURE, [*_parameters(metafunc.config)])


def _parameters(config: pytest.Config) -> Iterator[Any]:
    from scribe.errors import InputError
    from scribe.evaluation.dataset import load_all

    paths = [Path(path) for path in config.getoption(_OPTION) or config.getini(_SETTING)]
    if not paths:
        raise pytest.UsageError(f"{_FIXTURE} needs a dataset: give {_OPTION}, or set {_SETTING} in the configuration.")
    try:
        datasets = load_all(paths)
    except InputError as error:
        raise pytest.UsageError(str(error)) from None
    for dataset in datasets:
        for case in dataset.cases:
            yield pytest.param(case, id=case.id, marks=getattr(pytest.mark, _MARKER)(**_properties(case)))


def _properties(case: "Case") -> dict[str, str | bool]:
    """Return what a case can be chosen by; a dash in a tag is an underscore, which expressions take."""
    visit = {name: value for name, value in case.encounter if name != "date_of_service" and value}
    return {tag.replace("-", "_"): True for tag in case.style} | {"kind": case.kind} | visit
