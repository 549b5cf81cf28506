# `make demo` and `make test` are all a newcomer needs; each sets up .venv by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := requirements/lock.txt
DEMO := demo-out

.PHONY: help demo test bench lint lock docs picture pictures setup clean

help: ## show what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{ printf "%-12s %s\n", $$1, $$2 }'

demo: setup ## read the sample reports, write a record and a brief into demo-out/
	@$(BIN)/parley demo --folder $(DEMO)

test: setup ## run all tests
	@$(BIN)/python -m pytest -n 2

bench: setup ## measure what reading costs beside the bare spaCy pipeline
	@$(BIN)/python benchmarks/reading.py

lint: setup ## style, types, and the walls between rooms
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: setup ## write the generated pages of docs/reference anew
	@$(BIN)/python tools/reference.py

picture: setup ## take docs/pictures/brief.png anew from the demo (needs Chromium)
	@$(BIN)/python tools/picture.py

pictures: setup ## take the workbench's pictures anew from the demo (needs Chromium)
	@$(BIN)/python tools/pictures.py

lock: ## resolve the dependencies anew into requirements/lock.txt
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --upgrade pip uv
	@build/lock/bin/python tools/lock.py

# Compared by content, not by age: a fresh clone gives every file the same age.
setup:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Parley needs Python 3.11 or newer; '$(PYTHON)' is `$(PYTHON) --version 2>&1`."; \
	    echo "Install a newer one, then name it: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@cat $(LOCK) pyproject.toml | cmp -s - $(VENV)/installed || $(MAKE) --no-print-directory install

.PHONY: install
install:
	@echo "Setting up $(VENV) from $(LOCK) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --require-hashes -r $(LOCK)
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@cat $(LOCK) pyproject.toml > $(VENV)/installed

clean: ## remove what was made, .venv too
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
