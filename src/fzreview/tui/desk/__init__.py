"""What the review desk does, one small controller for each concern; the screen wires them."""
