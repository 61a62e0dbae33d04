"""Speed and memory of fzreview against floors measured in the same run: ``python -m benchmarks``."""
