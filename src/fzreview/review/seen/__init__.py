"""What panes and lists show of a report or a store, without a screen."""
