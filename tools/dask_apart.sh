#!/usr/bin/env bash
# A Dask scheduler and two workers, each in a network of its own, read a corpus: `tools/dask_apart.sh [PYTHON [SOURCE]]`.
#
# Makes a bridge and three network namespaces (scheduler 10.77.0.1, workers 10.77.0.2 and 10.77.0.3), as three machines
# on one switch would be, starts `dask scheduler` and two `dask worker`s in them, reads SOURCE (the sample reports, if not
# given) from the scheduler's machine, reads it again by one process without any network, and compares the parts byte for
# byte. No folder is shared with the workers: they are started in empty ones of their own and send back what they made.
# Needs root and `ip` (iproute2). Takes away all that it made, whatever happens.
set -euo pipefail

python=${1:-python3}
python=$(command -v "$python")
source=${2:-$("$python" -c 'from parley import samples; print(samples.folder())')}
work=$(mktemp -d)
bridge=pb$$
nets=("parley$$-s" "parley$$-w1" "parley$$-w2")
started=()

clean() {
  [ "${KEEP_LOGS:-}" = "" ] || cp "$work"/*.log "$KEEP_LOGS"
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for net in "${nets[@]}"; do ip netns del "$net" 2>/dev/null || true; done
  for n in 0 1 2; do ip link del "pv$$-$n" 2>/dev/null || true; done
  ip link del "$bridge" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT

[ "$(id -u)" = 0 ] || { echo "network namespaces need root: sudo $0 $*" >&2; exit 2; }
command -v ip >/dev/null || { echo "install iproute2: apt-get install iproute2" >&2; exit 2; }

ip link add "$bridge" type bridge
ip link set "$bridge" up
for n in 0 1 2; do
  net=${nets[$n]}
  ip netns add "$net"
  ip link add "pv$$-$n" type veth peer name eth0 netns "$net"
  ip link set "pv$$-$n" master "$bridge" up
  ip -n "$net" addr add "10.77.0.$((n + 1))/24" dev eth0
  ip -n "$net" link set eth0 up
  ip -n "$net" link set lo up
done

export OMP_NUM_THREADS=1
in_net() { exec ip netns exec "$1" "${@:2}"; }
address=tcp://10.77.0.1:8786

in_net "${nets[0]}" "$python" -m distributed.cli.dask_scheduler --host 10.77.0.1 --port 8786 --no-dashboard --no-show \
  > "$work/scheduler.log" 2>&1 & started+=($!)
for n in 1 2; do
  mkdir "$work/w$n"
  (cd "$work/w$n" && in_net "${nets[$n]}" "$python" -m distributed.cli.dask_worker "$address" --host "10.77.0.$((n + 1))" \
    --nthreads 1 --no-dashboard --local-directory "$work/w$n" > "$work/w$n.log" 2>&1) & started+=($!)
done

echo "a scheduler at 10.77.0.1, workers at 10.77.0.2 and 10.77.0.3"
(in_net "${nets[0]}" ip -brief addr show eth0)
(in_net "${nets[0]}" "$python" -m parley corpus "$source" --out "$work/apart" --part-size 2 --seconds 600 --scheduler "$address")
"$python" - "$work" <<'PY'
import json, re, sys
from pathlib import Path
done = {n: len(re.findall("Starting established connection|Register", Path(sys.argv[1], f"w{n}.log").read_text())) for n in (1, 2)}
print("workers that registered:", [n for n, m in done.items() if m])
PY
"$python" -m parley corpus "$source" --out "$work/here" --part-size 2 --seconds 600 --workers 1
rm -f "$work"/{apart,here}/{log.jsonl,.lock}
diff -r "$work/apart" "$work/here"
echo "the parts are the same, byte for byte: $(ls -d "$work"/apart/part=* | wc -l) parts"
