#!/usr/bin/env bash
# The job after the array: merge.sh LAUNCHER SHARDS_DIR N OUT.
set -euo pipefail
ranklens=$1 parts=$2 of=$3 out=$4

folders=()
for index in $(seq "$of"); do
  folders+=("$parts/$index-of-$of")
done
code=0
"$ranklens" merge "${folders[@]}" --out "$out" || code=$?
if [ "$code" -gt 1 ]; then
  echo "not merged; the shards' logs are in $parts/logs. Submit again: what is done stays done"
fi
exit "$code"
