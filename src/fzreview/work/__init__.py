"""The use cases: what each command and the desk ask of the floors below."""
