"""Commands about figures: listed, checked against each other, decided without a screen."""
