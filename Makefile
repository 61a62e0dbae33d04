# Everything runs in .venv, which is made anew when the dependencies change.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
# Slow or far-off package indexes answer late more often than never.
PIP_OPTIONS = --retries 10 --timeout 60 --constraint constraints.txt

.PHONY: demo test heavy coverage site kills kills-merge hub-test team-model team-play walks torture lint format types imports coverage-of-intervals score planted rules bench screenshots docs clients clean

# The many programs that tests start are compiled once, also where the environment forbids to keep what was compiled.
export PYTHONDONTWRITEBYTECODE =

demo: $(VENV)/installed
	$(BIN)/fzreview demo

test: $(VENV)/installed-test
	$(BIN)/python -m pytest -n 3 --dist worksteal

# Lines of a million characters, every theme, every key of five reports: what the suite tries smaller.
heavy: $(VENV)/installed-test
	EXAMPLES=200 $(BIN)/python -m pytest -n 2 -m heavy

# Measured in this process tree alone; programs that tests start in a pseudo-terminal are not seen. By
# sys.monitoring where Python has it (3.12): far faster than tracing.
COVERAGE_CORE = $(shell $(BIN)/python -c 'import sys; print("sysmon" if sys.version_info >= (3, 12) else "ctrace")')
coverage: $(VENV)/installed-test
	COVERAGE_CORE=$(COVERAGE_CORE) $(BIN)/python -m pytest -n 3 --dist worksteal --cov=fzreview --cov-report=term:skip-covered

site: $(VENV)/installed
	$(PIP) install $(PIP_OPTIONS) --editable '.[site]'
	$(BIN)/mkdocs build --quiet
	@echo build/site/index.html

lint: $(VENV)/installed-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/installed-lint
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/installed-lint
	$(BIN)/mypy

imports: $(VENV)/installed-lint
	$(BIN)/lint-imports

# Not python: that is there, too, where making the environment broke off, or where another tool made it without pip.
$(BIN)/pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "fzreview needs Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP) install $(PIP_OPTIONS) --editable .
	touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(PIP) install $(PIP_OPTIONS) --editable '.[test]'
	touch $@

$(VENV)/installed-lint: $(VENV)/installed-test
	$(PIP) install $(PIP_OPTIONS) --editable '.[test,lint]'
	touch $@

score: $(VENV)/installed
	$(BIN)/fzreview evaluate tests/gold

planted: $(VENV)/installed-test
	$(BIN)/python scripts/plant_errors.py

screenshots: $(VENV)/installed
	$(BIN)/python scripts/make_screenshots.py

rules: $(VENV)/installed-test
	$(BIN)/python scripts/rules_table.py

docs: $(VENV)/installed
	$(BIN)/python scripts/make_docs.py
	$(BIN)/python scripts/make_catalogs.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

bench: $(VENV)/installed
	$(BIN)/python -m benchmarks $(BENCH)

# Servers of other tools in environments of their own, on the loopback address: gold there and back.
clients: $(VENV)/installed-test
	$(BIN)/python scripts/clients.py $(CLIENTS)

kills: $(VENV)/installed-test
	KILL_MOMENTS=200 $(BIN)/python -m pytest tests/program/test_kills.py -s

kills-merge: $(VENV)/installed-test
	MERGE_KILLS=100 $(BIN)/python -m pytest tests/program/test_kills_of_merge.py -s

# A server killed while four clients send, lines cut, two hubs and a relay, clocks off by a year, a full disk.
hub-test: $(VENV)/installed-test
	HUB_KILLS=$(HUB_KILLS) HUB_ROWS=$(HUB_ROWS) HUB_HISTORIES=$(HUB_HISTORIES) $(BIN)/python -m pytest -s -m "heavy or not heavy" \
		tests/program/test_hub_breaks.py tests/program/test_hub_tls.py tests/team/test_hub_*.py
HUB_KILLS ?= 12
HUB_ROWS ?= 3000
HUB_HISTORIES ?= 40

# Random histories of three stores against the reference model.
team-model: $(VENV)/installed-test
	TEAM_HISTORIES=500 $(BIN)/python -m pytest tests/team/test_against_model.py

# A lead and four scripted reviewers, from the first assignment to the last measure: does each interval hold
# the truth that was put in?
TEAM_PLAYS ?= 20
TEAM_REPORTS ?= 40
team-play: $(VENV)/installed-test
	TEAM_PLAYS=$(TEAM_PLAYS) TEAM_REPORTS=$(TEAM_REPORTS) $(BIN)/python -m pytest tests/program/test_team_play.py -s

# Long random walks over the desk: nothing is decided that no frame has shown.
walks: $(VENV)/installed-test
	DESK_WALKS=40 DESK_KEYS=200 $(BIN)/python -m pytest tests/tui/test_deciding_in_sight.py -k no_frame

# Teams of scripted reviewers with known error rates: how often each interval holds the truth.
COVERAGE_RUNS ?= 1000
coverage-of-intervals: $(VENV)/installed-test
	COVERAGE_RUNS=$(COVERAGE_RUNS) $(BIN)/python -m pytest tests/measuring/test_coverage.py -s -m "heavy or not heavy"

# Attacks on archives, loads and stores, so many of each kind; the suite tries a few.
TORTURE ?= 3000
torture: $(VENV)/installed-test
	TORTURE=$(TORTURE) $(BIN)/python -m pytest \
		tests/work/test_broken_archives.py \
		tests/program/test_broken_off_loads.py \
		tests/program/test_broken_off_writes.py \
		tests/store/test_damage.py \
		tests/program/test_damaged_stores.py
