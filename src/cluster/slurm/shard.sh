#!/usr/bin/env bash
# One task of the array job that submit.sh makes: shard.sh LAUNCHER MANIFEST SHARDS_DIR N [options of 'ranklens run'].
set -euo pipefail
ranklens=$1 manifest=$2 parts=$3 of=$4
shift 4
index=${SLURM_ARRAY_TASK_ID:?started by submit.sh only}

# 7/10 of the job's memory for the heap; the rest for OpenCV's images and the JVM itself.
megabytes=${SLURM_MEM_PER_NODE:-}
if [ -z "$megabytes" ] && [ -n "${SLURM_MEM_PER_CPU:-}" ]; then
  megabytes=$((SLURM_MEM_PER_CPU * ${SLURM_CPUS_PER_TASK:-1}))
fi
[ -z "$megabytes" ] || [ "$megabytes" = 0 ] || export RANKLENS_OPTS="-Xmx$((megabytes * 7 / 10))m ${RANKLENS_OPTS:-}"

folder=$parts/$index-of-$of
echo "shard $index of $of on $(hostname), restart ${SLURM_RESTART_COUNT:-0}"
code=0
"$ranklens" run "$manifest" --out "$folder" --shard "$index/$of" --resume --threads "${SLURM_CPUS_PER_TASK:-1}" "$@" ||
  code=$?

case $code in
  # Items that failed are rows of the result. (A JVM that can't start says 1, too, but leaves no result.)
  1) if [ -f "$folder/provenance.json" ]; then code=0; fi ;;
  137) echo "shard $index of $of ran out of memory; submit again with more --memory: what is done stays done" ;;
esac
exit "$code"
