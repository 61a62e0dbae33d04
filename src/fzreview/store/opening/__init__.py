"""The store's file: connections, transactions, codecs, what its faults are called."""
