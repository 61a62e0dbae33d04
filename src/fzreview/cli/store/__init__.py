"""Commands about the store itself and its surroundings."""
