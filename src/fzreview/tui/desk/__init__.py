"""The controllers of the review desk, one for each concern; ``controllers`` wires them."""
