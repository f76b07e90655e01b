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
    "$@" advise - --as-of 2026-11-20 --format csv --quiet <"$list" >"$work/piped" 2>"$work/piped-messages" ||
        fail "$case: found exit status $? with a list from standard input"
    "$@" advise "$list" --as-of 2026-11-20 --format csv --quiet >"$work/found" 2>"$work/messages" ||
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

"$home/advisor" advise "$list" --as-of 2026-11-20 --format csv --quiet --no-cache \
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

# What an archive holds is run as code: one that somebody else may have written is not used. A java that notes its
# arguments shows whether one is.
real=$(command -v java)
[ -z "${JAVA_HOME:-}" ] || real=$JAVA_HOME/bin/java
mkdir -p "$work/jvm/bin"
printf '#!/bin/sh\necho "$@" >>"%s/arguments"\nexec "%s" "$@"\n' "$work" "$real" >"$work/jvm/bin/java"
chmod +x "$work/jvm/bin/java"
rm -f "$home"/advisor-*.jsa
JAVA_HOME=$work/jvm ADVISOR_ARCHIVE=now "$home/advisor" --version >/dev/null
own=$(archive)
cp -p "$own" "$work/own"

: >"$work/arguments"
JAVA_HOME=$work/jvm "$home/advisor" --version >/dev/null
grep -q "SharedArchiveFile=$own.*--version" "$work/arguments" || fail "own archive: found that it is not used"
for change in "chmod o+w" "chown 65534"; do
    [ "$change" != "chown 65534" ] || [ "$(id -u)" = 0 ] || continue
    rm -f "$home"/advisor-*.jsa
    cp -p "$work/own" "$own"
    $change "$own"
    : >"$work/arguments"
    JAVA_HOME=$work/jvm "$home/advisor" --version >/dev/null
    ! grep -q 'SharedArchiveFile=.*--version' "$work/arguments" || fail "archive after $change: found that it is used"
    # one of the user's own is made in its place, in the background
    while ! grep -q Xshare:dump "$work/arguments" || [ -n "$(find "$home" -name 'advisor-*.new.*')" ]; do
        sleep 1
    done
done

# Hardly a file may be open: a message, not a stack trace. The JVM is started by exec, as the shell itself needs more files.
status=0
sh -c 'ulimit -n 8 && exec "$@"' sh "$real" -jar "$home/advisor.jar" advise "$list" \
    >/dev/null 2>"$work/messages" || status=$?
[ "$status" = 75 ] && grep -q '^The program: found more files than it may have open' "$work/messages" &&
    [ "$(wc -l <"$work/messages")" -eq 2 ] || fail "eight open files: found exit status $status: $(cat "$work/messages")"

mv "$home" "$work/moved"
home=$work/moved
expect_advice "moved folder" env -u JAVA_HOME "$home/advisor"
# The JVM refuses two collectors, and says on standard error which options it took from the variable.
JAVA_TOOL_OPTIONS=-XX:+UseG1GC "$home/advisor" advise "$list" --as-of 2026-11-20 --format csv --quiet \
    >"$work/found" 2>"$work/messages" || fail "collector chosen by the user: $(cat "$work/messages")"
cmp -s "$work/expected" "$work/found" || fail "collector chosen by the user: found other advice"
# A workbook takes services of libraries, which packing may lose.
"$home/advisor" advise samples/customers.xlsx --as-of 2026-11-20 --format csv --quiet >"$work/found" ||
    fail "workbook: found exit status $?"
cmp -s "$work/expected" "$work/found" || fail "workbook: found other advice than for the same list as CSV"
echo "launcher: same advice with every archive, and for a workbook"
