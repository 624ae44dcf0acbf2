# `make help` lists the targets; tools/install fetches what they lack.

# Pinned versions, except those of the npm packages, which are in package.json.
RUST := 1.95.0
WASM_PACK := 0.15.1
GECKODRIVER := 0.37.1
CARGO_FUZZ := 0.13.2
CARGO_DENY := 0.20.2
# wasm-bindgen works only with a library of its own version.
WASM_BINDGEN := $(shell awk -F'"' '/^name = "wasm-bindgen"$$/ { found = 1 } \
	found && /^version/ { print $$2; exit }' Cargo.lock 2>/dev/null)

# One copy of each Cargo tool for all clones of a user.
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/prescreen
PATH := $(CURDIR)/node_modules/.bin:$(TOOLS)/wasm-pack-$(WASM_PACK)/bin:$(TOOLS)/wasm-bindgen-cli-$(WASM_BINDGEN)/bin:$(TOOLS)/geckodriver-$(GECKODRIVER)/bin:$(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin
export RUST WASM_PACK WASM_BINDGEN GECKODRIVER TOOLS PATH

# Another default toolchain is left alone: its newer lints are for its users to look at, not for `make test`.
ifneq ($(word 2,$(shell PATH='$(PATH)' rustc --version 2>/dev/null)),$(RUST))
export RUSTUP_TOOLCHAIN := $(RUST)
endif

# dist/ is the site of the first trial; each of the others has its own beside it, in a folder of its name.
TRIAL := nct07338357
OTHERS := nct06189209 nct06097962

WASM := --target wasm32-unknown-unknown --lib --no-default-features

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# The two WebAssembly builds write the same file on their way.
.NOTPARALLEL:
.PHONY: help serve build wasm test lint test-rust test-browser test-twice screenshots screens bench fuzz audit clean build-tools test-tools

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

serve: build ## build the site, serve it on localhost and print the address
	@cargo run --release --quiet --locked -- serve dist

build: build-tools wasm ## build the site in dist/
	@tools/step "Build the command-line tool" cargo build --release --locked
	@tools/step "Build the site in dist/" cargo run --release --quiet --locked -- build www/trials/$(TRIAL).toml --out dist
	@for trial in $(OTHERS); do \
		tools/step "Build the site in dist/$$trial/" \
			cargo run --release --quiet --locked -- build www/trials/$$trial.toml --out dist/$$trial || exit; \
	done

wasm: pkg/page/.built pkg/compat/.built pkg/api/.built pkg/trial-prescreener.js ## build the engine: pkg/page and pkg/compat for the site, pkg/api for npm

pkg/page/.built: OUTPUT = --target no-modules --no-typescript --no-pack
pkg/api/.built: OUTPUT = --target web
# Directories are listed too, so that a file added or removed is noticed.
pkg/%/.built: Cargo.toml Cargo.lock Makefile package.json tools/shrink.mjs tools/wasm-cargo $(shell find src) | build-tools
	@tools/step "Build the WebAssembly in pkg/$*/" tools/wasm-cargo -- wasm-pack build --profile wasm --mode no-install --no-gitignore \
		$(OUTPUT) --out-dir pkg/$* -- --locked --no-default-features --features $*
	@tools/step "Make the WebAssembly in pkg/$*/ small" node tools/shrink.mjs pkg/$*/prescreen_bg.wasm target/named/$*.wasm
	@touch $@

# The same page as plain JavaScript, for where WebAssembly is missing or refused.
pkg/compat/.built: BORDER = page
pkg/compat-api/.built: BORDER = api
pkg/compat/.built pkg/compat-api/.built: Cargo.toml Cargo.lock Makefile package.json tools/compat tools/compat.mjs tools/wasm-cargo $(shell find src) | build-tools
	@tools/step "Build the same as plain JavaScript in $(@D)/" tools/compat $(BORDER) $(@D)
	@touch $@

pkg/trial-prescreener.js: www/trial-prescreener.js package.json | build-tools
	@mkdir -p pkg
	@tools/step "Minify the element for host pages" uglifyjs --compress --mangle --output $@ -- $<

test: test-tools lint build test-rust test-browser test-twice ## run every check there is
	@echo "All checks passed."

lint: build-tools ## check format and lints, natively and for WebAssembly
	@tools/step "Check the format" cargo fmt --check
	@tools/step "Check the lints" cargo clippy --locked --all-targets -- -D warnings
	@tools/step "Check the lints of the page" cargo clippy --locked $(WASM) --features page -- -D warnings
	@tools/step "Check the lints of the npm package" cargo clippy --locked $(WASM) --features api -- -D warnings
	@tools/step "Check the lints of the engine in a loop" cargo clippy --locked --target wasm32-unknown-unknown \
		--no-default-features --features api --example screening_in_wasm -- -D warnings

test-rust: build-tools ## run the tests that need Rust alone
	@tools/step "Run the Rust tests" cargo test --locked

test-browser: test-tools build screens pkg/compat-api/.built ## run the tests in a real browser
	@tools/step "Run the browser tests" node --test --test-reporter=spec --test-timeout=300000 tests/browser/*.test.mjs

test-twice: build ## build the site once more, from nothing, and compare the bytes
	@tools/step "Build the site once more and compare the bytes" tools/reproduce

screenshots: test-tools build ## save a picture of every screen in target/screenshots/, for reviewers
	@tools/step "Take the pictures (about five minutes)" node tests/browser/screens/pictures.mjs

# The program's own list of its screens, for the tests.
screens: build-tools
	@tools/step "Build the list of all screens" cargo build --release --locked --example screens

bench: test-tools build ## measure what everything costs, beside others, into benches/RESULTS.md; tests time nothing
	@tools/step "Build the engine in a loop" tools/wasm-cargo -- cargo build --locked --profile wasm \
		--target wasm32-unknown-unknown --no-default-features --features api --example screening_in_wasm
	@wasm-bindgen --target web --no-typescript --out-dir target/bench/wasm \
		target/wasm32-unknown-unknown/wasm/examples/screening_in_wasm.wasm
	@tools/step "Make it as small as the page's" node tools/shrink.mjs target/bench/wasm/screening_in_wasm_bg.wasm target/named/bench.wasm
	@tools/step "Build the list of example people" cargo build --release --locked --example people
	@tools/step "Build the benches" cargo bench --locked --no-run
	@node benches/bench.mjs

# New inputs are kept in target/fuzz; those of the repository stay as they are. The program has no unsafe
# code, so the sanitizers would only make it slower.
SECONDS := 60
FUZZ := $(TOOLS)/cargo-fuzz-$(CARGO_FUZZ)
READERS := $(notdir $(wildcard fuzz/corpus/*))

fuzz: build-tools $(FUZZ) ## look for inputs that a reader is wrong about, SECONDS for each; needs a nightly toolchain
	@for reader in $(READERS); do \
		mkdir -p target/fuzz/corpus/$$reader target/fuzz/found; \
		echo "Fuzz $$reader for $(SECONDS) seconds"; \
		PATH="$(FUZZ)/bin:$$PATH" RUSTUP_TOOLCHAIN=nightly cargo fuzz run --sanitizer none --target-dir target/fuzz/build \
			$$reader target/fuzz/corpus/$$reader fuzz/corpus/$$reader -- -max_total_time=$(SECONDS) -timeout=20 \
			-artifact_prefix=target/fuzz/found/$$reader- -verbosity=0 -print_final_stats=1 || exit; \
	done

DENY := $(TOOLS)/cargo-deny-$(CARGO_DENY)

audit: build-tools $(DENY) ## check licences, advisories, versions and sources of the dependencies; needs a network
	@$(DENY)/bin/cargo-deny --locked check

$(FUZZ):
	@tools/step "Install cargo-fuzz $(CARGO_FUZZ)" cargo install --locked --root $@ --version $(CARGO_FUZZ) cargo-fuzz

$(DENY):
	@tools/step "Install cargo-deny $(CARGO_DENY) (some minutes)" cargo install --locked --root $@ --version $(CARGO_DENY) cargo-deny

clean: ## remove what was built; tools outside this folder stay
	@rm -rf target pkg dist node_modules

build-tools:
	@tools/install build

test-tools: build-tools
	@tools/install test
