"""Line widgets and the caches that keep a repaint to the lines that have changed."""
