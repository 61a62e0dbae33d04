"""The projection of the journal: what people hold of each figure."""
