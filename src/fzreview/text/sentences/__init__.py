"""Where sentences, clauses, quotations and lines of prose begin and end: the one home of these definitions.

They differ where the questions differ:

* `marks`: the marks themselves.
* `around`: the sentences of an untouched source (gold, exports), the sentence around a place (the screen).
* `stretches`: what lies between marks, to know a sentence again in another text.
* `clauses`: the clauses of a folded text, with or without short remarks as marks.
* `quoted`: quotations, titles and brackets; the end of a sentence outside of them.
* `hard_wraps`: line breaks that a fixed width put inside a sentence or a numeral.
"""
