"""Lines are wrapped beside their label, below it where the page is too narrow, and never past the width."""

from scribe.reports.paper import NOTHING, Inked, Paper


def test_a_body_hangs_beside_its_label() -> None:
    """Following lines start where the body starts; a code is not broken at its hyphen."""
    page = Paper(48, color=False)
    page.write(Inked("label"), Inked("some words that go on for a while, and 98941-AT"), indent=2, column=9)
    assert page.text() == "  label  some words that go on for a while, and\n         98941-AT\n"


def test_a_body_without_room_goes_below() -> None:
    """A short one stays beside the label as long as it fits."""
    page = Paper(30, color=False)
    page.write(Inked("label"), Inked("words that need more room than there is"), indent=2, column=14)
    page.write(Inked("label"), Inked("short"), indent=2, column=14)
    page.write(Inked("a label longer than its column"), Inked("short"), column=14)
    assert page.text() == (
        "  label\n     words that need more room\n     than there is\n"
        "  label       short\n"
        "a label longer than its column\n   short\n"
    )


def test_a_heading_stands_after_one_empty_line() -> None:
    """None at the top, and never two."""
    page = Paper(60, color=False)
    page.heading("First", "a remark")
    page.blank()
    page.heading("Second")
    page.write(NOTHING, Inked("words"))
    assert page.text() == "FIRST  a remark\n\nSECOND\nwords\n"


def test_ink_surrounds_words_and_no_white_space() -> None:
    """Every line closes its own ink, so that a cut page colours nothing else."""
    page = Paper(40, color=True)
    page.write(Inked("!", "bold red"), Inked("a warning that takes more than one line", "dim"), indent=2, column=4)
    assert page.text() == (
        "  \x1b[1;31m!\x1b[0m \x1b[2ma warning that takes more than one\x1b[0m\n    \x1b[2mline\x1b[0m\n"
    )
