"""The page and the Markdown of a run, as the command writes them."""

import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scribe.evaluation import cli
from scribe.evaluation.dataset import load
from scribe.evaluation.metrics.calibration import Prediction
from scribe.evaluation.report.page import cards, charts
from scribe.extraction.reader import Reader
from scribe.options import ReaderOptions
from scribe.schema import Document, Extraction, Finding, Span

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "eval" / "datasets" / "dev_notes.jsonl"
OTHER = {"left": "right", "right": "left"}

Label = Callable[..., dict[str, Any]]
Write = Callable[..., Path]


class Swapped:
    """The reader with a bug: it takes left for right."""

    name = "lexicon"

    def __init__(self, reader: Reader) -> None:
        """Wrap a reader."""
        self._reader = reader

    def read(self, document: Document) -> Extraction:
        """Read, and swap the sides."""
        found = self._reader.read(document)
        return found.model_copy(update={group: tuple(map(_swapped, findings)) for group, findings in found})


def _swapped(finding: Finding) -> Finding:
    side = getattr(finding, "laterality", None)
    return finding.model_copy(update={"laterality": OTHER[side]}) if side in OTHER else finding


class Seen(HTMLParser):
    """What a page holds: its words by the element they stand in, its anchors and links."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.marks: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self._mark = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the element says of itself."""
        named = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, *item) for item in named.items()]
        self.ids += [named["id"]] if "id" in named else []
        self.links += [named["href"]] if "href" in named else []
        self._mark = named.get("class", "") if tag == "mark" else ""
        self._open.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)
        if self._mark:
            self.marks.append((self._mark, data))
            self._mark = ""


class Made(NamedTuple):
    """What a command wrote."""

    text: str
    seen: Seen


Make = Callable[..., Made]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Run the lexicon on a dataset and write the page."""

    def build(dataset: Path, *options: str, run: tuple[str, ...] = ("--half", "all"), name: str = "page.html") -> Made:
        log, page = tmp_path / "log.jsonl", tmp_path / name
        log.unlink(missing_ok=True)
        assert cli.run(["run", str(dataset), *run, "--log", str(log)]) == 0
        assert cli.run(["report", str(log), "--dataset", str(dataset), "-o", str(page), *options]) == 0
        text = page.read_text("utf-8")
        return Made(text, Seen(text if name.endswith("html") else ""))

    return build


@pytest.fixture
def note(label: Label, write: Write) -> Path:
    """Write a note of which the lexicon gets one finding wrong, one not at all, and one that nobody labelled."""
    empty: dict[str, list[Any]] = {group: [] for group in label()["findings"]}
    tart = {"component": "restriction", "region": "lumbar", "laterality": "right", "assertion": "present"}
    findings = empty | {
        "tart": [tart | {"quote": "L4 is restricted on the left"}],
        "function": [{"kind": "sleep", "quote": "<b>bed</b> & breakfast"}],
    }
    text = "L4 is restricted on the left. The sacrum is boggy. Likes <b>bed</b> & breakfast."
    return write(label(text=text, findings=findings, style=["a<i>b"]))


def test_a_reader_that_swaps_the_sides_is_found_at_the_top(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first danger is the side flip, by far, and its links lead to the cases that show it."""
    chosen = ReaderOptions.chosen
    monkeypatch.setattr(ReaderOptions, "chosen", lambda self: Swapped(chosen(self)))
    page, seen = make(NOTES, run=("--limit", "12"))
    summary = page[page.index('<section id="summary"') : page.index('<section id="dangers"')]
    assert next(link for link in seen.links if link.startswith("#danger-")) == "#danger-danger.side_flip"
    assert summary.index("side flip") < summary.index("How sure")
    row = page[page.index('id="danger-danger.side_flip"') :].split("</td>")[0].split("<tr")[0]
    cases = [link for link in Seen(row).links if link != "#cases"]
    assert len(cases) == 5
    assert {*cases} <= {f"#{name}" for name in seen.ids}
    first = page[page.index('<details class="case"') :]
    assert "side_flip" in first[: first.index(">")]
    assert "read as" in first


