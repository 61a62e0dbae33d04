"""Reports: their text, what was read out of them, how a store gives them back."""
