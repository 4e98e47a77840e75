"""What comes in from files and goes out to files and terminals."""

import io
import os
import shutil
import sys
from pathlib import Path

from scribe.errors import InputError

_PIPE_WIDTH = 80
_NARROWEST = 40
_LONGEST_NAME = 120
# What people pass for a note that is not plain text, by its first bytes.
_SIGNATURES = {
    b"%PDF": "is a PDF; extract its text first, for example with pdftotext",
    b"PK\x03\x04": "is an office document or an archive; save it as plain text first",
    b"{\\rtf": "is rich text; save it as plain text first",
    b"\xff\xfe": "is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8",
    b"\xfe\xff": "is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8",
}

PAGE_WIDTH = 100
"""Columns of a page on a wide terminal."""


def read_text(file: str) -> str:
    """Return the text of a file as it stands: its offsets, line breaks and digest are those of the file.

    Args:
        file: Its path, or - for standard input.

    Raises:
        InputError: It cannot be read, or is not text in UTF-8; the message says how to make it so.
    """
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        # Who passes the note itself instead of its file must not find it in a log.
        name = file if len(file) <= _LONGEST_NAME and file.isprintable() else "FILE"
        raise InputError(f"{name}: {_reason(error)}; give one text file, or - for standard input.") from None
    for signature, remedy in _SIGNATURES.items():
        if content.startswith(signature):
            raise InputError(f"{file}: {remedy}.")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise InputError(f"{file}: not UTF-8; convert it first: iconv -f WINDOWS-1252 -t UTF-8.") from None


def write(text: str, output: Path | None = None) -> None:
    """Write to a file, or to standard output.

    Raises:
        InputError: The file cannot be written.
    """
    if output is not None:
        try:
            output.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise InputError(f"{output}: {_reason(error)}; choose another file with --output.") from None
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Programs read UTF-8; a terminal shows what it can.
        sys.stdout.reconfigure(errors="replace", encoding=None if sys.stdout.isatty() else "utf-8")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; nothing more may be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def page_width(output: Path | None = None) -> int:
    """Return the columns of a page that is written to a file or to standard output."""
    if output is not None or not sys.stdout.isatty():
        return _PIPE_WIDTH
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), PAGE_WIDTH)


def wants_color(output: Path | None = None) -> bool:
    """Tell whether a page is colored, as no-color.org and force-color.org have it."""
    if output is not None or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
