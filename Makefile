# make run     start Rungs at http://localhost:8000 (PORT=8001, HOST=0.0.0.0 to let the tablet in)
# make dev     the same with reloading, for changing the code
# make test    every check and every test
# make bench   how fast and small the live pages are (QUICK=1 for a first impression); make bench-pages: in a browser
# make messages  collect the words to translate and compile the translations (needs GNU gettext)
# make lock    choose the newest versions the project allows

PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= auto

PY := .venv/bin/python
LOCKS := config/locks
# The virtual environment needs no pip of its own when the system's can install into it: that saves seconds.
PIP = $$($(PY) -c 'import pip' 2>/dev/null && echo '$(PY) -m pip' || echo '$(PYTHON) -m pip --python $(PY)')
INSTALL = $(PIP) install -qq --no-compile --no-deps --require-hashes --disable-pip-version-check
PRODUCTION = env -u LOCAL -u DEBUG -u DATABASE_URL DATA_DIR=var/check SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))') ALLOWED_HOSTS=rungs.example

.PHONY: run dev test test-postgres check bench bench-pages format messages lock clean

run: .venv/.run
	@LOCAL=1 HOST=$(HOST) PORT=$(PORT) exec $(PY) -m config.serve

dev: .venv/.run
	@DEBUG=1 HOST=$(HOST) PORT=$(PORT) RELOAD=1 exec $(PY) -m config.serve

test: check
	$(PY) -m pytest -n $(WORKERS)

test-postgres: .venv/.test
	@test -n "$$DATABASE_URL" || { echo "Set DATABASE_URL to a PostgreSQL database whose role may create databases."; exit 1; }
	$(PY) -m pytest -n $(WORKERS) --ignore=tests/browser

check: .venv/.test
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	.venv/bin/lint-imports --no-cache
	LOCAL=1 $(PY) manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING
	find templates -name '*.html' -exec .venv/bin/djade --check --target-version 5.2 {} +
	$(PY) -m tests.checks.css
	$(PY) -m tests.checks.templates

bench bench-pages: .venv/.test
	$(PY) -m tests.load.$(if $(filter bench,$@),bench,pages) $(if $(QUICK),--quick)

format: .venv/.test
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .
	find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

# New words come out empty: translate them in config/locale and run it again. The compiled catalogues are kept with the
# code, so that running Rungs needs no gettext.
messages: .venv/.run
	LOCAL=1 $(PY) manage.py makemessages --all --no-obsolete --no-wrap --add-location file \
		--ignore .venv --ignore var --ignore tests
	LOCAL=1 $(PY) manage.py compilemessages --ignore .venv

# Runs once a month or so, by hand; `make test` then says whether the newer versions are good.
lock: .venv/.test
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet uv
	set -e; for lock in run postgres test; do \
		.venv/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url --no-annotate --no-header \
			$$(test $$lock = run || echo --extra $$lock -c $(LOCKS)/run.txt) -o $(LOCKS)/$$lock.txt; \
	done

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Rungs needs Python 3.11 or newer; set PYTHON=."; exit 1; }
	@$(PYTHON) -m venv $$($(PYTHON) -m pip --version >/dev/null 2>&1 && echo --without-pip) .venv

.venv/.run: $(LOCKS)/run.txt | $(PY)
	@echo "Installing what Rungs needs ..."
	@$(INSTALL) -r $(LOCKS)/run.txt
	@touch $@

.venv/.test: $(LOCKS)/test.txt $(LOCKS)/run.txt | $(PY)
	@echo "Installing what Rungs and its tests need ..."
	@$(INSTALL) -r $(LOCKS)/test.txt
	@touch .venv/.run $@
