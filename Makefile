# WOPDesk. `make run` and `make test` first prepare the computer: see installer/prepare.sh.
BIN := .venv/bin
PYTHON = $(shell installer/python.sh)

.PHONY: help system run test test-long coverage check bench lock wheel clean

help:           ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

system:
	@installer/prepare.sh

.venv/packages: requirements.lock | system
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/ready: pyproject.toml .venv/packages | system
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: .venv/ready        ## open the desk; without a display, a demonstration
	@installer/start.sh

test: .venv/ready       ## every test that is quick
	$(BIN)/pytest --numprocesses=auto --dist=loadfile -m "not long"

test-long: .venv/ready  ## the tests that take minutes
	$(BIN)/pytest -m long

coverage: .venv/ready   ## the quick tests, and the lines and branches they did not reach
	$(BIN)/coverage run -m pytest -m "not long"
	$(BIN)/coverage report

check: .venv/ready      ## style, types and the rules of the house
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/ready      ## the ratios of the design, measured here and now
	$(BIN)/python -m tests.benchmarks

lock:                   ## choose the newest versions that pyproject.toml allows (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade \
	    --custom-compile-command "make lock" --group test --output-file requirements.lock pyproject.toml

wheel: .venv/ready      ## dist/wopdesk-….whl
	$(BIN)/hatchling build -t wheel

clean:                  ## remove what was made here
	rm -rf .venv dist demo demo-* .coverage .*_cache .hypothesis
