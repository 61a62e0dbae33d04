"""A store opened for a reviewer; verdicts with and without a screen."""
