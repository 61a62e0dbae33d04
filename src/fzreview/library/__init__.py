"""The program as a library: what ``import fzreview`` offers. See docs/python.md."""
