"""SubjectSelection a subject or a span from the words of a sentence."""
