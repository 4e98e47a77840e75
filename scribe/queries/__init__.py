"""Compliant questions to the clinician: what the record lacks, asked without a lead.

A query quotes clinical indicators from this document, asks one neutral question and offers only
answers that an indicator supports, always with *other* and *unable to determine*. It holds no code
and no word about payment. A single answer on offer would lead: then the question stays open.
The standard is the practice brief of AHIMA and ACDIS (2022), which counts automated prompts as queries.
"""

from scribe.queries.ask import ask

__all__ = ["ask"]
