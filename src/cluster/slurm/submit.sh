#!/usr/bin/env bash
# Runs a manifest on Slurm: an array job of shards, and a job after it that merges them.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: submit.sh MANIFEST OUT [options] [-- options of 'ranklens run']
  --shards N        parts of the manifest (default: its rows, at most 200)
  --at-once K       at most K parts at a time (default: as many as Slurm gives)
  --threads T       processors for each part (default 4)
  --memory M        memory for each part, as 8G or 6000M (default 8G); 7/10 of it become the JVM's heap
  --time T          time limit of each part, as Slurm writes it (default 12:00:00)
  --partition P     partition
  --account A       account
  --wait            come back when the merged result is there
  --help            this
Parts and logs go to OUT-shards/, the merged result to OUT. The same command again takes up what is missing.
TEXT
}

say() { printf 'submit: %s\n' "$*" >&2; }
wrong() { say "$*"; say "see 'submit.sh --help'"; exit 2; }

shards='' at_once='' threads=4 memory=8G limit=12:00:00 wait=false
site=() paths=() run_options=()
while [ $# -gt 0 ]; do
  case $1 in
    --shards | --at-once | --threads | --memory | --time | --partition | --account)
      [ $# -ge 2 ] || wrong "$1 needs a value"
      case $1 in
        --shards) shards=$2 ;;
        --at-once) at_once=$2 ;;
        --threads) threads=$2 ;;
        --memory) memory=$2 ;;
        --time) limit=$2 ;;
        *) site+=("$1=$2") ;;
      esac
      shift 2 ;;
    --wait) wait=true; shift ;;
    --help | -h) usage; exit 0 ;;
    --) shift; run_options=("$@"); break ;;
    -*) wrong "unknown option $1" ;;
    *) paths+=("$1"); shift ;;
  esac
done
[ ${#paths[@]} -eq 2 ] || wrong "a manifest and an output folder are needed"
[ -f "${paths[0]}" ] || { say "${paths[0]}: no such manifest"; exit 3; }
command -v sbatch >/dev/null || { say "no sbatch here; is this a login node of the cluster?"; exit 2; }

number() { [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] || wrong "$1 must be a number from 1 to 99999, not '$2'"; }
if [ -z "$shards" ]; then
  rows=$(($(wc -l <"${paths[0]}") - 1))
  shards=$((rows < 1 ? 1 : rows > 200 ? 200 : rows))
fi
number --shards "$shards"
number --threads "$threads"
[ -z "$at_once" ] || number --at-once "$at_once"
[[ $memory =~ ^[1-9][0-9]*[MG]$ ]] || wrong "--memory must be as 8G or 6000M, not '$memory'"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ranklens=${RANKLENS:-}
for launcher in "$here/../../ranklens" "$here/../../../ranklens"; do
  if [ -z "$ranklens" ] && [ -x "$launcher" ]; then ranklens=$(cd "$(dirname "$launcher")" && pwd)/ranklens; fi
done
[ -n "$ranklens" ] || { say "no launcher found; set RANKLENS to its path"; exit 2; }

manifest=$(cd "$(dirname "${paths[0]}")" && pwd)/$(basename "${paths[0]}")
out=${paths[1]%/}
mkdir -p "$out-shards/logs"
parts=$(cd "$out-shards" && pwd)
out=${parts%-shards}

# Builds a checkout here, on the login node, and finds a wrong manifest before anything waits in a queue.
# Items that can't be worked on (1) become rows.
code=0
"$ranklens" run "$manifest" --check --quiet ${run_options[@]+"${run_options[@]}"} || code=$?
[ "$code" -le 1 ] || exit "$code"

array=$(sbatch --parsable --job-name=ranklens --array="1-$shards${at_once:+%$at_once}" --nodes=1 --ntasks=1 \
  --cpus-per-task="$threads" --mem="$memory" --time="$limit" --requeue --open-mode=append \
  --output="$parts/logs/shard-%a-of-$shards.log" ${site[@]+"${site[@]}"} \
  "$here/shard.sh" "$ranklens" "$manifest" "$parts" "$shards" ${run_options[@]+"${run_options[@]}"})
array=${array%%;*}

waiting=()
[ "$wait" = false ] || waiting=(--wait)
merge=(sbatch --parsable --job-name=ranklens-merge --nodes=1 --ntasks=1 --cpus-per-task=1 --mem="$memory" --time="$limit"
  --dependency="afterany:$array" --output="$parts/logs/merge.log" --open-mode=truncate ${site[@]+"${site[@]}"} ${waiting[@]+"${waiting[@]}"}
  "$here/merge.sh" "$ranklens" "$parts" "$shards" "$out")
say "$shards shards as job $array; then they are merged into $out (log: $parts/logs/merge.log)"
if [ "$wait" = false ]; then
  job=$("${merge[@]}")
  say "the merge is job ${job%%;*}; 'squeue --me' shows both"
else
  code=0
  "${merge[@]}" >/dev/null || code=$?
  cat "$parts/logs/merge.log" >&2 || true
  exit "$code"
fi
