package org.migrationadvisor.input.row;

/**
 * A value as its source writes it.
 *
 * @param text neither blank nor {@code unknown}, without blanks at either end
 * @param column the column or key in the source's own spelling
 * @param line the line to name in messages
 */
public record Cell(String text, String column, long line) {}
