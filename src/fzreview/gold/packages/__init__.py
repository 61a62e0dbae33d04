"""Packages of gold: written with their manifest, read back."""
