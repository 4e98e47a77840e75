"""`scribe eval run`: a reader and the rules on labelled cases."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NamedTuple, get_args

import typer

from scribe.errors import InputError
from scribe.evaluation.commands.printing import DATASETS, Datasets, complain, show
from scribe.evaluation.dataset import Case, Dataset, Half, load_all, selected
from scribe.evaluation.log import FORMAT, Entry, Header, Journal, Log, Source
from scribe.evaluation.matching import MATCHER
from scribe.evaluation.metrics import Part
from scribe.evaluation.runner import Job, refusals
from scribe.evaluation.subjects import Subject, code_digest, labels, reading, replaying
from scribe.options import ReaderOptions
from scribe.schema import Encounter
from scribe.version import __version__


def measure(  # noqa: PLR0913  # the parameters are the command's options
    datasets: Datasets = None,
    *,
    half: Annotated[Half, typer.Option(help="The cases at even places, at odd places, or all.")] = "development",
    where: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Only cases with this, such as kind=note; give several if need be."),
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Only the first cases.")] = None,
    repeats: Annotated[int, typer.Option(metavar="N", min=1, help="Run each case so often.")] = 1,
    reader: ReaderOptions,
    replay: Annotated[
        bool, typer.Option("--replay", help="Read recorded answers, without a network; cases without any are left out.")
    ] = False,
    encounter: Annotated[bool, typer.Option("--encounter", help="Give the reader each case's encounter.")] = False,
    labelled: Annotated[
        bool, typer.Option("--labels", help="Assess the labelled findings instead of reading the text.")
    ] = False,
    concurrency: Annotated[
        int, typer.Option(metavar="N", min=1, help="Cases that a model reads at the same time.")
    ] = 4,
    log: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the run here, texts included; a run that was stopped goes on."),
    ] = None,
    group: Annotated[Part | None, typer.Option(help="Show only this part.")] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed and what is spurious, case by case.")
    ] = False,
) -> None:
    """Run a reader and the rules on labelled cases, and score them.

    Exit codes: 0 all cases are scored; 1 a case failed, or a recorded answer is stale; 2 bad usage or input.
    """
    if misses and half != "development":
        raise InputError(f"--misses shows texts, and {half} has cases held out; leave --half out")
    if repeats > 1 and reader.cache:
        raise InputError("--repeats asks anew, and --cache answers the same again: leave one of them out.")
    choice = Choice(half, tuple(where or ()), limit, repeats, encounter)
    subject = _subject(reader, choice, is_replay=replay, is_labels=labelled, concurrency=concurrency)
    sets = load_all(datasets or [DATASETS])
    cases = _chosen(sets, choice, is_replay=replay)
    with TemporaryDirectory() as folder:
        try:
            done = _run(subject, cases, header(sets, cases, choice, subject), log or Path(folder, "run.jsonl"))
        except KeyboardInterrupt:
            complain(
                [f"Stopped. The same command goes on from {log}." if log else "Stopped; without --log, all is lost."]
            )
            raise
    show(done, cases, (group,) if group else get_args(Part), with_misses=misses)


class Choice(NamedTuple):
    """Which cases are run, how often, and what is given of them."""

    half: Half
    """Which cases of a dataset."""
    where: tuple[str, ...]
    """What is asked of the cases."""
    limit: int | None
    """How many cases at most."""
    repeats: int
    """How often each is run."""
    encounter: bool
    """Whether the encounter is given."""

    def visit(self, case: Case) -> Encounter | None:
        """Return what a reader is told of the visit."""
        return case.encounter if self.encounter else None


def header(sets: Sequence[Dataset], cases: Sequence[Case], choice: Choice, subject: Subject) -> Header:
    """Say what is to be run."""
    return Header(
        format=FORMAT,
        datasets=tuple(Source(name=dataset.name, digest=dataset.digest) for dataset in sets),
        cases=tuple(case.id for case in cases),
        **choice._asdict(),
        reader=subject.reader,
        tables=subject.tables,
        model=subject.model,
        server=subject.server,
        mode=subject.mode,
        recall=subject.recall,
        prompt=subject.prompt,
        prompt_digest=subject.prompt_digest,
        replay=subject.replay is not None,
        package_version=__version__,
        code_digest=code_digest(),
        matcher_version=MATCHER,
        started=datetime.now(UTC),
    )


def _subject(reader: ReaderOptions, choice: Choice, *, is_replay: bool, is_labels: bool, concurrency: int) -> Subject:
    if is_labels and (is_replay or reader != ReaderOptions()):
        raise InputError("--labels reads nothing: leave the options of readers and --replay out.")
    if is_labels:
        return labels(choice.visit)
    if is_replay:
        return replaying(reader, choice.visit)
    return reading(reader, choice.visit, concurrency=concurrency)


def _chosen(sets: Sequence[Dataset], choice: Choice, *, is_replay: bool) -> list[Case]:
    cases = [case for dataset in sets for case in dataset.half(choice.half)]
    if is_replay:
        from scribe.evaluation.recordings import recorded_cases  # noqa: PLC0415  # vcrpy takes most of a second

        names = {case.id for case in recorded_cases()}
        recorded = [case for case in cases if case.id in names]
        complain([f"{len(recorded)} of {len(cases)} cases are recorded."])
        cases = recorded
    if cases := selected(cases, choice.where)[: choice.limit]:
        return cases
    raise InputError("No case is left to run: see --half, --where and --replay.")


def _run(subject: Subject, cases: Sequence[Case], header: Header, path: Path) -> Log:
    """Run what its log does not have yet."""
    with Journal(path, header) as journal:
        jobs = [Job(case, repeat) for case in cases for repeat in range(header.repeats)]
        left = [job for job in jobs if (job.case.id, job.repeat) not in journal.ended]
        if len(left) < len(jobs):
            complain([f"{path} has {len(jobs) - len(left)} of {len(jobs)} already."])
        with _progress(len(jobs), len(jobs) - len(left)) as advance:

            def tell(entry: Entry) -> None:
                journal.append(entry)
                advance()

            try:
                subject.run(left, tell)
            except InputError:
                if subject.replay is None:
                    raise
                # One stale recording says that others may be: name them all.
                complain(refusals(left, subject.replay))
                raise typer.Exit(1) from None
        return journal.finish()


@contextmanager
def _progress(total: int, ended: int) -> Iterator[Callable[[], None]]:
    """Show on a terminal how far the run is."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415  # nobody looks at a pipe
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn  # noqa: PLC0415  # as above

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, completed=ended)
        yield lambda: bar.advance(task)
