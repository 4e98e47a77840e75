"""Reading the tables of this floor."""

from pathlib import Path


def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a table in `tables/`, without its heading row.

    Args:
        name: File name, such as `headings.csv`.

    Returns:
        The cells of each row; no cell holds a comma.
    """
    table = (Path(__file__).parent / "tables" / name).read_text(encoding="utf-8")
    return tuple(tuple(row.split(",")) for row in table.splitlines()[1:])
