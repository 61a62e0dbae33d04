"""A store kept safe: doctor, verification, backup."""
