"""View models: what panes and lists show of a report or a store, independent of the screen library."""
