#!/bin/sh
# What only the packaged jar can show: a workbook takes services of libraries, which packing may lose. The same list as a
# workbook and as CSV must give the same bytes.
set -eu
cd "$(dirname "$0")/../../.."
for format in csv xlsx; do
    target/advisor advise "samples/customers.$format" --as-of 2026-11-20 --format jsonl --output "target/smoke-$format.jsonl"
done
cmp target/smoke-csv.jsonl target/smoke-xlsx.jsonl
