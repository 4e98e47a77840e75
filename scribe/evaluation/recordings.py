"""The recorded cases: which they are, how they are replayed and recorded, and what is wrong with their cassettes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from scribe.errors import InputError, ReaderError
from scribe.evaluation.cassettes import RENEWAL, SERVER, recorded, replayed
from scribe.evaluation.completions import MODEL
from scribe.evaluation.dataset import Case, load
from scribe.extraction.llm.reader import LlmReader
from scribe.extraction.reader import Reader
from scribe.pipeline import process
from scribe.schema import Report, Usage

_ROOT = Path(__file__).parents[2]
DATASETS = _ROOT / "eval" / "datasets"
"""The gold sets of a checkout."""
CASSETTES = _ROOT / "cassettes" / "eval" / MODEL
"""The cassettes of a checkout, one a case."""
_LIST = "recorded.txt"


def recorded_cases(datasets: Path = DATASETS) -> tuple[Case, ...]:
    """Return the cases that are recorded, in the order of their list.

    Args:
        datasets: The folder of the gold sets and of the list.

    Raises:
        InputError: The list cannot be read, or names a case that no set holds.
    """
    try:
        rows = (datasets / _LIST).read_text("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{datasets / _LIST}: cannot be read: {error.strerror}") from None
    names = [row.strip() for row in rows if row.strip() and not row.startswith("#")]
    cases = {case.id: case for path in sorted(datasets.glob("*.jsonl")) for case in load(path).cases}
    if unknown := [name for name in names if name not in cases]:
        raise InputError(f"{datasets / _LIST}: no dataset has the case {', '.join(unknown)}")
    return tuple(cases[name] for name in names)


def cassette(case: Case, folder: Path = CASSETTES) -> Path:
    """Return where a case is recorded.

    Args:
        case: The case.
        folder: The cassettes.
    """
    return folder / f"{case.id}.yaml"


def recorded_reader() -> LlmReader:
    """Return the model reader whose requests are recorded, with a server that cannot exist."""
    return LlmReader(model=MODEL, base_url=SERVER)


def replay(case: Case, folder: Path = CASSETTES, reader: Reader | None = None) -> Report:
    """Make the report on a case from recorded answers; it is the same, byte by byte, each time.

    Args:
        case: The case.
        folder: The cassettes.
        reader: Who asks, such as a `DoubleReader` of `recorded_reader()`; that one alone when not given.

    Raises:
        InputError: Its cassette is missing, stale or half played.
        ReaderError: The answers cannot be used.
    """
    with replayed(cassette(case, folder)):
        return untimed(process(case.text, kind=case.kind, reader=reader or recorded_reader()))


def untimed(report: Report) -> Report:
    """Return a report without the seconds that its reading took, which a replay takes none of.

    Args:
        report: A report of recorded answers.
    """
    made = report.provenance
    if made.usage is None:
        return report
    segments = tuple(one.model_copy(update={"usage": _untimed(one.usage)}) for one in made.segments)
    told = made.model_copy(update={"usage": _untimed(made.usage), "segments": segments})
    return report.model_copy(update={"provenance": told})


def _untimed(usage: Usage) -> Usage:
    return usage.model_copy(update={"seconds": None})


def record(case: Case, reader: Reader, folder: Path = CASSETTES) -> None:
    """Record what a reader asks about a case, and what it is answered.

    Args:
        case: The case.
        reader: A reader that asks a server.
        folder: The cassettes.

    Raises:
        InputError: A request had no answer, so that the recording does not replay; the old cassette is left.
        ReaderError: The server cannot be asked; the old cassette is left.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".") as name:
        draft = Path(name)
        with recorded(cassette(case, draft)):
            report = process(case.text, kind=case.kind, reader=reader)
        try:
            replay(case, draft)
        except InputError:
            reasons = dict.fromkeys(part.reason for part in report.provenance.unread)
            why = " ".join(["a request about it was not answered.", *reasons])
            raise InputError(f"{case.id} is not recorded: {why}") from None
        cassette(case, draft).replace(cassette(case, folder))


def faults(cases: Iterable[Case], folder: Path = CASSETTES) -> Iterator[str]:
    """Replay cases, and yield a sentence for every cassette that is missing, stale, half played or orphaned.

    Args:
        cases: All cases that are recorded.
        folder: The cassettes.
    """
    cases = tuple(cases)
    for case in cases:
        try:
            replay(case, folder)
        except (InputError, ReaderError) as error:
            yield str(error)
    for path in orphans(cases, folder):
        yield f"{path} is orphaned, no recorded case has its name: remove it with `{RENEWAL}`."


def orphans(cases: Iterable[Case], folder: Path = CASSETTES) -> list[Path]:
    """Return the files among the cassettes that belong to no case.

    Args:
        cases: All cases that are recorded.
        folder: The cassettes.
    """
    return sorted({*folder.glob("*")} - {cassette(case, folder) for case in cases})
