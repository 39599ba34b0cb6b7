# Tema's two commands are `make demo` and `make test`; both install what is missing first.

PREFIX ?= /usr/local
PACKAGES := libxml2-dev libarchive-dev libsqlite3-dev nettle-dev libxlsxwriter-dev pkg-config
TEMA := .build/release/tema

# The suites that touch C, SQLite, several threads, other processes or signals, as a pattern of targets and suites.
SANITIZED := ^(IngestTests|CodingEngineTests|ExchangeTests|StoreTests)\.|^temaTests\.(CorpusRun|Crash|PNG|Signal|Spreadsheet|Turnstile)Tests

.PHONY: help demo test sanitize soak lint release bench guard install docs setup swift

help:
	@echo "make demo      set up, build, and show frequencies and co-occurrence over Corpus/"
	@echo "make test      set up, lint, and run all tests"
	@echo "make sanitize  run the tests that touch C or several threads with Address- and ThreadSanitizer"
	@echo "make soak      kill a program that codes a thousand times, and look whether a coding is lost"
	@echo "make release   build .build/release/tema"
	@echo "make bench     measure Tema beside xmllint, Python and ripgrep, and write Documentation/benchmarks.md"
	@echo "make guard     count the instructions of a fixed job, and fail where they have grown"
	@echo "make docs      build the reference of the library as HTML pages"
	@echo "make install   install tema and its completions (PREFIX=$(PREFIX))"

swift:
	@command -v swift >/dev/null || { echo "Swift is missing. Install a Swift 6.2 or later toolchain from https://swift.org/install, put its bin folder on PATH, and try again."; exit 1; }

# Only what is missing is installed, so a machine that has everything needs no rights.
setup: swift
	@missing=""; for p in $(PACKAGES); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q "install ok installed" || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
		command -v apt-get >/dev/null || { echo "Please install:$$missing"; exit 1; }; \
		echo "Installing$$missing"; \
		if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y $$missing >/dev/null; \
		else sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -qq -y $$missing >/dev/null; fi; \
	fi

# With Swift's libraries inside: it starts sooner, and an installed program needs no toolchain. What the linker says of mktemp is said
# of Foundation, which has it.
release: setup
	swift build -c release --product tema --static-swift-stdlib

demo: release
	$(TEMA) frequencies -c Codebooks/cecchet-2014.yaml Corpus
	$(TEMA) cooccurrence -c Codebooks/cecchet-2014.yaml Corpus

lint: swift
	swift format lint --strict -r Sources Tests Package.swift

test: PACKAGES += python3-venv
test: setup lint
	swift test
	Tests/peers/run.sh

# A build of its own for each sanitizer.
sanitize: setup
	ASAN_OPTIONS=detect_leaks=1 swift test --sanitize=address --scratch-path .build/asan --filter '$(SANITIZED)'
	TSAN_OPTIONS=halt_on_error=1 swift test --sanitize=thread --scratch-path .build/tsan --filter '$(SANITIZED)'

soak: setup
	TEMA_CRASHES=1000 swift test --filter CrashTests

install: release
	install -D -m 755 $(TEMA) $(DESTDIR)$(PREFIX)/bin/tema
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(TEMA) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tema
	$(TEMA) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_tema
	$(TEMA) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tema.fish

# What only measuring needs, installed when it is asked for.
bench: PACKAGES += libxml2-utils ripgrep python3-venv
bench: release
	python3 Benchmarks/run.py .build/bench

guard: PACKAGES += valgrind binutils python3
guard: release
	Benchmarks/guard.sh

# The library's public names, as pages to be served or opened with DocC.
docs: setup
	mkdir -p .build/docs
	for target in Model Ingest CodingEngine Analysis Store Exchange Charts Report; do \
		swift package --allow-writing-to-directory .build/docs generate-documentation --target $$target \
			--output-path .build/docs/$$target.doccarchive || exit 1; done
