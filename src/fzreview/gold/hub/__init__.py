"""What a published data set says of itself; every number comes from the manifest."""
