# The five doors. Each is one script in scripts/, which says at its top what it does and reads.
.PHONY: run test check generate bench

run: ## Build the SPA and the server, then serve on http://127.0.0.1:8080
	@scripts/run

test: ## Install what is lacking, then prove everything, cheap steps first
	@scripts/test

check: ## What to run before a commit: format, lints and types, no test
	@scripts/check

generate: ## Write again what the code decides: openapi.json, schema.gen.ts, Postman
	@scripts/generate

bench: ## Measure how fast the server is on both databases, as ratios: docs/performance.md
	@scripts/bench
