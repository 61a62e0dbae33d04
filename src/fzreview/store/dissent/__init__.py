"""Where words of several people differ, which rulings settle it and on what they rest."""
