package org.migrationadvisor.rulebook.syntax;

/** Thrown when a rule cannot be read on; the problem is already told. */
final class BrokenRuleException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenRuleException() {
        super(null, null, false, false);
    }
}
