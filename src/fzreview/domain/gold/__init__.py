"""Gold: what people confirmed, as exports pass it on and read it back."""
