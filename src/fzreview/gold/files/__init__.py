"""Kinds of files that formats share, each written whole or not at all."""
