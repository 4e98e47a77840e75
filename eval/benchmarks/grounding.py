"""Grounding: how many corrupted quotes are accepted, how many harmlessly edited ones are lost.

    python eval/benchmarks/grounding.py [FILE.jsonl ...] [--half development|held-out|all] [--show KIND]

Quotes are made from the texts of JSONL files (`text`, `kind`, with or without labelled `findings`), by default from the
examples and the datasets of the repository, with a fixed seed. Exits 1 where more than 1 in 100 corrupted quotes is
accepted or fewer than 95 in 100 honest ones.
"""  # noqa: INP001  # a script: nothing imports it

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter

from scribe.documents import parse
from scribe.evaluation.quotes.corruptions import CORRUPTIONS
