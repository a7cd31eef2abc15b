# Everything there is to know about building: run, test, dev, format, bench.
.DEFAULT_GOAL := help
.PHONY: help run test dev format bench
MVN := mvn -B

help:    ## show these lines
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

run: platform/target/platform.jar ## build what changed and start the platform with sample data on http://127.0.0.1:8080
	./gongkai serve --sample

platform/target/platform.jar: pom.xml annual-report/pom.xml platform/pom.xml $(shell find annual-report/src/main platform/src/main -type f)
	$(MVN) -q -Dmaven.test.skip=true -pl platform -am package
	@touch $@

test:    ## check format, nulls, boundaries and behaviour: exactly what CI runs
	$(MVN) verify

dev: platform/target/platform.jar ## the same in development: the day can be moved at /dev/time
	SPRING_PROFILES_ACTIVE=dev ./gongkai serve --sample

format:  ## rewrite the sources in the project's format
	$(MVN) -q spotless:apply

bench:   ## measure speed and memory against the floors; takes some minutes
	$(MVN) -q -DskipTests -pl benchmarks,platform -am package
	benchmarks/run
	benchmarks/run platform
