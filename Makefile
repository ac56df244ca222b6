# Everything a fresh machine needs is installed by these targets; it has Go, Node with npm, make, git and apt.
GO      ?= go
NPM     ?= npm
CONTENT ?= content
OUT     ?= public

PROGRAM  := .cache/minhbach
BUNDLE   := static/dist/manifest.json
CI_TOOLS := .ci/node_modules/.package-lock.json
APT      := $(if $(filter 0,$(shell id -u)),,sudo) env DEBIAN_FRONTEND=noninteractive apt-get

# What the browser tests need of the system: programs, and the Debian packages that hold them; then what runs the program for Windows.
TOOLS    := chromium java xmllint mlr csvjson python3 sqlite3 soffice pdftotext
PACKAGES := chromium default-jre-headless fonts-noto-core libxml2-utils miller csvkit python3 sqlite3 libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils python3-uno
WINDOWS_TOOLS    := wine x86_64-w64-mingw32-ld
WINDOWS_PACKAGES := wine wine64 binutils-mingw-w64-x86-64

.DEFAULT_GOAL := help
.PHONY: help site serve demo gallery static program test test-go test-browser test-full test-windows dist lighthouse handbook lint bench bench-peers fuzz clean browser-tools FORCE

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: program ## set everything up and build the shipped content into public/
	$(PROGRAM) build --content $(CONTENT) --out $(OUT)

dist: $(BUNDLE) ## what staff get: the program for Windows, Linux and macOS, as zips in .cache/dist/
	$(GO) run ./generator/dist -out .cache/dist

serve: program ## show the shipped content in the browser while it is being written
	$(PROGRAM) serve --content $(CONTENT)

demo: program ## build the demonstration of a fictional province into .cache/demo/
	$(PROGRAM) build --content generator/demo/content --out $(if $(filter command environment%,$(origin OUT)),$(OUT),.cache/demo)

gallery: $(BUNDLE) ## every kind of chart in every case of bad input, in both languages, into .cache/gallery/
	rm -rf .cache/gallery
	GALLERY=$(abspath .cache/gallery) $(GO) test -count=1 -run TestGallery ./generator/internal/chart

static: $(BUNDLE) ## bundle the stylesheet and the scripts into static/dist/

