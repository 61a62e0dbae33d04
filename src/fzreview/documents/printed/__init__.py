"""Lines of printed pages, as a layout placed them, → the text that was laid out."""