def test_the_page_needs_nothing_else(make: Make, note: Path) -> None:
    """No address, no import and no file; the policy allows the one script by its digest, and nothing to be fetched."""
    page, seen = make(note)
    assert not [item for item in seen.attributes if item[1] in {"src", "srcset", "data", "action"}]
    assert {link[0] for link in seen.links} == {"#"}
    assert "url(" not in page
    assert "@import" not in page
    assert {part.split('"')[0] for part in page.split('="http')[1:]} == {
        "://www.w3.org/2000/svg",
        "://www.w3.org/1999/xlink",
    }
    script = page.split("<script>")[1].split("</script>")[0]
    policy = next(value for _, name, value in seen.attributes if name == "content" and "default-src" in value)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    assert page.count("<svg") == 3


def test_a_text_is_marked_by_what_became_of_its_findings(make: Make, note: Path) -> None:
    """Differing, spurious and missed words are told apart, what differs is said, and no word becomes markup."""
    page, seen = make(note)
    marks = {words: verdict for verdict, words in seen.marks if words not in {"agree", "missed", "spurious"}}
    assert marks["L4 is restricted on the left"] == "differ"
    assert marks["<b>bed</b> & breakfast"] == "missed"
    assert [verdict for words, verdict in marks.items() if "sacrum is boggy" in words] == ["spurious"]
    assert "side <ins>right</ins> read as <del>left</del>" in page
    assert "&lt;b&gt;bed&lt;/b&gt; &amp; breakfast" in page
    assert "<b>bed" not in page
    assert "a&lt;i&gt;b" in page
    assert "a<i>b" not in page


def test_pieces_put_together_are_the_text() -> None:
    """Nothing of a text is lost or shown twice, however spans overlap."""

    def item(number: int, verdict: cards.Verdict, *spans: Span) -> cards.Item:
        return cards.Item(number, verdict, "tart", "", (), "", spans, ())

    made = [item(1, "missed", (2, 6)), item(2, "spurious", (4, 8), (9, 10)), item(0, "agree", (0, 10))]
    pieces = [*cards.pieces("0123456789", made)]
    assert [(piece.text, piece.verdicts, piece.numbers) for piece in pieces] == [
        ("01", ("agree",), ()),
        ("23", ("missed", "agree"), ()),
        ("45", ("missed", "spurious", "agree"), (1,)),
        ("67", ("spurious", "agree"), ()),
        ("8", ("agree",), ()),
        ("9", ("spurious", "agree"), (2,)),
    ]
    assert [piece.text for piece in cards.pieces("plain", [])] == ["plain"]


def test_cases_held_out_are_not_shown(make: Make) -> None:
    """Of the project's own sets neither text nor name of a case at an odd place stands in a page or in Markdown."""
    page, _ = make(NOTES)
    shown = " ".join(page.split())
    for place, case in enumerate(load(NOTES).cases):
        assert (f'id="case-{case.id}"' in page) == (place % 2 == 0), place
        if place % 2:
            assert f">{case.id}<" not in page, place
            assert not any(f"{words[:30]}" in shown for words in case.text.split("\n") if len(words) > 60), place
    assert "16 cases count in every figure and are not shown." in page
    markdown, _ = make(NOTES, name="page.md")
    assert not [case.id for case in load(NOTES).cases[1::2] if case.id in markdown]
    assert "held out" in markdown


def test_cases_of_other_sets_are_shown_unless_they_are_held_out(make: Make, label: Label, write: Write) -> None:
    """With all cases run none is held out; with the half held out none is shown, nor with figures alone."""
    texts = ["A visit was booked.", "A letter was sent."]
    findings: dict[str, list[Any]] = {group: [] for group in label()["findings"]}
    other = write(*(label(id=f"x{i}", text=text, findings=findings) for i, text in enumerate(texts)))
    assert all(text in make(other).text for text in texts)
    held = make(other, run=("--half", "held-out"))
    assert not any(text in held.text for text in texts)
    assert not [name for name in held.seen.ids if name.startswith("case-")]
    figures = make(other, "--figures")
    assert not any(text in figures.text for text in texts)
    assert "2 cases count in every figure and are not shown." in figures.text


def test_repeats_that_read_the_same_share_a_card(make: Make, note: Path) -> None:
    """Of a reader that always reads the same, a case is shown once, with its repeats."""
    page, seen = make(note, run=("--half", "all", "--repeats", "3"))
    assert [name for name in seen.ids if name.startswith("case-")] == ["case-case-1"]
    assert "repeat 0, 1, 2" in page


def test_a_page_is_for_its_owner_alone(make: Make, note: Path, tmp_path: Path) -> None:
    """It holds texts."""
    make(note)
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o600


