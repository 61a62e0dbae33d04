#!/bin/sh
# What belongs into CI, or into a pre-commit hook: the extractor may not become worse than it is.
set -eu
cd "$(dirname "$0")"
python predict.py gold/report.txt > predictions.jsonl
fzreview evaluate gold predictions.jsonl --min-f1 detect=0.85,value=0.85
