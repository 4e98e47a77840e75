"""The command line: reports out, exit codes 0, 1 and 2, one-line errors that hold no patient text."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scribe.cli import reference, run
from scribe.schema import Extraction, Report
from scribe.version import __version__

ROOT = Path(__file__).parents[1]
NOTE = """\
Date of service: 2026-03-11
S: Tailbone pain for six weeks, worse sitting.
O: Sacral base deep on the left, left sacral sulcus tender. Seated flexion test positive on the left.
A: Somatic dysfunction of the sacral region.
P: Muscle energy to the sacrum today.
"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note in a file."""
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


def scribe(
    *arguments: str | Path, environment: dict[str, str] | None = None, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the real program."""
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "scribe", *map(str, arguments)],
        input=given,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=plain | (environment or {}),
    )


def test_code_prints_a_text_report(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note in, its code with its evidence out, exit 0."""
    assert run(["code", str(note)]) == 0
    printed = capsys.readouterr().out
    assert "M99.04   Segmental and somatic dysfunction of sacral region" in printed
    assert "line 4  “Somatic dysfunction of the sacral" in printed
    assert printed.splitlines()[-1].startswith(
        f"scribe {__version__} · reader lexicon · ICD-10-CM FY2026 · document sha256 "
    )


def test_json_is_the_report_record(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON report validates as the record, and its text is the file's."""
    assert run(["code", str(note), "--format", "json"]) == 0
    report = Report.model_validate_json(capsys.readouterr().out)
    assert report.document.text == NOTE
    assert [one.code for one in report.suggestions if one.status == "assign"] == ["M99.04"]


def test_what_is_known_of_the_visit_reaches_the_report(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Options win over what the text says."""
    options = ["--payer", "medicare", "--discipline", "chiropractic", "--visit", "initial", "--dos", "2026-10-02"]
    assert run(["code", str(note), "--kind", "transcript", "--format", "json", *options]) == 0
    report = Report.model_validate_json(capsys.readouterr().out)
    assert report.document.kind == "transcript"
    assert report.encounter.model_dump(mode="json") == {
        "date_of_service": "2026-10-02",
        "discipline": "chiropractic",
        "visit": "initial",
        "payer": "medicare",
    }
    assert report.provenance.code_set == "FY2027"


def test_output_goes_to_the_file(note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With -o nothing is printed, and the file holds what would have been."""
    target = tmp_path / "report.md"
    assert run(["code", str(note), "--format", "markdown", "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert run(["code", str(note), "--format", "markdown"]) == 0
    assert target.read_text(encoding="utf-8") == capsys.readouterr().out


def test_standard_input_is_read_as_it_stands() -> None:
    """A dash reads standard input; line breaks and byte order mark stay, so that offsets and digest are the file's."""
    given = b"\xef\xbb\xbf" + NOTE.replace("\n", "\r\n").encode()
    result = scribe("code", "-", "--format", "json", given=given)
    assert result.returncode == 0
    assert Report.model_validate_json(result.stdout).document.text.encode() == given


@pytest.mark.parametrize("given", [b"", b" \r\n\t\n", b"\xef\xbb\xbf"])
def test_nothing_to_read_is_said_plainly(given: bytes) -> None:
    """Empty input is a clear result and no error."""
    result = scribe("code", "-", given=given)
    assert result.returncode == 0
    assert "The document has no clinical content: there is nothing to read." in result.stdout.decode()


def test_check_fails_on_an_error_and_only_then(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 for a heading given as a code, exit 0 for the right code."""
    assert run(["check", str(note), "--codes", "m99.0, 98925-25"]) == 1
    audit = capsys.readouterr().out
    assert "  given        error DX02  M99.0\n" in audit
    assert "  given        no issue    98925-25\n" in audit
    assert run(["check", str(note), "--codes", "M99.04"]) == 0
    assert "  given        borne out  M99.04\n" in capsys.readouterr().out


def test_check_passes_with_a_warning(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings without a diagnosis are a warning, and a warning is no error."""
    pelvis = "Pelvis: ASIS low on the left, standing flexion test positive on the left.\n"
    note.write_text(NOTE.replace("A: ", f"{pelvis}A: "), encoding="utf-8")
    assert run(["check", str(note), "--codes", "M99.04"]) == 0
    assert "\nISSUES  1 warning\n" in capsys.readouterr().out


def test_check_audits_the_codes_in_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes written in the note need not be given again."""
    path = tmp_path / "note.txt"
    path.write_text(NOTE + "M99.0\n", encoding="utf-8")
    assert run(["check", str(path)]) == 1
    assert "  in the text  error DX02  M99.0\n" in capsys.readouterr().out


def test_explain_shows_a_code_with_the_notes_it_inherits(capsys: pytest.CaptureFixture[str]) -> None:
    """The category's note reaches its codes; a code may be written without its dot."""
    assert run(["explain", "m9924", "--dos", "2026-03-11"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("M99.24   Subluxation stenosis of neural canal of sacral region\n")
    assert "ICD-10-CM FY2026, may be reported\n" in printed
    assert "\nNOTE\n  M99      This category should not be used if the condition can be classified\n" in printed
    assert "  M99.34  bone, not subluxation\n" in printed


@pytest.mark.parametrize(
    ("term", "title"), [("dx02", "DX02     header code\n"), ("CD05", "CD05     foraminal stenosis\n")]
)
def test_explain_shows_a_rule_or_a_decision_with_its_sources(
    term: str, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rules and coding decisions have ids of their own."""
    assert run(["explain", term]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(title)
    assert "\nSOURCES\n  - " in printed


def test_explain_shows_a_procedure_code(capsys: pytest.CaptureFixture[str]) -> None:
    """A code of ours need not be one of ICD-10-CM."""
    assert run(["explain", "98941"]) == 0
    assert capsys.readouterr().out.startswith("98941    Chiropractic manipulation of the spine, 3 to 4 spinal ")


def test_explain_writes_json_and_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs and charts get the same record."""
    assert run(["explain", "RG04", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["term"] == "RG04"
    assert run(["explain", "RG04", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# RG04 uncoded lesion\n")


def test_explain_fits_a_narrow_terminal_without_colour() -> None:
    """A pipe of any width gets 80 columns, and NO_COLOR wins over FORCE_COLOR."""
    plain = scribe("explain", "M99.24", environment={"COLUMNS": "40"}).stdout
    assert plain == scribe("explain", "M99.24", environment={"NO_COLOR": "1", "FORCE_COLOR": "1"}).stdout
    assert b"\x1b[" in scribe("explain", "M99.24", environment={"FORCE_COLOR": "1"}).stdout


@pytest.mark.parametrize("record", ["report", "extraction", "document"])
def test_schema_prints_the_schema_of_a_record(capsys: pytest.CaptureFixture[str], record: str) -> None:
    """`schema` prints the exported schema, with the meaning of every field."""
    assert run(["schema", record]) == 0
    exported = (Path(__file__).parent.parent / "schemas" / f"{record}.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out.split("\n") == exported.split("\n")


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The version of the package, and nothing else."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"scribe {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["code", "no.txt"], "no.txt: no such file or directory; give one text file, or - for standard input."),
        (["code", "Tailbone pain for six weeks.\nWorse sitting."],
            "FILE: no such file or directory; give one text file, or - for standard input."),
        (["code", "Tailbone " * 100], "FILE: file name too long; give one text file, or - for standard input."),
        (["code", "."], ".: is a directory; give one text file, or - for standard input."),
        (["code", "latin1.txt"], "latin1.txt: not UTF-8; convert it first: iconv -f WINDOWS-1252 -t UTF-8."),
        (["code", "utf16.txt"], "utf16.txt: is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8."),
        (["code", "a.pdf"], "a.pdf: is a PDF; extract its text first, for example with pdftotext."),
        (["code", "a.rtf"], "a.rtf: is rich text; save it as plain text first."),
        (["code", "note.txt", "-o", "none/report.txt"],
            "none/report.txt: no such file or directory; choose another file with --output."),
        (["code", "note.txt", "--dos", "11.3.2026"],
            "Invalid value for '--dos': write the day as YYYY-MM-DD, such as 2026-03-11. See scribe code --help."),
        (["code", "note.txt", "--kind", "letter"],
            "Invalid value for '--kind': 'letter' is not one of 'note', 'transcript'. See scribe code --help."),
        (["check", "note.txt", "--codes", "M99.03;98941"],
            "--codes: item 1 is no code; separate codes by commas, such as M99.03,98941-AT."),
        (["explain", "M99.99"], "'M99.99' is no code of ICD-10-CM FY2027; the nearest is M99.9 (Biomechanical "),
        (["explain", "DX99"], "'DX99' is no rule or coding decision; there are DX01, "),
        (["code"], "Missing argument 'FILE'. See scribe code --help."),
        (["cure"], "No such command 'cure'. See scribe --help."),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_one_line_with_its_remedy(
    arguments: list[str],
    message: str,
    note: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2, nothing on standard output, one line on standard error, no word of the document."""
    monkeypatch.chdir(note.parent)
    for name, content in {
        "latin1.txt": "Tailbone pain, caf\xe9".encode("latin-1"),
        "utf16.txt": "Tailbone pain".encode("utf-16"),
        "a.pdf": b"%PDF-1.7 Tailbone pain",
        "a.rtf": b"{\\rtf1 Tailbone pain}",
    }.items():
        Path(name).write_bytes(content)
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"scribe: {message}")
    assert captured.err.count("\n") == 1
    assert "Tailbone" not in captured.err


def test_no_command_shows_the_help_and_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """The help goes to standard error, so that a pipe stays empty."""
    assert run([]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Usage: scribe [OPTIONS] COMMAND [ARGS]...\n")


def test_exit_codes_are_documented() -> None:
    """The help of the program names them."""
    assert "Exit codes: 0 fine; 1 check found an issue of severity error; 2 bad usage" in " ".join(
        scribe("--help").stdout.decode().split()
    )


def test_a_pipe_gets_no_colour_and_eighty_columns(note: Path) -> None:
    """Colour is for terminals, whatever COLUMNS says."""
    printed = scribe("code", note, environment={"COLUMNS": "200"}).stdout.decode()
    assert "\x1b" not in printed
    assert max(map(len, printed.splitlines())) <= 80


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
    ],
)
def test_colour_can_be_forced_and_forbidden(note: Path, environment: dict[str, str], *, colored: bool) -> None:
    """NO_COLOR wins over FORCE_COLOR; empty, both say nothing."""
    assert ("\x1b[1m" in scribe("code", note, environment=environment).stdout.decode()) is colored


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("columns", "widest"), [(50, 50), (30, 40), (160, 100)])
def test_a_terminal_gets_colour_and_its_own_width(note: Path, columns: int, widest: int) -> None:
    """Between 40 and 100 columns the report is as wide as the terminal."""
    printed = in_terminal(columns, "code", note)
    bare = printed.replace("\x1b[0m", "")
    assert "\x1b[1m" in bare
    lines = [
        "".join(part.split("m", 1)[-1] if i else part for i, part in enumerate(line.split("\x1b[")))
        for line in bare.splitlines()
    ]
    assert widest - 10 < max(map(len, lines)) <= widest


def in_terminal(columns: int, *arguments: str | Path) -> str:
    """Run the program in a terminal so many columns wide, and return what it shows."""
    import fcntl  # noqa: PLC0415  # Unix only
    import pty  # noqa: PLC0415
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {
        name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}
    }
    with subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "scribe", *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=environment | {"TERM": "xterm"},
    ) as program:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux ends a terminal so.
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert program.returncode == 0
    return shown.decode()


def test_a_reader_that_stops_early_is_no_error(note: Path) -> None:
    """What nobody reads any more is dropped quietly, as in `scribe code note | head -1`, and the exit code stays 0."""
    command = f'({sys.executable} -m scribe code "{note}"; echo $? >&2) | true'
    result = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, cwd=ROOT)  # noqa: S603  # our own program
    assert (result.stdout, result.stderr) == (b"", b"0\n")


def test_an_odd_terminal_encoding_is_no_error(note: Path) -> None:
    """Where the locale knows no typographic quotes, a pipe still gets UTF-8."""
    assert "“" in scribe("code", note, environment={"PYTHONIOENCODING": "ascii"}).stdout.decode()


def test_the_same_note_gives_the_same_bytes(note: Path) -> None:
    """No clock, no order of a set, nothing of the machine."""
    seeds = ({"PYTHONHASHSEED": seed} for seed in ("1", "2"))
    first, second = (scribe("code", note, "--format", "json", environment=seed).stdout for seed in seeds)
    assert first == second


def test_coding_a_note_imports_nothing_heavy(note: Path) -> None:
    """The packages that cost most to import stay out of `scribe code`."""
    program = (
        f"import sys; from scribe.cli import run; run(['code', {str(note)!r}]); print(*sys.modules, file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT, text=True)  # noqa: S603  # our own program
    heavy = {"rich", "openai", "instructor", "fastapi", "polars", "simple_icd_10_cm", "asyncio"}
    assert heavy.isdisjoint(result.stderr.split())


GAP = NOTE.replace("A: ", "Pelvis: ASIS low on the left, standing flexion test positive on the left.\nA: ")


def test_query_prints_the_questions_ready_to_paste(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing but the message, unbroken lines, each element with its line and section."""
    note.write_text(GAP, encoding="utf-8")
    assert run(["query", str(note)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Documentation query\n\nRecord elements:\n- line 4, objective: “ASIS low on the left”\n")
    assert "\u25cb Unable to determine\n\nPlease document your response in the record.\n" in printed
    assert run(["query", str(note), "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("## Documentation query\n\n**Record elements:**\n")


def test_query_says_when_there_is_nothing_to_ask(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clear line, and an empty list for programs."""
    note.write_text("The weather was fine.\n", encoding="utf-8")
    assert run(["query", str(note)]) == 0
    assert capsys.readouterr().out == "Nothing to ask: no gap in this document is one that the clinician can close.\n"
    assert run(["query", str(note), "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_our_own_queries_pass_the_check_in_every_form(
    form: str, note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What one command writes, the other reads and finds nothing wrong with."""
    note.write_text(GAP, encoding="utf-8")
    written = tmp_path / "queries"
    assert run(["query", str(note), "--format", form, "-o", str(written)]) == 0
    assert run(["query", "--lint", str(written)]) == 0
    assert re.fullmatch(r"\d (query|queries), no issue\n", capsys.readouterr().out)


def test_a_leading_query_is_refused(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, worst first, with the words and what to write instead."""
    note.write_text("Exam: “stiff”. You must confirm M99.04, so the claim is paid.\n", encoding="utf-8")
    assert run(["query", "--lint", str(note)]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("1 query, 3 errors, 1 warning\n")
    assert "  error        QY01  line 1: “M99.04” names a code or coding." in printed
    assert printed.index("QY02") < printed.index("QY11")
    assert run(["query", "--lint", str(note), "--format", "json"]) == 1
    assert [issue["rule"] for issue in json.loads(capsys.readouterr().out)] == ["QY01", "QY02", "QY02", "QY11"]
    assert run(["query", "--lint", str(note), "--format", "markdown"]) == 1
    assert "- **error** QY01, line 1: “M99.04” names" in capsys.readouterr().out


def test_a_record_is_checked_by_its_place(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record has no lines: its place in the list stands for them; a whole report is read too."""
    bad = {"topic": "laterality_missing", "at": "lesions[0]", "indicators": [], "question": "Left?", "options": []}
    note.write_text(json.dumps({"queries": [bad]}), encoding="utf-8")
    assert run(["query", "--lint", str(note)]) == 1
    assert "QY09  queries[0]: “Left?” is asked without" in capsys.readouterr().out


@pytest.mark.parametrize(
    "given", ["", "The sulcus is deep.", "{", "[]", '{"queries": []}', '[{"question": "Side?"}]', "[1]"]
)
def test_what_holds_no_query_is_refused(given: str, note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2 and one line that shows nothing of the text."""
    note.write_text(given, encoding="utf-8")
    assert run(["query", "--lint", str(note)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("scribe: ")
    assert error.count("\n") == 1
    assert "sulcus" not in error


def test_the_reference_page_is_what_help_prints() -> None:
    """Every command's help, as a terminal of 100 columns shows it."""
    page = reference()
    commands = ("code", "read", "check", "query", "replay", "explain", "schema", "eval", "eval run", "eval compare")
    for command in ([], *map(str.split, commands)):
        assert f"```text\n{scribe(*command, '--help', environment={'COLUMNS': '100'}).stdout.decode()}```" in page
    assert page.count("## ") == 19


def test_standard_input_that_is_no_text_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard input has a name in the message: its dash."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Tailbone\xff")))
    assert run(["code", "-"]) == 2
    assert capsys.readouterr().err == "scribe: -: not UTF-8; convert it first: iconv -f WINDOWS-1252 -t UTF-8.\n"


def test_read_prints_what_is_read(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each finding with its quote, the rule that read it and its confidence; no code is decided."""
    assert run(["read", str(note)]) == 0
    printed = capsys.readouterr().out
    assert "  - sacral: somatic dysfunction, present\n    line 4, assessment  “Somatic dysfunction of the" in printed
    assert re.search(r"read by lesions\.head, confidence 0\.\d\d\n", printed)
    assert "TRACE" not in printed
    assert "CODES" not in printed


def test_read_traces_every_statement(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --trace each sentence tells what fired in it."""
    assert run(["read", str(note), "--trace"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert " term “tender” tart, finding, tenderness, present, at “sacral sulcus” sacral left " in printed
    assert run(["read", str(note), "--trace", "--format", "json"]) == 0
    traced = json.loads(capsys.readouterr().out)
    assert [statement["line"] for statement in traced["trace"]][-1] == NOTE.count("\n")
    assert run(["read", str(note), "--format", "json"]) == 0
    assert Extraction.model_validate_json(capsys.readouterr().out).tart != ()


@pytest.mark.parametrize("command", ["read", "code", "check"])
def test_a_table_reaches_every_command_that_reads(
    note: Path, tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A word of the clinic is read, and supports a code, where its table is given."""
    table = tmp_path / "clinic.csv"
    table.write_text("table,term,role,value\nlesions,quarky,head,somatic_dysfunction\n", encoding="utf-8")
    note.write_text("A: Thoracic quarky.\n", encoding="utf-8")
    assert run([command, str(note), "--table", str(table), "--format", "json"]) == 0
    assert '"quote": "Thoracic quarky"' in capsys.readouterr().out
    assert run([command, str(note), "--format", "json"]) == 0
    assert '"quote": "Thoracic quarky"' not in capsys.readouterr().out


def test_a_faulty_table_is_refused(note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error with file, line and column; nothing is read by half a table."""
    table = tmp_path / "clinic.csv"
    table.write_text("table,term,role,value\nlesions,quarky,heads,somatic_dysfunction\n", encoding="utf-8")
    assert run(["read", str(note), "--table", str(table)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"scribe: {table}, line 2, column role: 'heads' is not one of table lesions; ")
    assert printed.err.count("\n") == 1
