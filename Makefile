# make demo   install and read the bundled sample articles
# make serve   open the observatory on them, or on yours: make serve ARTICLES=folder
# make test   run the tests
# make lint types docs   the other gates
# make bench   accuracy and throughput; WRITE=--write puts the tables into docs/
# make bench-store   adding, linking and asking eleven days of news, likewise
# make bench-links   forecasting the links of ICEWS14, likewise
# make bench-relations   what comes out of two months of ICEWS, and how fast, likewise
# make bench-observatory   the observatory under load, likewise
# make pictures   every page of the observatory as pictures, into build/pictures
# make precision   the judged records of the corpus, likewise
# make fast   install into .venv-fast with the reader compiled (minutes; needs a C compiler)
# make bench-fast   throughput of what `make fast` installed

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
BASE   := $(VENV)/.installed-base
WEB    := $(VENV)/.installed-web
DEV    := $(VENV)/.installed-dev
FAST   := .venv-fast
CODE   := src scripts benchmarks

SAMPLES := src/marsad/samples
ARTICLES ?= $(SAMPLES)
STORE   ?= $(if $(filter $(SAMPLES),$(ARTICLES)),$(VENV)/samples.db,marsad.db)
CORPUS  ?= ../shared/corpora/saudinewsnet/2015-07-24.zip

.DEFAULT_GOAL := help
.PHONY: help demo serve test lint types reference docs bench bench-store bench-links bench-relations bench-observatory pictures precision fast bench-fast clean

help:
	@sed -n 's/^# //p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Marsad needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(BASE): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(WEB): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[web]'
	@touch $@ $(BASE)

$(DEV): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(WEB) $(BASE)

demo: $(BASE)
	@$(BIN)/marsad read $(SAMPLES)
	@echo
	@echo "Next: make serve opens the observatory on these articles in the browser;"
	@echo "      make serve ARTICLES=folder opens it on yours."

serve: $(WEB)
	@$(BIN)/marsad add $(ARTICLES) --store $(STORE)
	@$(BIN)/marsad serve --store $(STORE) --open

test: $(DEV)
	@$(BIN)/python -m pytest

lint: $(DEV)
	$(BIN)/ruff check src scripts benchmarks tests

types: $(DEV)
	$(BIN)/mypy $(CODE)

reference: $(DEV)
	$(BIN)/python scripts/httpreference.py
	$(BIN)/python scripts/reference.py
	$(BIN)/python scripts/tutorial.py

docs: $(DEV)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: $(DEV)
	$(BIN)/python benchmarks/throughput.py $(CORPUS) $(WRITE)
	$(BIN)/python benchmarks/accuracy.py $(WRITE)
	$(BIN)/python benchmarks/sentences.py $(WRITE)
	$(BIN)/python benchmarks/plovertypes.py $(WRITE)
	$(BIN)/python benchmarks/echoes.py $(WRITE)
	$(BIN)/python benchmarks/stories.py $(WRITE)

bench-store: $(DEV)
	$(BIN)/python benchmarks/store.py $(WRITE)

bench-links: $(DEV)
	$(BIN)/python benchmarks/links.py $(WRITE)

bench-relations: $(DEV)
	$(BIN)/python benchmarks/relations.py $(WRITE)

bench-observatory: $(DEV)
	$(BIN)/python benchmarks/observatory.py $(WRITE)

pictures: $(DEV)
	$(BIN)/python scripts/pictures.py

precision: $(DEV)
	$(BIN)/python benchmarks/precision.py report $(WRITE)

## Built from a source archive, so that no compiled file comes to lie beside the sources.
fast:
	$(PYTHON) -m venv --clear $(FAST)
	$(FAST)/bin/python -m pip install --quiet --disable-pip-version-check hatchling
	$(FAST)/bin/python -m hatchling build --target sdist --directory $(FAST)/sdist
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(FAST)/bin/python -m pip install --quiet --disable-pip-version-check $(FAST)/sdist/*.gz

bench-fast:
	$(FAST)/bin/python -m pip install --quiet --disable-pip-version-check 'spacy>=3.7'
	$(FAST)/bin/python benchmarks/throughput.py $(CORPUS) $(WRITE)

clean:
	rm -rf $(VENV) $(FAST) site .mypy_cache .ruff_cache .pytest_cache
