package org.migrationadvisor.rulebook.syntax;

import java.util.Map;

/** What DRL knows and a rule file may not hold, with what to write instead. */
final class Refused {

    static final Map<String, String> AT_TOP = Map.of(
            "import", "all facts and codes are known without an import: remove the line",
            "function", "a rule file holds no code: use the fields of the facts, or ask for a new field",
            "global", "results are made with recommend( CODE, $fact ): remove the line",
            "query", "write the patterns of the query into the rule",
            "declare", "what rules conclude is declared in " + Syntax.DEFINITIONS + "; a number goes into policy.yaml",
            "dialect", "there is only one dialect: remove the line",
            "unit", "start the file with `package <topic>;`",
            "template", "write the rule out");

    static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("salience", "the order of advice is set in recommendations.yaml"),
            Map.entry("no", "rules change no facts, so no rule can fire itself again"),
            Map.entry("lock", "rules change no facts, so no rule can fire itself again"),
            Map.entry("agenda", "all rules see all facts"),
            Map.entry("activation", "make the conditions exclude each other"),
            Map.entry("ruleflow", "all rules see all facts"),
            Map.entry("auto", "all rules see all facts"),
            Map.entry("dialect", "there is only one dialect"),
            Map.entry("enabled", "to switch a rule off, remove it"),
            Map.entry("duration", "rules never read the clock"),
            Map.entry("timer", "rules never read the clock"),
            Map.entry("calendars", "rules never read the clock"),
            Map.entry("date", "compare the as-of date instead: `asOf >= \"2026-05-04\"`"),
            Map.entry("extends", "write the conditions out"));

    static final Map<String, String> CONDITIONS = Map.of(
            "eval", "write the condition inside the pattern",
            "forall", "write not( Fact( ... ) ) with the opposite condition",
            "from", "facts come from the list only",
            "or", "write two rules, or use || inside one pattern",
            "query", "write the patterns of the query into the rule",
            "collect", "use accumulate( Fact( ... ); $n : count() )",
            "groupby", "use accumulate( Fact( ... ); $n : count() )");

    static final Map<String, String> BEHIND_PATTERN = Map.of(
            "from", "facts come from the list only",
            "over", "facts come from the list only",
            "or", "write two rules, or use || inside one pattern",
            "||", "write two rules, or use || inside one pattern");

    static final Map<String, String> OPERATORS = Map.of(
            "matches", "compare with == or in",
            "excludes", "write `not contains`",
            "memberOf", "compare with in",
            "soundslike", "compare with == or in",
            "str", "compare with == or in",
            "after", "compare dates with >",
            "before", "compare dates with <",
            "instanceof", "match the fact that is meant");

    static final Map<String, String> VALUES = Map.of(
            "new", "a rule reads facts and recommends, nothing else",
            "eval", "write the condition itself");

    private Refused() {}
}
