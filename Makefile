# `make` lists the targets. Everything needs only Python >= 3.11, git and make; each target sets up what it needs.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
RUN_STAMP := .venv/.run-stamp
DEV_STAMP := .venv/.dev-stamp
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup run test check test-pages simulate bench learn lock format

help:            ## list the targets
	@grep -E '^[a-z-]+: .*##|^[a-z-]+:  *##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "helpdesk needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "python3 cannot make a virtual environment here (on Debian: apt install python3-venv)" >&2; exit 2; }

$(RUN_STAMP): requirements.lock pyproject.toml | $(BIN)/python
	@echo "setting up .venv from requirements.lock (once, about a minute)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	@echo "adding the development tools from requirements-dev.lock (once)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(RUN_STAMP)   ## .venv with .venv/bin/helpdesk, from the pinned lock

run: setup            ## the whole service on embedded stores, in the foreground (PORT=8000)
	@exec $(BIN)/helpdesk up --port $(PORT)

test: $(DEV_STAMP)    ## all tests but the browser's, on SQLite and on PostgreSQL, with a real Redis
	@$(BIN)/python -m pytest -q -n auto --dist worksteal

check: $(DEV_STAMP)   ## formatter, linter, strict types, import floors, flows
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/helpdesk flows check

test-pages: $(DEV_STAMP)  ## the pages in a real Chromium (installs Debian's as root)
	@.ci/pages

simulate: $(DEV_STAMP)  ## a week and a month with faults, any operations, any texts; 140 minutes at most
	@$(BIN)/python -m bench.simulate

bench: $(DEV_STAMP)   ## speed, as ratios in one run
	@$(BIN)/python -m bench

format: $(DEV_STAMP)  ## let the formatter and the linter mend what they can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

learn: $(DEV_STAMP)   ## learn topics anew from the collection of examples
	@$(PIP) install --require-hashes -r requirements-learn.lock
	@$(BIN)/python -m bench.learn

lock:                 ## renew the lock files from pyproject.toml (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group dev pyproject.toml -o requirements-dev.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group learn pyproject.toml -o requirements-learn.lock
