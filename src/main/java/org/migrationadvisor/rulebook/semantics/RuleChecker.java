package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks rules against the vocabulary and the codes, and makes them ready to run. */
public final class RuleChecker {
    private static final Pattern RULE_NAME = Pattern.compile("(\\S+) +(\\S.*)");
    private static final int MOST_RULES = 2_000;

    private final DefinitionChecker definitions;
    private final Set<String> codes;
    private final Problems problems;
    private final Map<String, String> places = new HashMap<>();

    /**
     * @param definitions what the rules can name
     * @param codes the codes of the recommendation catalogue
     * @param problems takes what is wrong
     */
    public RuleChecker(DefinitionChecker definitions, Set<String> codes, Problems problems) {
        this.definitions = definitions;
        this.codes = codes;
        this.problems = problems;
    }

    /** The rules of all files of a book, without those that have an error, which have then been told. */
    public List<RuleDefinition> check(List<Syntax.RuleFile> files) {
        List<RuleDefinition> rules = new ArrayList<>();
        List<String> ids = files.stream()
                .flatMap(file -> file.rules().stream())
                .map(rule -> rule.name().text().split(" ", 2)[0])
                .toList();
        if (ids.size() > MOST_RULES) {
            tooMany(files, ids.size());
            return rules;
        }
        for (Syntax.RuleFile file : files) {
            if (file.packageName() == null && !file.rules().isEmpty()) {
                problems.error(
                        ProblemKind.SYNTAX,
                        file.source(),
                        file.rules().get(0).name().span(),
                        "found a rule in a file without `package`",
                        "start the file with `package <topic>;`");
            }
            for (Syntax.Rule rule : file.rules()) {
                if (problems.isFull(file.source())) {
                    break;
                }
                RuleDefinition checked = check(file, rule, ids);
                if (checked != null) {
                    rules.add(checked);
                }
            }
        }
        return rules;
    }

    private void tooMany(List<Syntax.RuleFile> files, int count) {
        Syntax.RuleFile largest = files.stream()
                .max((a, b) -> Integer.compare(a.rules().size(), b.rules().size()))
                .orElseThrow();
        problems.error(
                ProblemKind.TOO_LARGE,
                largest.source(),
                largest.rules().get(0).name().span(),
                "found " + count + " rules in the folder, expected at most " + MOST_RULES
                        + "; this file holds most of them, " + largest.rules().size(),
                "put numbers that differ into facts or into policy.yaml, not into a rule each");
    }

    private @Nullable RuleDefinition check(Syntax.RuleFile ruleFile, Syntax.Rule rule, List<String> ids) {
        RuleContext context = new RuleContext(ruleFile.source(), definitions.vocabulary(), problems);
        String[] name = name(rule, context, ids);
        String source = source(rule, context);
        List<RuleDefinition.Condition> conditions = new ConditionChecker(context).check(rule);
        RuleDefinition.Outcome outcome = ruleFile.definesNames()
                ? new ConclusionChecker(context, definitions).check(rule.consequence())
                : new OutcomeChecker(context, codes).check(rule.consequence());
        if (!context.isComplete() || name == null || source == null || outcome == null) {
            return null;
        }
        return new RuleDefinition(
                name[0],
                name[1],
                ruleFile.source(),
                ruleFile.source().line(rule.name().span().start()),
                ruleFile.packageName() == null ? "" : ruleFile.packageName().text(),
                source,
                conditions,
                context.slots(),
                outcome,
                context.lookups(),
                rule);
    }

    private String @Nullable [] name(Syntax.Rule rule, RuleContext context, List<String> ids) {
        Syntax.Name name = rule.name();
        Matcher matcher = RULE_NAME.matcher(name.text());
        if (!matcher.matches() || !RuleIds.isId(matcher.group(1))) {
            context.wrong(
                    ProblemKind.MISSING_ID,
                    name.span(),
                    "found the rule name \"" + name.text() + "\", expected an id and a sentence",
                    "for example \"TIM-010 Wait until the original is near its natural end\"");
            return null;
        }
        String id = matcher.group(1);
        String place =
                context.file().name() + ":" + context.file().line(name.span().start());
        String other = places.putIfAbsent(id, place);
        if (other != null) {
            context.wrong(
                    ProblemKind.DUPLICATE_ID,
                    name.span(),
                    "found the id " + id + " again, expected each id once; it stands first in " + other,
                    "the next free id is " + RuleIds.nextFree(id, ids));
        }
        return new String[] {id, matcher.group(2).strip()};
    }

    /** The page and year that a rule rests on; null if it names none, which has then been told. */
    private static @Nullable String source(Syntax.Rule rule, RuleContext context) {
        String source = null;
        boolean seen = false;
        for (Syntax.Annotation annotation : rule.annotations()) {
            String name = annotation.name().text();
            if (!name.equals("source")) {
                String mend = Suggestion.didYouMean(name, List.of("source"));
                context.wrong(
                        ProblemKind.UNKNOWN_ANNOTATION,
                        annotation.name().span(),
                        "found the annotation @" + name + ", expected @source",
                        mend == null ? "write remarks as comments" : mend);
                seen |= mend != null;
            } else if (seen) {
                context.wrong(
                        ProblemKind.UNKNOWN_ANNOTATION,
                        annotation.name().span(),
                        "found @source twice, expected it once",
                        "put both sources into one text, with `;` between them");
            } else if (annotation.value().text().isBlank()) {
                context.wrong(
                        ProblemKind.MISSING_SOURCE,
                        annotation.value().span(),
                        "found an empty @source, expected a page and year",
                        "for example @source( \"Moving license-based services customers (2018), step 3\" )");
                seen = true;
            } else {
                source = annotation.value().text();
                seen = true;
            }
        }
        if (!seen) {
            context.wrong(
                    ProblemKind.MISSING_SOURCE,
                    rule.name().span(),
                    "found a rule without @source, expected the page and year that say so",
                    "add a line such as @source( \"Moving license-based services customers (2018), step 3\" )");
        }
        return source;
    }
}
