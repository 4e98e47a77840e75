# Every target sets up what it needs in .venv, from a bare Python 3.11.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test lint types floors docs eval report gate baselines resuming bench bench-peers record cassettes overhead fuzz mutants precision sentence-ends clean

help:  ## what the targets do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: .venv/core  ## turn the example note into a coded, checked report
	$(BIN)/scribe code examples/osteopathic_note.txt

test: .venv/dev  ## run the tests
	$(BIN)/python -m pytest -q

lint: .venv/dev  ## style of code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev  ## types, strictly
	$(BIN)/mypy

floors: .venv/dev  ## who may import whom
	$(BIN)/lint-imports

docs: .venv/dev  ## write the generated pages and schemas anew
	$(BIN)/python scripts/build_docs.py

eval: .venv/dev  ## score the built-in reader on the gold sets
	$(BIN)/python eval

report: .venv/dev  ## write the page on a run of the built-in reader
	rm -f eval/runs/lexicon.jsonl
	$(BIN)/python eval run --log eval/runs/lexicon.jsonl
	$(BIN)/python eval report eval/runs/lexicon.jsonl -o eval/runs/lexicon.html

gate: .venv/dev  ## hold the lexicon and the recorded answers to their baselines
	rm -f eval/runs/lexicon.jsonl eval/runs/offline-lm.jsonl
	$(BIN)/python eval run --log eval/runs/lexicon.jsonl
	$(BIN)/python eval compare eval/runs/lexicon.jsonl eval/baselines/lexicon.json --gate eval/gates.toml
	$(BIN)/python eval run --replay --reader llm --half all --log eval/runs/offline-lm.jsonl
	$(BIN)/python eval compare eval/runs/offline-lm.jsonl eval/baselines/offline-lm.json --gate eval/gates.toml

baselines: .venv/dev  ## renew the baselines; what turned wrong needs a reason in eval/gates.toml
	rm -f eval/runs/lexicon.jsonl eval/runs/offline-lm.jsonl
	$(BIN)/python eval run --log eval/runs/lexicon.jsonl
	$(BIN)/python eval baseline eval/runs/lexicon.jsonl eval/baselines/lexicon.json --gate eval/gates.toml
	$(BIN)/python eval run --replay --reader llm --half all --log eval/runs/offline-lm.jsonl
	$(BIN)/python eval baseline eval/runs/offline-lm.jsonl eval/baselines/offline-lm.json --gate eval/gates.toml

resuming: .venv/dev  ## kill twenty runs, and compare their logs with an undisturbed one
	$(BIN)/python eval/benchmarks/resuming.py

bench: .venv/dev  ## measure reading speed, grounding, verification, start-up and the intervals
	$(BIN)/python eval/benchmarks/reading.py
	$(BIN)/python eval/benchmarks/grounding.py
	$(BIN)/python eval/benchmarks/verification.py
	$(BIN)/python eval/benchmarks/statements.py
	$(BIN)/python eval/benchmarks/restyled.py
	$(BIN)/python eval/benchmarks/startup.py
	$(BIN)/python eval/benchmarks/coverage.py

record: .venv/dev  ## record the cases whose cassettes do not replay
	$(BIN)/python scripts/record_cassettes.py

cassettes: .venv/dev  ## tell which cassettes are missing, stale, half played or orphaned
	$(BIN)/python scripts/record_cassettes.py --check

mutants: .venv/dev  ## change every condition of the rules and the coding, and list the changes that no test notices
	$(BIN)/python -m pip install --quiet --constraint constraints.txt mutmut
	$(BIN)/python scripts/mutants.py run
	$(BIN)/python scripts/mutants.py results

fuzz: .venv/dev  ## read, code and check what a fuzzer makes up, for ten minutes
	$(BIN)/python -m pip install --quiet --constraint constraints.txt atheris
	$(BIN)/python scripts/fuzz.py -max_total_time=600 -max_len=2000

bench-peers: .venv/dev .venv-peers/ready .venv-langextract/ready .venv-instructor/ready  ## measure the peers on the same cases and texts; TEXTS=FILE: speed on those
	$(BIN)/python -m eval.benchmarks.peers $(if $(TEXTS),--texts $(TEXTS))

overhead: .venv/dev .venv-langextract/ready  ## measure what scribe adds to the time of a model, beside its peers
	$(BIN)/python eval/benchmarks/overhead.py --langextract .venv-langextract/bin/python --write

precision: .venv/core  ## count anew how often each rule of the reader is right
	$(BIN)/python scripts/build_precision.py

sentence-ends: .venv/dev  ## learn anew what tells of the end of a sentence in speech without marks
	$(BIN)/python -m pip install --quiet --constraint constraints.txt scikit-learn
	$(BIN)/python scripts/build_sentence_ends.py

clean:  ## remove what the targets made
	rm -rf .venv .venv-* mutants .mypy_cache .ruff_cache .pytest_cache .import_linter_cache dist

.venv/core: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	$(BIN)/python -m compileall -q scribe
	touch $@

.venv/dev: .venv/core
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .[eval,inspect,llm,telemetry] \
		hatchling hypothesis import-linter jsonschema llguidance mypy nervaluate opentelemetry-sdk pytest ruff scipy-stubs \
		types-jsonschema
	touch $@

# The peers need other versions of the same packages, and a Python that their wheels are built for.
.venv-%/ready: eval/benchmarks/peers/requirements-%.txt
	$(PYTHON) -m venv .venv-$*
	.venv-$*/bin/python -m pip install --quiet --requirement $<
	touch $@
