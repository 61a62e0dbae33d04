"""Files of gold and predictions → scores."""
