package org.migrationadvisor;

/**
 * A rule of the rules folder.
 *
 * @param id the stable id, such as {@code TIM-010}
 * @param sentence what the rule says
 * @param file its file, relative to the rules folder, with {@code /}
 * @param line the line of its name, counted from 1
 * @param source the page and year that say so
 * @param code what it recommends
 */
public record RuleInfo(String id, String sentence, String file, int line, String source, String code) {}