def test_the_baseline_is_shown(make: Make, note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed stands with the figures, what was tested in a table, and what turned wrong by case."""
    before = tmp_path / "before.json"
    make(note)
    assert cli.run(["baseline", str(tmp_path / "log.jsonl"), str(before), "--dataset", str(note)]) == 0
    chosen = ReaderOptions.chosen
    monkeypatch.setattr(ReaderOptions, "chosen", lambda self: Swapped(chosen(self)))
    page, _ = make(note, "--baseline", str(before))
    # One of two findings was right but for its side: it agrees now, where the side was wrong.
    assert "Δ +0.500" in page
    assert page.index("Against the baseline") < page.index("Findings by group")
    markdown, _ = make(note, "--baseline", str(before), name="page.md")
    assert "- findings.exact +0.500: 1 better, 0 worse, Holm p 1.000\n" in markdown


def test_a_failed_case_is_said_before_it_is_forgotten(make: Make, note: Path, tmp_path: Path) -> None:
    """It counts nowhere, stands on the first screen, and is named with its error."""
    make(note)
    log, page, markdown = (tmp_path / name for name in ("log.jsonl", "page.html", "run.md"))
    header, _ = log.read_text().splitlines()
    log.write_text(header + '\n{"case": "case-1", "repeat": 0, "error": "ValueError at reader.py:7"}\n')
    assert cli.run(["report", str(log), "--dataset", str(note), "-o", str(page), "-o", str(markdown)]) == 0
    text = page.read_text()
    assert "<b>1</b> of 1 rows failed and count nowhere." in text[: text.index('<section id="dangers"')]
    assert "<b>case-1</b> ValueError at reader.py:7" in text
    assert "**1 rows failed**" in markdown.read_text()


def test_markdown_of_a_run(make: Make, note: Path) -> None:
    """It is short and holds no word of the text; with few documents it gives no interval."""
    markdown, _ = make(note, name="run.md")
    lines = markdown.splitlines()
    assert lines[0] == "### Evaluation: lexicon reader, all cases"
    assert lines[2].startswith("1 cases of 1 documents; scribe ")
    assert "| findings, F1 | 0.000 | no interval | too few documents | 1 |" in lines
    assert "| side flip | 1 | 1 | 1.000 | case-1 |" in lines
    assert "boggy" not in markdown
    assert len(lines) < 30


@pytest.mark.parametrize(("half", "is_said"), [("development", True), ("all", False)])
def test_what_flatters_is_said(half: str, make: Make, note: Path, *, is_said: bool) -> None:
    """Figures of cases that a reader is mended on are shown as such."""
    for name in ("run.md", "page.html"):
        assert ("development half, which flatters" in make(note, run=("--half", half), name=name).text) == is_said


def test_markdown_goes_to_standard_output(
    make: Make, note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a file to write."""
    markdown, _ = make(note, name="run.md")
    capsys.readouterr()
    assert cli.run(["report", str(tmp_path / "log.jsonl"), "--dataset", str(note)]) == 0
    assert capsys.readouterr().out == markdown


def test_a_file_of_another_kind_is_refused(
    make: Make, note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is read."""
    make(note)
    assert cli.run(["report", str(tmp_path / "log.jsonl"), "-o", "page.pdf"]) == 2
    assert capsys.readouterr().err == "--output page.pdf: name a file that ends in .html or .md\n"


def test_a_page_without_its_libraries(
    make: Make, note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to install."""
    make(note)
    monkeypatch.setitem(sys.modules, "altair", None)
    log, page = str(tmp_path / "log.jsonl"), str(tmp_path / "new.html")
    capsys.readouterr()
    assert cli.run(["report", log, "--dataset", str(note), "-o", page]) == 2
    assert capsys.readouterr().err == "A page needs altair: install scribe[eval].\n"


def test_the_commands_load_no_library_of_the_page() -> None:
    """They are loaded when a page is written."""
    heavy = ("altair", "vl_convert", "jinja2", "scipy", "polars", "numpy")
    code = f"import sys, scribe.evaluation.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    assert done.stdout == "[]\n"


def test_charts_take_their_colours_from_the_page() -> None:
    """No colour is fixed, so that they are light or dark as the page is."""
    svg = charts.reliability([Prediction(0.9, right=True), Prediction(0.7, right=False)])
    assert "var(--accent)" in svg
    assert 'fill="#' not in svg
    assert 'stroke="#' not in svg
