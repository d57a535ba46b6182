# Recipes. `make` alone lists them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
# Bytecode is kept, also where the machine says not to: a site is several processes, and each would compile all of Django anew.
RUN := PYTHONDONTWRITEBYTECODE= PYTHONPATH="$(CURDIR)" $(VENV)/bin/python
PORT ?=
# Styles are gathered without a database; these open nothing.
NO_KEYS := DATABASE_URL=postgresql://stafett_app@localhost/none STAFETT_SECRET_KEY=none STAFETT_KEY_RING={} STAFETT_INDEX_KEY=none

.PHONY: help install demo test check fix bench docs screens pictures assets catalogues requirements clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

install: $(VENV)/base assets catalogues ## what a server needs, and nothing for developers
	@$(RUN) -m compileall -q stafett
	@DJANGO_SETTINGS_MODULE=stafett.web.settings $(NO_KEYS) $(RUN) -m django collectstatic --no-input --verbosity 0

demo: $(VENV)/base assets catalogues ## a running site with invented people, on this machine only
	@$(RUN) -m stafett demo $(if $(PORT),--port $(PORT))

test: $(VENV)/dev $(VENV)/chromium assets catalogues check ## everything CI runs
	@$(RUN) -m compileall -q stafett
	@PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$(CURDIR)" $(VENV)/bin/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/dev ## style, types, floors, catalogues, printed pages
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/lint-imports --no-cache
	@$(RUN) -m mypy

fix: $(VENV)/dev ## put style right
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

bench: $(VENV)/base assets catalogues ## measure pages on generated data
	@$(RUN) -m stafett bench

docs: $(VENV)/base ## print docs/access.md, docs/states.md and docs/api/openapi.json from the code
	@$(RUN) -m stafett manage print_docs

journeys: $(VENV)/dev $(VENV)/chromium assets catalogues ## working days in a real browser
	@$(RUN) -m pytest tests/journeys

screens: $(VENV)/dev $(VENV)/chromium assets catalogues ## pictures of every page, in screens/
	@$(RUN) -m tests.screens

pictures: $(VENV)/dev $(VENV)/chromium assets catalogues ## pictures of the demo for the help, kept
	@$(RUN) -m tests.pictures

assets: $(VENV)/base ## styles and scripts
	@$(RUN) -m stafett.web.build_assets

catalogues: $(VENV)/base ## nynorsk and English, compiled
	@$(RUN) -c "from pathlib import Path; from stafett.platform.catalogues import compile_catalogues as c; c(Path('stafett'))"

requirements: $(VENV)/dev ## pin versions and hashes anew
	@$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-annotate --no-header --python-version 3.11 pyproject.toml -o requirements/base.txt
	@$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-annotate --no-header --python-version 3.11 pyproject.toml --group dev -o requirements/dev.txt

clean: ## remove what was built; the demo's data stays in var/
	rm -rf $(VENV) build node_modules screens

$(VENV)/bin/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is %s." % sys.version.split()[0])'
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: on Debian, install python3-venv."; exit 1; }
	@$(VENV)/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/base: $(VENV)/bin/uv requirements/base.txt requirements/node.txt
	@echo "Installing packages ..."
	@$(VENV)/bin/uv pip install -q --compile-bytecode --python $(VENV) --require-hashes -r requirements/base.txt
	@node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null || $(VENV)/bin/uv pip install -q --compile-bytecode --python $(VENV) --require-hashes -r requirements/node.txt
	@touch $@

$(VENV)/dev: $(VENV)/base requirements/dev.txt
	@$(VENV)/bin/uv pip install -q --compile-bytecode --python $(VENV) --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/chromium: | $(VENV)/dev
	@$(RUN) -m tests.chromium
	@touch $@