$(BUNDLE): static/package.json static/package-lock.json $(wildcard static/src/*) $(wildcard static/bundle/*.go)
	cd static && $(NPM) ci --ignore-scripts --no-audit --no-fund
	$(GO) run ./static/bundle

program: $(PROGRAM)

$(PROGRAM): $(BUNDLE) FORCE
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-s -w" -o $(PROGRAM) ./generator

test: test-go test-browser ## set everything up and run every test (what CI runs)

test-go: $(BUNDLE) lint
	test -z "$$(gofmt -l generator layouts static/*.go static/bundle)" || { gofmt -l generator layouts static/*.go static/bundle; exit 1; }
	$(GO) mod tidy -diff
	$(GO) test ./...
	$(GO) test -run TestRules -v ./generator/internal/derive

SITES := site demo open-government sdg

test-browser: program browser-tools gallery
	rm -rf $(SITES:%=.cache/%)
	$(PROGRAM) build --quiet --content $(CONTENT) --out .cache/site --base-url https://example.org/reform/
	$(PROGRAM) build --quiet --content generator/demo/content --out .cache/demo
	$(PROGRAM) build --quiet --content generator/demo/testplans/open-government --out .cache/open-government
	$(PROGRAM) build --quiet --content generator/demo/testplans/sdg --out .cache/sdg
	rm -rf .cache/hostile && CATALOG_OUT=$(abspath .cache/hostile) $(GO) test -count=1 -run TestCatalogOut ./generator/internal/catalog
	cd .ci && SITE=../.cache/site SITES="$(SITES:%=../.cache/%)" HOSTILE=../.cache/hostile node --test --test-reporter=spec browser/*.test.mjs
	cd .ci && SITE=../.cache/demo node --test --test-reporter=spec browser/html.test.mjs browser/pages.test.mjs browser/find.test.mjs browser/text.test.mjs

test-full: test ## what takes longer: every page instead of one of each kind, lists of a thousand rows, the program for Windows, and Lighthouse
	cd .ci && SITE=../.cache/site EVERY_PAGE=1 node --test --test-concurrency=2 --test-reporter=spec browser/pages.test.mjs browser/text.test.mjs
	cd .ci && SITE=../.cache/demo EVERY_PAGE=1 node --test --test-concurrency=2 --test-reporter=spec browser/pages.test.mjs browser/text.test.mjs
	rm -rf .cache/large .cache/large-site
	$(GO) run ./generator/bench -generate .cache/large -sizes 1000
	$(PROGRAM) build --quiet --content .cache/large --out .cache/large-site
	cd .ci && SITE=../.cache/large-site node --test --test-reporter=spec large.test.mjs
	cd .ci && SITE=../.cache/large-site CONTENT=../.cache/large node --test --test-reporter=spec preview.test.mjs
	$(MAKE) test-windows
	$(MAKE) lighthouse

test-windows: program browser-tools
	for tool in $(WINDOWS_TOOLS); do command -v $$tool >/dev/null || missing=yes; done; test -z "$$missing" || \
		{ $(APT) update && $(APT) install -y --no-install-recommends $(WINDOWS_PACKAGES); }
	$(GO) run ./generator/dist -out .cache/windows windows/amd64
	cd .ci && node --test --test-reporter=spec windows.test.mjs

lighthouse: program browser-tools ## Lighthouse on the shipped content and the demonstration: speed, accessibility, habits, search engines
	rm -rf .cache/lighthouse
	$(PROGRAM) build --quiet --content $(CONTENT) --out .cache/lighthouse/site --base-url https://example.org/reform/
	$(PROGRAM) build --quiet --content generator/demo/content --out .cache/lighthouse/demo --base-url https://example.org/demo/
	node .ci/lighthouse.mjs .cache/lighthouse/site
	node .ci/lighthouse.mjs .cache/lighthouse/demo

handbook: program browser-tools ## paint the pictures of the handbook anew; what it prints: go test ./generator/internal/cli -run TestHandbook -update
	node .ci/handbook.mjs

browser-tools: $(CI_TOOLS)
	for tool in $(TOOLS); do command -v $$tool >/dev/null || missing=yes; done; /usr/bin/python3 -c 'import uno' 2>/dev/null || missing=yes; test -z "$$missing" || \
		{ $(APT) update && $(APT) install -y --no-install-recommends $(PACKAGES); }

$(CI_TOOLS): .ci/package-lock.json
	cd .ci && $(NPM) ci --ignore-scripts --no-audit --no-fund

lint: ## static analysis
	$(GO) vet ./...
	$(GO) tool -modfile=.ci/tools.mod staticcheck ./...

bench: program ## CPU seconds and peak memory: the shipped plan, 30, 300 and 3,000 indicators, 100,000 observations; one chart beside ECharts
	$(GO) run ./generator/bench -program $(PROGRAM) -content $(CONTENT)
	$(PROGRAM) build --quiet --content generator/demo/content --out .cache/bench-demo
	$(GO) test -run '^$$' -bench SVG ./generator/internal/chart | node .ci/echarts-time.mjs .cache/bench-demo

# Beside the peers: every size so many rounds, then one round of the large one without ECharts in node, then our own program.
BENCH      ?= ../shared/bench
BENCH_WORK ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/minhbach-bench
PEERS      ?= hugo,hugo-ssr
SIZES      ?= 30,300,3000
LARGE      ?= 10000
ROUNDS     ?= 3
RUN_PEERS   = cd $(BENCH) && ./run-peers --work $(BENCH_WORK) --extra $(abspath generator/bench/peers/minhbach) --json $(abspath .cache)

bench-peers: $(BENCH)/run-peers program ## the goals of speed, measured beside Hugo in one run; RECORD=yes writes them into README.md
	$(RUN_PEERS)/peers.json --peers $(PEERS) --sizes $(SIZES) --rounds $(ROUNDS)
	$(if $(LARGE),$(RUN_PEERS)/peers-large.json --peers hugo --sizes $(LARGE) --rounds 1)
	$(GO) run ./generator/bench -program $(PROGRAM) -content $(CONTENT) -rounds $(ROUNDS) -work $(BENCH_WORK) \
		-peers .cache/peers.json$(if $(LARGE),$(comma).cache/peers-large.json) \
		$(if $(RECORD),-readme README.md -growth generator/bench/growth.svg,-growth .cache/growth.svg)

$(BENCH)/run-peers:
	@echo "bench-peers: there is no $@ (name the folder of the peers' benchmark with BENCH=DIR)" >&2; exit 1

comma := ,

fuzz: ## five minutes of fuzzing each of the loader and the engine
	$(GO) test ./generator/internal/content -run '^$$' -fuzz FuzzLoad -fuzztime 5m
	$(GO) test ./generator/internal/derive -run '^$$' -fuzz FuzzJudge -fuzztime 5m

clean: ## remove what was made, keep the installed packages
	rm -rf .cache static/dist/*.js static/dist/*.css static/dist/*.json static/dist/*.txt.tmp $(OUT)/*
