#!/bin/sh
# Checks target/advisor: whatever happened to its class-data archive, it gives the same advice and says nothing else.
set -eu
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home="$work/a folder"
cache=$work/cache
mkdir "$home"
cp -p target/advisor target/advisor.jar "$home"
list=samples/customers.csv
unset ADVISOR_ARCHIVE
export XDG_CACHE_HOME="$cache"

fail() {
    echo "launcher, $1" >&2
    exit 1
}

# Runs the launcher given behind the name of the case; its advice must be the expected one, its messages none.
expect_advice() {
    case=$1
    shift
    "$@" advise - --as-of 2026-11-20 --format csv <"$list" >"$work/piped" 2>"$work/piped-messages" ||
        fail "$case: found exit status $? with a list from standard input"
    "$@" advise "$list" --as-of 2026-11-20 --format csv >"$work/found" 2>"$work/messages" ||
        fail "$case: found exit status $?"
    for each in found piped; do
        cmp -s "$work/expected" "$work/$each" || fail "$case: found other advice"
    done
    cat "$work/messages" "$work/piped-messages" >"$work/all-messages"
    cmp -s "$work/all-messages" "$work/expected-messages" ||
        fail "$case: found messages: $(cat "$work/all-messages")"
}

# The one archive there is.
archive() {
    set -- "$home"/advisor-*.jsa
    [ $# = 1 ] && [ -f "$1" ] || fail "found $# archives, expected one: $*"
    echo "$1"
}

# Puts a file in the place of the archive, under the name that fits its size.
replace_archive() {
    name=$(archive)
    rm -f "$name"
    mv "$1" "${name%-*}-$(($(wc -c <"$1"))).jsa"
}

"$home/advisor" advise "$list" --as-of 2026-11-20 --format csv --no-cache \
    >"$work/expected" 2>"$work/once" || fail "without an archive: found exit status $?"
[ -s "$work/expected" ] || fail "without an archive: found no advice"
cat "$work/once" "$work/once" >"$work/expected-messages"
for made in "$home"/advisor-*.jsa "$cache"; do
    [ ! -e "$made" ] || fail "without an archive: found $made made"
done

ADVISOR_ARCHIVE=now "$home/advisor" --version >/dev/null
whole=$work/whole
cp -p "$(archive)" "$whole"
expect_advice "whole archive" "$home/advisor"
ln -s "$home/advisor" "$work/link"
expect_advice "link to the launcher" "$work/link"

head -c 5000000 "$whole" >"$work/damaged"
replace_archive "$work/damaged"
expect_advice "archive cut off" "$home/advisor"
: >"$work/damaged"
replace_archive "$work/damaged"
expect_advice "empty archive" "$home/advisor"
head -c "$(wc -c <"$whole")" /dev/urandom >"$work/damaged"
replace_archive "$work/damaged"
expect_advice "archive of noise" "$home/advisor"
cp "$whole" "$work/damaged"
chmod u+w "$work/damaged"
dd if=/dev/urandom of="$work/damaged" bs=1000 seek=9000 count=1 conv=notrunc 2>/dev/null
replace_archive "$work/damaged"
expect_advice "archive with other bytes in its middle" "$home/advisor"

# Another jar: an archive of the one before has the key of this one.
rm -f "$home"/advisor-*.jsa
touch -t 202001010000 "$home/advisor.jar"
ADVISOR_ARCHIVE=now "$home/advisor" --version >/dev/null
cp "$whole" "$work/stale"
replace_archive "$work/stale"
expect_advice "archive of another jar" "$home/advisor"

# Two at once, both without an archive: both make one.
rm -f "$home"/advisor-*.jsa
ADVISOR_ARCHIVE=now "$home/advisor" --version >/dev/null &
first=$!
ADVISOR_ARCHIVE=now "$home/advisor" --version >/dev/null || fail "two at once: found exit status $?"
wait "$first" || fail "two at once: found exit status $?"
expect_advice "two at once" "$home/advisor"
for left in "$home"/advisor-*.new.*; do
    [ ! -e "$left" ] || fail "two at once: found $left left over"
done

mv "$home" "$work/moved"
home=$work/moved
expect_advice "moved folder" env -u JAVA_HOME "$home/advisor"
# The JVM refuses two collectors, and says on standard error which options it took from the variable.
JAVA_TOOL_OPTIONS=-XX:+UseG1GC "$home/advisor" advise "$list" --as-of 2026-11-20 --format csv \
    >"$work/found" 2>"$work/messages" || fail "collector chosen by the user: $(cat "$work/messages")"
cmp -s "$work/expected" "$work/found" || fail "collector chosen by the user: found other advice"
# A workbook takes services of libraries, which packing may lose.
"$home/advisor" advise samples/customers.xlsx --as-of 2026-11-20 --format csv >"$work/found" ||
    fail "workbook: found exit status $?"
cmp -s "$work/expected" "$work/found" || fail "workbook: found other advice than for the same list as CSV"
echo "launcher: same advice with every archive, and for a workbook"
