#!/bin/sh
# Puts the launcher beside the jar in target, with a class-data archive for the JVM at hand and the manual page.
set -eu
cd "$(dirname "$0")/../../.."
install -m 755 src/main/launcher/advisor target/advisor
rm -f target/advisor-*.jsa target/advisor-*.new.*
ADVISOR_ARCHIVE=now target/advisor --version
target/advisor man >target/advisor.1
