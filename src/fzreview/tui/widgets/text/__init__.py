"""The pane of the report's text: rows, marks, what has been seen."""
