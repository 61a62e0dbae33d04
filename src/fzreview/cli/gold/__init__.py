"""Commands about gold: written, read back, checked, measured against, taught from."""
