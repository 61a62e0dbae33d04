"""Lists and tables whose rows are made when they are seen."""
