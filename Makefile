# Everything there is to know about building: run, test, dev, format, bench.
.DEFAULT_GOAL := help
.PHONY: help run test dev format bench
MVN := mvn -B

help:    ## show these lines
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

run:     ## build what is missing and start the platform on http://127.0.0.1:8080
	./gongkai serve

test:    ## check format, nulls, boundaries and behaviour: exactly what CI runs
	$(MVN) verify

dev:     ## build everything without tests, then start the platform
	$(MVN) -q -DskipTests package
	./gongkai serve

format:  ## rewrite the sources in the project's format
	$(MVN) -q spotless:apply

bench:   ## measure speed and memory against the floors; takes some minutes
	$(MVN) -q -DskipTests -pl benchmarks -am package
	benchmarks/run
