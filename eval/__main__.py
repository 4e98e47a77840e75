"""`python eval`."""

from scribe.evaluation.cli import main

main()
