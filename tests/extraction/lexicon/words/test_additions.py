"""Specification of tables of a user: what they add, what they replace, and how they are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scribe import process
from scribe.documents import parse
from scribe.errors import InputError
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.lexicon.words.additions import COLUMNS, extended
from scribe.extraction.lexicon.words.forms import forms
from scribe.extraction.lexicon.words.vocabulary import vocabulary

Table = Callable[..., Path]

EXAM = "Exam: Lumbus quarky.\nAssessment: Lumbus hitch, left."


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Write a table of a user."""

    def written(*rows: str, head: str = "table,term,role,value,structure", name: str = "clinic.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return path

    return written


def test_a_table_adds_words(table: Table) -> None:
    """Words that no table of the package has are read by those of the clinic, and verified by them."""
    head = "lesions,hitch,head,somatic_dysfunction,"
    own = table("anatomy,lumbus,,,lumbar_spine", "tart,quarky,finding,tissue_texture,", head)
    report = process(EXAM, kind="note", reader=LexiconReader([own]))
    assert [(one.component, one.region) for one in report.extraction.tart] == [("tissue_texture", "lumbar")]
    (lesion,) = report.extraction.lesions
    assert (lesion.region, lesion.laterality, lesion.unverified) == ("lumbar", "left", ())
    assert [one.code for one in report.suggestions if one.status == "assign"] == ["M99.03"]


def test_a_table_counts_for_its_reader_alone(table: Table) -> None:
    """Before, beside and after it another reader reads by the vocabulary of the package."""
    document = parse("Exam: L5 quarky.", "note")
    own = LexiconReader([table("tart,quarky,finding,tissue_texture,")])
    assert [len(reader.read(document).tart) for reader in (LexiconReader(), own, LexiconReader(), own)] == [0, 1, 0, 1]


def test_a_row_replaces_the_rows_of_its_term(table: Table) -> None:
    """What a term means in a table of the package is replaced, in that table alone."""
    document = parse("Exam: L5 boggy.", "note")
    (before,) = LexiconReader().read(document).tart
    (after,) = LexiconReader([table("tart,boggy,finding,tenderness,")]).read(document).tart
    assert (before.component, after.component) == ("tissue_texture", "tenderness")


def test_a_term_of_the_words_of_a_distractor_wins(table: Table) -> None:
    """What the package takes for something else may be a finding in a clinic."""
    path = table("conditions,aortic stenosis,condition,other,")
    document = parse("Assessment: Aortic stenosis.", "note")
    assert LexiconReader().read(document).diagnoses == ()
    assert [one.condition for one in LexiconReader([path]).read(document).diagnoses] == ["other"]


def test_a_distractor_of_a_table_keeps_words_from_being_read(table: Table) -> None:
    """A clinic may name what is no finding there."""
    document = parse("Exam: Tender loving care L5.", "note")
    assert len(LexiconReader().read(document).tart) == 1
    assert LexiconReader([table("lesions,tender loving care,distractor,,")]).read(document).tart == ()


def test_tables_are_read_as_spreadsheets_write_them(table: Table) -> None:
    """A byte order mark, columns in another order, capitals, spaces and blank lines do not matter."""
    path = table("finding, Quarky ,tart,tenderness", "", ",,,", head="\ufeffRole,Term,Table,Value")
    (found,) = LexiconReader([path]).read(parse("Exam: L5 quarky.", "note")).tart
    assert found.component == "tenderness"


def test_several_tables_count_together(table: Table) -> None:
    """The rows of all tables are added."""
    first = table("anatomy,lumbus,,,lumbar_spine", name="one.csv")
    second = table("tart,quarky,finding,tenderness,", name="two.csv")
    (found,) = LexiconReader([first, str(second)]).read(parse(EXAM, "note")).tart
    assert (found.component, found.region) == ("tenderness", "lumbar")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["tarts,quarky,finding,tenderness,"], "line 2, column table: 'tarts' is not one; choose from anatomy, "),
        ([",quarky,finding,tenderness,"], "line 2, column table: empty is not one; choose from anatomy, "),
        (["tart,,finding,tenderness,"], "line 2, column term: empty; write the term as it is spoken"),
        (
            ["", "tart,quarky,found,tenderness,"],
            "line 3, column role: 'found' is not one of table tart; choose from finding, normal, ",
        ),
        (
            ["tart,quarky,finding,pain,"],
            "line 2, column value: 'pain' is not one of table tart, role finding; choose from tissue_texture, ",
        ),
        (
            ["neuro,quarky,symptom,normal,"],
            "line 2, column value: 'normal' is not one of table neuro, role symptom; choose from ",
        ),
        (
            ["anatomy,lumbus,,,lumbar_spin"],
            "line 2, column structure: 'lumbar_spin' is not one of table anatomy; choose from lumbar_spine",
        ),
        (["anatomy,lumbus,,,"], "line 2, column structure: empty is not one of table anatomy; choose from "),
        (
            ["lesions,hitch,head,somatic_dysfunction,sacrum"],
            "line 2, column structure: must be empty for table lesions, role head",
        ),
        (
            ["tart,quarky,finding,tenderness,", "tart,quarky,finding,tenderness,"],
            "line 3, column term: 'quarky' stands already in {path}, line 2",
        ),
        (
            ["tart,quarky-like,finding,tenderness,", "tart,quarky like,finding,tenderness,"],
            "line 3, column term: 'quarky like' stands already in {path}, line 2",
        ),
        (
            ["function,dont bend,limitation,bending,"],
            "line 2, column term: 'dont bend' would never be found; a text has \"don't\" for its first word",
        ),
        (["tart,quarky,finding,tenderness,,,"], "line 2: 7 fields for 5 columns; put a field with commas in quotes"),
    ],
)
def test_a_fault_is_named_with_its_place(table: Table, rows: list[str], message: str) -> None:
    """A message names file, line and column and what is allowed there."""
    path = table(*rows)
    with pytest.raises(InputError) as refused:
        LexiconReader([path])
    assert str(refused.value).startswith(f"{path}, {message.format(path=path)}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"term,role\n", ", line 1: its columns are term, role; they must be table and term, and may be role, value, "),
        (b"table;term;role\n", ", line 1: its columns are table;term;role; they must be table and term, and may be "),
        (b"", ", line 1: its columns are none; they must be table and term, and may be "),
        (b"table,term,term\n", ", line 1: its columns are table, term, term; they must be "),
        (b"table,term,side\n", ", line 1: its columns are table, term, side; they must be "),
        (b"table,term\n\xff\xfe\n", ": not UTF-8; save the table as CSV UTF-8."),
        (b'table,term\n"tart,quarky\n', ": not a CSV table: unexpected end of data."),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    """A file with other columns, another encoding or another form is named."""
    path = tmp_path / "clinic.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        extended([path])
    assert str(refused.value).startswith(f"{path}{message}")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    """The name of the file and the reason."""
    with pytest.raises(InputError, match=r"none\.csv: no such file or directory; give a CSV file\.$"):
        extended([tmp_path / "none.csv"])


def test_all_faults_are_found_at_once(table: Table) -> None:
    """The first five are told and the others counted, so that a table is mended in one go."""
    with pytest.raises(InputError) as refused:
        extended([table(*["tart,quarky,found,tenderness,"] * 7)])
    assert str(refused.value).count("column role") == 5
    assert str(refused.value).endswith(" (and 2 more).")


def test_the_package_tables_in_the_form_of_a_user_change_nothing(table: Table) -> None:
    """Rows of the package pass the checks of a user's table."""
    terms = [term for term in vocabulary().terms if not term.assertion][::50]
    rows = [f'{term.table},"{term.text}",{term.role},{term.value},{term.structure}' for term in terms]
    assert len(extended([table(*rows)]).terms) <= len(vocabulary().terms)
    assert len(terms) > len(forms())


def test_the_columns_are_documented() -> None:
    """The page on vocabulary names every column, table and role."""
    page = (Path(__file__).parents[4] / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    names = {*COLUMNS, *forms(), *(role for roles in forms().values() for role in roles if role)}
    assert sorted(name for name in names if f"`{name}`" not in page) == []
