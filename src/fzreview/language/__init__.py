"""What the program knows of the language: alphabets and word lists as data, each group with a word about it."""
