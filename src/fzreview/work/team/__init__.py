"""Work shared out among people, and what each of them takes along."""
