#!/usr/bin/env bash
# Builds everything and prints all figures, each with minimum, median and maximum over the rounds of one run.
# ROUNDS (5), SECONDS_EACH (5) and ROWS (1000000) can be set; `run.sh start`, `evaluation`, `whole` or `memory` runs one
# part. Without a part all run but `memory`, which takes ROWS (10000000) with 1 GiB of heap.
set -euo pipefail
cd "$(dirname "$0")"
rounds=${ROUNDS:-5}
part=${1:-all}
work=target/work
case $part in
    all | start | evaluation | whole | memory) ;;
    *)
        echo "run.sh: found the part '$part', expected start, evaluation, whole or memory" >&2
        exit 2
        ;;
esac

mvn --batch-mode --quiet -f .. install -DskipTests
mvn --batch-mode --quiet test dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/lib
mkdir -p "$work"
run() {
    java -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp 'target/classes:target/lib/*' "org.migrationadvisor.benchmarks.$@"
}

if [[ $part == all || $part == start ]]; then
    run ColdStart "$((rounds * 4))" "$work"
fi
if [[ $part == all || $part == evaluation ]]; then
    run Evaluation "$rounds" "${SECONDS_EACH:-5}" ''
    run Evaluation "$rounds" "${SECONDS_EACH:-5}" rules
fi
if [[ $part == all || $part == whole ]]; then
    run EndToEnd "$rounds" "${ROWS:-1000000}" sorted "$work"
    run EndToEnd "$rounds" "${ROWS:-1000000}" shuffled "$work"
fi
if [[ $part == memory ]]; then
    run Memory "${ROWS:-10000000}" "$work"
fi
