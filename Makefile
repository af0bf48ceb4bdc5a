# make try    talk to the bot in a browser
# make test   run the tests
# make run    serve the bot on Telegram (needs BOT_TOKEN)

PYTHON ?= python3
BIN := .venv/bin
SOURCES := bot tests benchmarks tools

.PHONY: try run test content coverage check format bench pictures diagrams lock
.DEFAULT_GOAL := try

try: .venv/run.stamp
	@$(BIN)/python -m bot try

run: .venv/run.stamp
	@$(BIN)/python -m bot run

# On as many cores as there are; -rs names what is left out, and why.
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile -q -rs

test: .venv/test.stamp
	$(PYTEST)

coverage: .venv/test.stamp
	$(PYTEST) --cov --cov-report=term:skip-covered

# What the examples of the bank import: with it every one of them is run.
content: .venv/content.stamp
	$(PYTEST) tests/content

check: .venv/test.stamp
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot check --complete

format: .venv/test.stamp
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

bench: .venv/test.stamp
	@for benchmark in benchmarks/*.py; do echo "== $$benchmark"; PYTHONPATH=. $(BIN)/python $$benchmark || exit 1; done

pictures: .venv/test.stamp
	$(BIN)/python -m tools.pictures

# The pictures beside answers; needs Chromium.
diagrams: .venv/test.stamp
	$(BIN)/pip install --quiet pillow==13.0.0
	$(BIN)/python -m tools.diagrams.draw

# Pins and hashes for every platform, and no index address.
UV := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header pyproject.toml
lock: .venv/test.stamp
	$(BIN)/pip install --quiet uv==0.13.9
	$(UV) --upgrade -o requirements.lock
	$(UV) --upgrade --group dev -c requirements.lock -o requirements-dev.lock
	$(UV) --upgrade --group content -c requirements-dev.lock -o requirements-content.lock

.venv/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Hotseat needs Python 3.11 or newer. Name one: make try PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo "Python's venv is missing. On Debian: apt install python3-venv"; exit 1; }
	@echo "Making .venv (once) ..."
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run.stamp: requirements.lock | .venv/python.stamp
	@echo "Installing what the bot needs (once) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/test.stamp: requirements-dev.lock | .venv/run.stamp
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.venv/content.stamp: requirements-content.lock | .venv/test.stamp
	@echo "Installing what the examples of the bank need (once, about 600 MB) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-content.lock
	@touch $@
