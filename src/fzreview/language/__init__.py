"""What the program knows of the language: alphabets and word lists as data, each with a word about it."""
