package org.migrationadvisor.rulebook.loading;

/**
 * A code of the recommendation catalogue.
 *
 * @param code its name
 * @param severity one of blocker, action, warning, question, info
 * @param actor one of partner, customer, source-partner, microsoft
 * @param order what must be done first has the smallest
 * @param line its line in {@code recommendations.yaml}, counted from 1
 */
public record CodeDefinition(String code, String severity, String actor, int order, int line) {}
