# The two main commands are `make demo` and `make test`. Both install missing packages first.

MODULES := $(notdir $(wildcard Sources/Tema*))
PREFIX ?= /usr/local
PACKAGES := g++ git libxml2-dev libarchive-dev libsqlite3-dev nettle-dev libutf8proc-dev libxlsxwriter-dev pkg-config
TEMA := .build/release/tema
# Swift's package manager leaves lock files and empty folders in the folder for temporary files.
export TMPDIR := $(CURDIR)/.build/tmp
# Prevents Python from writing compiled modules to Benchmarks.
export PYTHONDONTWRITEBYTECODE := 1

# The suites that use C, SQLite, several threads, other processes or signals, as a pattern of targets and suites.
SANITIZED := ^Tema(Formats|Ingest|Coding|Tables|Refi|Exchange|Study|Pipeline)Tests\.|^temaTests\.(Crash|Signal|Spreadsheet)Tests

.PHONY: help demo test test-browser python-test spark-test wheel dist release-check screenshots sanitize soak fresh lint release bench guard install docs site setup

help:
	@echo "make demo      set up, build, and show frequencies and co-occurrence over Corpus/"
	@echo "make test      set up, lint, and run all tests"
	@echo "make test-browser  test the workspace with attacks, kills and a browser"
	@echo "make python-test  test the Python package"
	@echo "make spark-test   test the Python package on Apache Spark, with two threads and on a cluster of two workers"
	@echo "make wheel     make a wheel of the Python package for this machine, in .build/wheel"
	@echo "make dist      build the files of a release in .build/dist/files: archive, wheel, Debian package, checksums"
	@echo "make release-check  check the files and the version before a release (as root)"
	@echo "make sanitize  run the tests that use C or threads with AddressSanitizer and ThreadSanitizer"
	@echo "make soak      kill a program while it codes, 1,000 times, and check that no coding is lost"
	@echo "make fresh     run demo and test on new Debian systems (as root; SUITES=\"bookworm trixie sid\", FRESH_WORK=/tmp)"
	@echo "make release   build .build/release/tema"
	@echo "make bench     compare Tema's speed with xmllint, Python and ripgrep; write Documentation/benchmarks.md"
	@echo "make guard     count the instructions of a fixed job, and fail if they have increased"
	@echo "make docs      build the library's API reference as HTML"
	@echo "make site      build the documentation as web pages with a search, in .build/site"
	@echo "make install   install tema, its completions and its manual pages (PREFIX=$(PREFIX))"

setup:
	@mkdir -p .build/tmp
	@Tools/setup.sh $(PACKAGES)

# Linked statically with Swift's libraries: the program starts faster and needs no toolchain. Foundation causes the linker's
# warning about mktemp. Without this folder's path, which messages of C libraries contain, builds in different folders are equal.
release: setup
	swift build -c release --product tema --static-swift-stdlib -Xcc -ffile-prefix-map=$(CURDIR)/=

demo: release
	$(TEMA) frequencies -c Codebooks/cecchet-2014.yaml Corpus
	$(TEMA) cooccurrence -c Codebooks/cecchet-2014.yaml Corpus
	@echo
	@echo "To read and code these texts in your browser: $(TEMA) serve --demo"

lint: setup
	swift format lint --strict -r Sources Tests Package.swift

test: PACKAGES += python3-venv
test: setup lint
	Tests/run.sh
	Tests/Library/run.sh .build/debug/tema
	Tests/peers/run.sh

# Chromium tests the workspace's page. Without playwright (no network), only the tests of the server are run.
test-browser: PACKAGES += chromium node-typescript python3-venv
test-browser: setup
	swift build --product tema
	Tests/workspace/run.sh .build/debug/tema

# Both install what they need in virtual environments, and are skipped without a network.
python-test: PACKAGES += python3-venv binutils
python-test: release
	Python/tests/run.sh $(TEMA)

spark-test: PACKAGES += python3-venv openjdk-17-jre-headless
spark-test: release
	Python/tests/spark/run.sh $(TEMA)

wheel: PACKAGES += python3 binutils
wheel: release
	strip -o .build/tmp/tema $(TEMA)
	python3 Python/build_wheel.py .build/tmp/tema .build/wheel

dist: PACKAGES += binutils dpkg-dev file python3 xz-utils
dist: release
	Distribution/dist.sh .build/release .build/dist

release-check: PACKAGES += binutils debootstrap dpkg-dev file lintian man-db python3-venv xz-utils
release-check: dist
	Distribution/check.sh .build/dist .build/release

# The pictures of Documentation/workspace.md.
screenshots: PACKAGES += chromium python3-venv imagemagick
screenshots: setup
	swift build --product tema
	Tests/workspace/run.sh .build/debug/tema browser/screenshots.py

# Each sanitizer has its own build folder.
sanitize: setup
	ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp swift test --sanitize=address --scratch-path .build/asan --filter '$(SANITIZED)'
	TSAN_OPTIONS=halt_on_error=1 swift test --sanitize=thread --scratch-path .build/tsan --filter '$(SANITIZED)'

soak: setup
	TEMA_CRASHES=1000 Tests/run.sh --filter CrashTests

fresh: PACKAGES += debootstrap
fresh: setup
	Tests/fresh/run.sh $(SUITES)

install: PACKAGES += binutils python3
install: release
	strip -o .build/tmp/tema $(TEMA)
	Distribution/stage.sh .build/tmp/tema $(DESTDIR)$(PREFIX) $$(date +%F)

# Packages that only the benchmarks need are installed on demand.
bench: PACKAGES += libxml2-utils ripgrep python3-venv
bench: release
	python3 Benchmarks/run.py .build/bench

guard: PACKAGES += valgrind binutils python3
guard: release
	Benchmarks/guard.sh

# The documentation of the library's public declarations, as archives for DocC.
docs: export TEMA_DOCS := 1
docs: setup
	mkdir -p .build/docs
	for target in $(MODULES); do \
		swift package --allow-writing-to-directory .build/docs generate-documentation --target $$target \
			--output-path .build/docs/$$target.doccarchive || exit 1; done

# Debian's Python, because only that one finds Debian's packages.
site: PACKAGES += python3 python3-markdown
site: setup
	/usr/bin/python3 Tools/site.py .build/site
	/usr/bin/python3 Tools/site/check.py .build/site
