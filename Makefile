# Concord's errands. On a bare Debian or Ubuntu each installs what it lacks, and says so.
.PHONY: help run build test check lint plant e2e bench profile fmt deps

LINT = go tool -modfile=.ci/tools/go.mod golangci-lint
RUNS = 3

# Where .ci/deps puts a Go when the machine's is too old.
export PATH := $(CURDIR)/.ci/bin:$(PATH)

help: ## show this list
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' Makefile

run: build ## open the window on the sample study
	.ci/sample

build: ## build ./concord
	.ci/deps go build
	go build -o concord .

test: ## run every test, and build the command line alone
	.ci/deps go build
	go test -race -shuffle=on -timeout 30m ./...
	CGO_ENABLED=0 go build -tags nogui -o /dev/null .
	! CGO_ENABLED=0 go list -deps -tags nogui . | grep '^fyne\.io/'

check: lint plant test e2e ## everything that must hold before a change lands

lint: ## read the code for mistakes and breaches of the design
	.ci/deps go build lint
	go mod tidy -diff
	$(LINT) run -c .ci/golangci.yaml
	CGO_ENABLED=0 $(LINT) run -c .ci/golangci.yaml --build-tags nogui .
	shellcheck $$(grep -rlE '^#!/bin/(ba)?sh' .ci --exclude-dir=tools --exclude-dir=bin)

plant: ## prove that the rules of lint are alive
	.ci/deps go
	.ci/plant

e2e: build ## drive the real window by mouse and keys, without a screen
	.ci/deps screen
	.ci/e2e/run

bench: ## measure what has a target; BENCH=Search runs Go's benchmarks that have Search in their names
	.ci/deps go build
ifdef BENCH
	go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(RUNS) -timeout 60m ./...
else
	go run ./.ci/bench -runs $(RUNS)
endif

profile: ## measure anew where the compiler should put its effort (default.pgo)
	.ci/deps go
	go run -tags nogui ./.ci/bench -profile default.pgo

fmt: ## bring the code into shape
	.ci/deps go
	$(LINT) fmt -c .ci/golangci.yaml

deps: ## install all that the others need
	.ci/deps go build lint screen
