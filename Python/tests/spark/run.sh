#!/usr/bin/env bash
# Tests the package on Spark: with two threads, then on a cluster of one master and two workers, all on 127.0.0.1.
# Usage: Python/tests/spark/run.sh BINARY [VENV]
set -euo pipefail
TEMA_BINARY=$(realpath "$1")
export TEMA_BINARY
cd "$(dirname "$0")/../../.."
venv=$(realpath -m "${2:-.build/python-spark}")
python=$venv/bin/python
if ! command -v java > /dev/null; then
    echo "Skipped the tests of Spark: Java is missing (apt-get install openjdk-17-jre-headless)."
    exit 0
fi
if ! "$python" -c "import pyspark, pandas, pytest" 2> /dev/null; then
    python3 -m venv "$venv"
    if ! "$python" -m pip install -q "pyspark>=3.5" pandas pytest; then
        echo "Skipped the tests of Spark: pyspark could not be installed (no network?)."
        exit 0
    fi
fi
SPARK_HOME=$("$python" -c "import os, pyspark; print(os.path.dirname(pyspark.__file__))")
# Workers import the package from the checkout, and listen on this machine only.
export SPARK_HOME PYTHONPATH=$PWD/Python PYSPARK_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1 PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d)
processes=()
stop() {
    if [ ${#processes[@]} -gt 0 ]; then
        kill "${processes[@]}" 2> /dev/null || true
        wait "${processes[@]}" 2> /dev/null || true
    fi
    rm -rf "$work"
}
trap stop EXIT
# In a folder of its own, because pytest removes the folders of earlier runs from the common one, and they may still run.
tests=("$python" -m pytest -q -p no:cacheprovider --basetemp "$work/tests" Python/tests/spark)

echo "Spark with two threads:"
"${tests[@]}" Python/tests/test_documentation.py

port=$("$python" -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
master=spark://127.0.0.1:$port
start() { "$SPARK_HOME/bin/spark-class" "org.apache.spark.deploy.$1" --host 127.0.0.1 --webui-port 0 "${@:2}" & processes+=($!); }
export SPARK_NO_DAEMONIZE=1 SPARK_WORKER_DIR=$work/workers SPARK_LOG_DIR=$work/logs
start master.Master --port "$port" > "$work/master" 2>&1
for _ in 1 2; do start worker.Worker --cores 1 --memory 1g "$master" > "$work/worker-${#processes[@]}" 2>&1; done
for _ in $(seq 600); do
    if [ "$(grep -c "Registering worker" "$work/master" || true)" -ge 2 ]; then break; fi
    sleep 0.2
done
if [ "$(grep -c "Registering worker" "$work/master" || true)" -lt 2 ]; then
    cat "$work"/master "$work"/worker-*
    echo "The cluster did not start."
    exit 1
fi

echo "Spark on a cluster of two workers:"
TEMA_SPARK_MASTER=$master "${tests[@]}"
