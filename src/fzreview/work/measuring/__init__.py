"""Use cases of measuring: agreement of reviewers, audits, progress, the certificate."""
