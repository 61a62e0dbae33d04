"""What a store holds, as rows for people and programs."""
