# All set-up goes into .venv; nothing outside this folder changes. `make help` lists the targets.
# Options for build.py or pytest go into ARGS: make site ARGS=--strict, make test ARGS="-k byline".

.NOTPARALLEL:
.SUFFIXES:
.PHONY: site serve check new deploy docs cards pictures test test-fast edits mutants fuzz sweep mutation lint bench wheel clean help

RUNTIME := .venv/runtime.stamp
DEV := .venv/dev.stamp
CARDS := .venv/cards.stamp
PYTHON_HERE := .venv/bin/python

# uv trusts the certificates that pip trusts, so that a network with an authority of its own works.
UV_SYSTEM_CERTS ?= true
export UV_SYSTEM_CERTS

# After an upgrade of the system's Python, .venv has no packages for it: set up again.
$(if $(wildcard $(RUNTIME)),$(shell $(PYTHON_HERE) -c 'import yaml' 2>/dev/null || rm -f $(RUNTIME) $(DEV) $(CARDS)))

# One process more than there are processors: tests wait for browsers, disks and programs that they start.
WORKERS := $$(( $$(getconf _NPROCESSORS_ONLN) + 1 ))

# Tests start hundreds of programs, also in copies of this folder, which would compile everything each time.
WITH_BYTECODE := env -u PYTHONDONTWRITEBYTECODE

site: $(RUNTIME) ## ingest what changed and build _site/ (the default)
	@$(PYTHON_HERE) build.py $(ARGS)

serve: $(RUNTIME) ## live preview, on this computer only
	@$(PYTHON_HERE) build.py serve $(ARGS)

check: $(RUNTIME) ## links, anchors, manifest, counts and content
	@$(PYTHON_HERE) build.py check $(ARGS)

new: needs-DIR $(RUNTIME) ## a new conference: make new DIR=my-conference
	@$(PYTHON_HERE) build.py new "$$DIR" $(ARGS)

deploy: $(RUNTIME) ## publish _site/: make deploy, or make deploy TARGET=…
	@$(PYTHON_HERE) build.py deploy $(if $(TARGET),"$$TARGET") $(ARGS)

docs: $(RUNTIME) ## the manual, into docs/_site/
	@$(PYTHON_HERE) -m docs.reference
	@$(PYTHON_HERE) build.py build --project docs
	@$(PYTHON_HERE) build.py check --project docs

cards: $(CARDS) ## install what draws a picture of each page, where content/site.yaml says cards: yes

pictures: $(CARDS) ## install what makes pictures smaller, where content/site.yaml says pictures: resize

test: $(DEV) ## all tests, in a real browser too (CHROMIUM=/path names one)
	@CHROMIUM="$$(sh .ci/browser --install)" && export CHROMIUM && $(WITH_BYTECODE) $(PYTHON_HERE) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-fast: $(DEV) ## the quick majority of the tests, in one process and without a browser
	@$(WITH_BYTECODE) $(PYTHON_HERE) -m pytest -m "not browser and not slow" $(ARGS)

edits: $(DEV) ## many random edits, each build beside one from nothing: make edits ARGS="--steps 1000"
	@$(PYTHON_HERE) -m tests.edits $(ARGS)

mutants: $(DEV) ## pages of layouts that no reader knows: the share of silent wrong values, which is 0
	@$(PYTHON_HERE) -m tests.mutants $(ARGS)

fuzz: $(DEV) ## documents and content that nobody would write: make fuzz ARGS="--inputs 2000 --seed 7"
	@$(PYTHON_HERE) -m tests.fuzz $(ARGS)

sweep: $(DEV) ## a fault at every writing call of ingest, build, deploy, fetch: make sweep ARGS="--share 10"
	@$(PYTHON_HERE) -m tests.sweep $(ARGS)

mutation: $(DEV) ## faults put into our code, and the share that tests see: make mutation ARGS="--room publish"
	@$(PYTHON_HERE) -m tests.mutation $(ARGS)

# Characters that nobody sees are written as such on purpose, and lists copied that change meanwhile.
OXLINT := --deny-warnings -A no-control-regex -A unicorn/no-useless-spread -A unicorn/prefer-string-starts-ends-with

lint: $(DEV) ## ruff and mypy, oxlint of scripts, djlint of templates
	@$(PYTHON_HERE) -m ruff check
	@$(PYTHON_HERE) -m ruff format --check
	@$(PYTHON_HERE) -m mypy
	@.venv/bin/oxlint $(OXLINT) static
	@.venv/bin/djlint --lint --quiet templates

bench: $(DEV) ## times against other generators
	@$(PYTHON_HERE) -m tests.bench $(ARGS)

wheel: $(RUNTIME) ## dist/plenary-….whl
	@UV_CACHE_DIR="$${UV_CACHE_DIR:-.venv/cache}" .venv/bin/uv build --quiet --wheel --out-dir dist --python $(PYTHON_HERE)
	@ls dist/*.whl

clean: ## remove .venv, caches and dist/; _site/ stays, for it may hold files of yours
	@rm -rf .venv .plenary dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	@find site_gen tests -name __pycache__ -prune -exec rm -rf {} +

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile

needs-%:
	@$(if $($*),:,echo "usage: make $(MAKECMDGOALS) $*=…" >&2; exit 2)

$(RUNTIME): pyproject.toml uv.lock .ci/set-up
	@sh .ci/set-up

$(DEV): pyproject.toml uv.lock .ci/set-up
	@sh .ci/set-up dev

$(CARDS): pyproject.toml uv.lock .ci/set-up
	@sh .ci/set-up cards
