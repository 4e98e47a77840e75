"""The built-in reader: vocabulary tables, notation, context and attachment.

    words/      text → tokens, spelled as in the tables → terms
    view/       terms → places and sides, what is taken back, statements, questions and what is answered to them
    context/    statement → scene: what it does in the document, who says it, how it is meant, what belongs to a mention
    lesions/    scene → lesions of joints and narrowings, and then what the whole document says of them
    tart/ neuro/ imaging/ diagnoses/ care/      scene → the other findings, a package for each kind
    grids/      tables of a note → findings
    merge.py    findings of all statements → the extraction

`reader.py` is that way, a call for each arrow; `trace.py` shows it for a sentence, and `confidence.py` how sure each
rule has proved.
"""

from scribe.extraction.lexicon.reader import LexiconReader

__all__ = ["LexiconReader"]
