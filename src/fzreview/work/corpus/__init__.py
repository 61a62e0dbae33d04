"""What people decide about whole reports: copies, exclusions, tags, what a report is, removal."""
