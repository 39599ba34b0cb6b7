#!/usr/bin/env python3
"""Reads the networks of `tema cooccurrence` with NetworkX, and compares them with the table.

usage: network.py TEMA
"""
import json
import os
import subprocess
import sys
import tempfile

import networkx

COMMAND = ["cooccurrence", "-q", "-c", "Codebooks/cecchet-2014.yaml", "Corpus", "--unit", "document"]
READERS = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


def main():
    tema = sys.argv[1]
    rows = json.loads(subprocess.run([tema, *COMMAND, "--format", "json"], capture_output=True, text=True, check=True).stdout)["rows"]
    for format, read in READERS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, f"network.{format}")
            subprocess.run([tema, *COMMAND, "--format", format, "-o", path], check=True)
            graph = read(path)
        if graph.is_directed() or graph.number_of_edges() != len(rows):
            sys.exit(f"{format}: {graph}, the table has {len(rows)} pairs")
        for row, (one, other, edge) in zip(rows, graph.edges(data=True)):
            ours = [row["n_ab"], row["jaccard"], row["npmi"], row["n_a"], row["n_b"]]
            theirs = [edge["weight"], edge["jaccard"], edge["npmi"], graph.nodes[one]["size"], graph.nodes[other]["size"]]
            if ours != theirs or not row["code_a"].startswith(graph.nodes[one]["group"]):
                sys.exit(f"{format}: {row} is {edge}")
    print(f"network: {len(rows)} edges equal in NetworkX, in {' and '.join(READERS)}")


main()
