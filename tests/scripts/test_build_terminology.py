"""The script that turns the tabular list into tables."""

from pathlib import Path
from runpy import run_path
from xml.etree.ElementTree import fromstring

import pytest

SCRIPT = run_path(str(Path(__file__).parents[2] / "scripts" / "build_terminology.py"))
LIST = fromstring(  # noqa: S314  # written here
    """<ICD10CM.tabular><chapter>
      <name>1</name><desc>Diseases of the lamp (L00-L99)</desc>
      <excludes2><note>diseases of the   candle (C00-C99)</note></excludes2>
      <section id="L10-L19">
        <desc>Broken lamps (L10-L19)</desc>
        <notes><note>Mind the glass.</note></notes>
        <diag><name>L10</name><desc>Cracked lamp</desc>
          <sevenChrDef><extension char="A">first night</extension><note>or dusk</note>
            <extension char="S">darkness</extension></sevenChrDef>
          <diag><name>L10.0</name><desc>Cracked bulb</desc>
            <codeFirst><note>fall of lamp, such as:</note><note>storm (S10.-)</note></codeFirst></diag>
          <diag><name>L10.12</name><desc>Cracked shade</desc></diag>
          <diag><name>L10.2</name><desc>Cracked foot</desc></diag>
        </diag>
        <diag><name>L11</name><desc>Burnt lamp</desc><inclusionTerm><note>Charred lamp</note></inclusionTerm></diag>
      </section></chapter></ICD10CM.tabular>"""
).findall("chapter")


def test_7th_characters_are_those_of_the_list_of_codes() -> None:
    """Placeholders fill the code to six characters; a character that the list does not confirm makes no code."""
    listed = frozenset({"L10", "L100", "L100XXA", "L100XXS", "L1012", "L1012XA", "L102", "L11"})
    assert list(SCRIPT["entries"](LIST, listed)) == [
        ("L10", "Cracked lamp", False),
        ("L10.0", "Cracked bulb", False),
        ("L10.0XXA", "Cracked bulb, first night", True),
        ("L10.0XXS", "Cracked bulb, darkness", True),
        ("L10.12", "Cracked shade", False),
        ("L10.12XA", "Cracked shade, first night", True),
        ("L10.2", "Cracked foot", True),
        ("L11", "Burnt lamp", True),
    ]


def test_notes_stand_where_the_list_prints_them() -> None:
    """Chapter, block and code keep their own notes, line by line; inclusion terms are no notes."""
    assert list(SCRIPT["notes"](LIST)) == [
        ("L00-L99", "excludes2", "diseases of the   candle (C00-C99)"),
        ("L10-L19", "note", "Mind the glass."),
        ("L10.0", "code_first", "fall of lamp, such as:"),
        ("L10.0", "code_first", "storm (S10.-)"),
    ]


def test_every_category_names_its_block_and_chapter() -> None:
    """A category stands in a block, a block in a chapter."""
    assert list(SCRIPT["categories"](LIST)) == [("L10", "L10-L19", "L00-L99"), ("L11", "L10-L19", "L00-L99")]


def test_tables_are_sorted_by_bytes_with_white_space_evened_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows of one key keep their order, since notes are read in it."""
    monkeypatch.setitem(SCRIPT["write"].__globals__, "TABLES", tmp_path)
    SCRIPT["write"]("t.tsv", iter([("C4A", "x"), ("C44", "b  b"), ("C44", "a\n a")]))
    assert (tmp_path / "t.tsv").read_bytes() == b"C44\tb b\nC44\ta a\nC4A\tx\n"
    assert capsys.readouterr().out == "t.tsv: 3 rows, 0.0 MB\n"
