"""Prompts: strict records, read from their files, and the messages that they make."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from string import Template
from typing import Any

from scribe.documents import parse
from scribe.errors import InputError
from scribe.extraction.llm.answer import Fault
from scribe.extraction.llm.lines import line_range, lines_span, numbered
from scribe.resources import prompt_files
from scribe.schema import Document, Kind, Record, Span

Message = dict[str, str]
"""What a chat endpoint takes: role and content."""

_FILES = ("again.md", "examples.jsonl", "reask.md", "system.md", "user.md")
_VARIABLES = {
    "again": {"reason"},
    "reask": {"fence", "findings", "kind", "lines"},
    "user": {"context", "fence", "first", "kind", "last", "lines"},
}
_AROUND = 1
"""Lines before and after a cited one that are shown again."""
_FENCE = 12


class Example(Record):
    """A document and the answer that it should get."""

    kind: Kind
    """Note or transcript."""
    text: str
    """The document."""
    findings: str
    """The answer as JSON."""


class Prompt(Record):
    """What a model is told; a released version never changes."""

    name: str
    """What it is for."""
    version: str
    """Which wording."""
    digest: str
    """SHA-256 of its files."""
    system: str
    """The contract of findings."""
    user: str
    """What the document is shown in."""
    reask: str
    """What findings that cannot be used are shown in."""
    again: str
    """What is added where a whole answer cannot be used."""
    examples: tuple[Example, ...]
    """Documents with their answers."""

    @property
    def label(self) -> str:
        """Name and version, as reports show them."""
        return f"{self.name}/{self.version}"


@cache
def load_prompt(name: str = "extraction", version: str = "v1") -> Prompt:
    """Read a prompt from its files.

    Args:
        name: What it is for.
        version: Which wording.

    Raises:
        InputError: A file is missing, or a template has not the variables it needs; the message names them.
    """
    files = prompt_files(f"{name}/{version}")
    if missing := [file for file in _FILES if file not in files]:
        raise InputError(f"Prompt {name}/{version} lacks {', '.join(missing)}; a prompt has {', '.join(_FILES)}.")
    texts = {stem: files[f"{stem}.md"] for stem in ("system", *_VARIABLES)}
    for stem, variables in _VARIABLES.items():
        if different := variables ^ set(Template(texts[stem]).get_identifiers()):
            named = ", ".join(sorted(different))
            raise InputError(f"Prompt {name}/{version}, {stem}.md: {named} is missing or unknown.")
    digest = sha256("".join(f"{file}\0{text}\0" for file, text in files.items()).encode()).hexdigest()
    examples = tuple(map(_example, files["examples.jsonl"].splitlines()))
    return Prompt(name=name, version=version, digest=digest, examples=examples, **texts)


def opening(prompt: Prompt) -> list[Message]:
    """Return what is the same for every document and comes first, so that providers can cache it."""
    examples = (
        f"\nDocument ({example.kind}):\n{numbered(document, (0, len(example.text)))}\nAnswer:\n{example.findings}\n"
        for example in prompt.examples
        for document in [parse(example.text, example.kind)]
    )
    return [{"role": "system", "content": prompt.system + "".join(examples)}]


def question(prompt: Prompt, document: Document, span: Span, context: Span) -> Message:
    """Ask for the findings of a part of a document.

    Args:
        prompt: The wording.
        document: The document.
        span: The part.
        context: What is shown before it, so that it can be understood; its findings are another question's.
    """
    shown = (context[0], span[1])
    first, last = line_range(document, span)
    lines = numbered(document, shown)
    before = f" The lines before line {first} are context: report nothing from them." if context[0] < context[1] else ""
    words = {"kind": document.kind, "first": str(first), "last": str(last), "context": before}
    return _user(prompt.user, lines=lines, fence=_fence(lines), **words)


def correction(prompt: Prompt, document: Document, faults: Sequence[Fault]) -> Message:
    """Ask for findings that cannot be used, with the lines they cite and nothing else of the document."""
    listed = "\n".join(
        json.dumps({"list": fault.name, "finding": fault.item, "wrong": fault.reasons}, ensure_ascii=False)
        for fault in faults
    )
    cited = "\n".join(numbered(document, span) for span in _neighbourhoods(document, faults))
    words = {"kind": document.kind, "findings": listed, "lines": cited}
    return _user(prompt.reask, fence=_fence(listed + cited), **words)


def repetition(prompt: Prompt, asked: Message, reason: str) -> Message:
    """Ask the same again where an answer as a whole cannot be used."""
    return {**asked, "content": asked["content"] + Template(prompt.again).substitute(reason=reason)}


def _user(template: str, **words: str) -> Message:
    return {"role": "user", "content": Template(template).substitute(words)}


def _fence(text: str) -> str:
    """Return a token that does not stand in a text, the same for the same text."""
    fence = sha256(text.encode("utf-8", "replace")).hexdigest()[:_FENCE]
    while fence in text:
        fence = sha256(fence.encode()).hexdigest()[:_FENCE]
    return fence


def _neighbourhoods(document: Document, faults: Iterable[Fault]) -> list[Span]:
    """The cited lines with those around them, each once and in order."""
    cited = {line for fault in faults for line in fault.lines if 1 <= line <= len(document.lines)}
    wanted = sorted({near for line in cited for near in range(line - _AROUND, line + _AROUND + 1)})
    return [lines_span(document, line, line) for line in wanted if 1 <= line <= len(document.lines)]


def _example(row: str) -> Example:
    data: dict[str, Any] = json.loads(row)
    findings = json.dumps(data["findings"], ensure_ascii=False, separators=(",", ":"))
    return Example(kind=data["kind"], text=data["text"], findings=findings)
