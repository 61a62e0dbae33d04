"""Steps: decisions to be recorded in the journal; one module for each kind of target."""
