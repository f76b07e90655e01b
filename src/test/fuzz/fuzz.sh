#!/bin/sh
# Fuzzes one target, or all of them one after the other, with a heap of 400 MB, and says how many inputs there were. A
# target ends at its first finding, an exception that it does not expect or two minutes for one input. That is kept in
# target/fuzz/TARGET as crash-* or timeout-*, beside the inputs that brought something new, and the next run starts with
# all of them. Put a finding into the target's folder of seeds under src/test/resources. The exit status is 1 if a target
# ended early.
#
#   sh src/test/fuzz/fuzz.sh RulesFuzzTest#rule 60     one target for 60 seconds
#   sh src/test/fuzz/fuzz.sh all 600                   all targets for 600 seconds each
set -eu
cd "$(dirname "$0")/../../.."
[ $# -eq 2 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }

mvn -q test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/fuzz.classpath
classes="target/test-classes:target/classes:$(cat target/fuzz.classpath)"
failed=0

fuzz() {
    test_class=$(grep -rl "class ${1%#*} " src/test/java | sed 's|src/test/java/||; s|\.java$||; s|/|.|g')
    [ -n "$test_class" ] || { echo "$1: found no such class of tests, expected such as RulesFuzzTest#rule" >&2; exit 2; }
    method=${1#*#}
    kept=target/fuzz/$1
    mkdir -p "$kept"
    seeds=src/test/resources/$(echo "$test_class" | tr . /)Inputs/$method
    [ -d "$seeds" ] || seeds=
    status=0
    # shellcheck disable=SC2086 # no seeds are no argument
    java -Xmx400m -cp "$classes" com.code_intelligence.jazzer.Jazzer --target_class="$test_class" \
        --target_method="$method" --instrumentation_includes='org.migrationadvisor.**' --reproducer_path="$kept" \
        -artifact_prefix="$kept/" -timeout=120 -rss_limit_mb=0 -max_total_time="$2" "$kept" $seeds \
        >"$kept.log" 2>&1 || status=$?
    inputs=$(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$kept.log")
    if [ "$status" -eq 0 ] && [ -n "$inputs" ]; then
        echo "$1: $inputs inputs, no finding"
    else
        failed=1
        echo "$1: ended early, after ${inputs:-some} inputs; the end of $kept.log says why"
    fi
}

if [ "$1" = all ]; then
    for file in $(grep -rl '@FuzzTest' src/test/java | sort); do
        for method in $(sed -n '/@FuzzTest/{n;s/^ *void \([A-Za-z]*\)(.*/\1/p;}' "$file"); do
            fuzz "$(basename "$file" .java)#$method" "$2"
        done
    done
else
    fuzz "$1" "$2"
fi
exit "$failed"
