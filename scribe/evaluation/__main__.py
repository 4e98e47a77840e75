"""`python -m scribe.evaluation`."""

from scribe.evaluation.cli import main

main()
