"""The ties of the open report: walked, told in sentences, verified at once."""
