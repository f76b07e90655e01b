package org.migrationadvisor.workbench.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/** The names that cases may use because the rules have them: codes, rules, values of the policy. */
public final class CaseWords {
    private final RulebookByPolicy rulebooks;
    private final @Nullable Rulebook rulebook;
    private final FactTable fields;

    public CaseWords(RulebookByPolicy rulebooks) {
        this(rulebooks, rulebooks.get(Map.of()), rulebooks.get(Map.of()).fields());
    }

    private CaseWords(RulebookByPolicy rulebooks, @Nullable Rulebook rulebook, FactTable fields) {
        this.fields = fields;
        this.rulebooks = rulebooks;
        this.rulebook = rulebook;
    }

    /**
     * Any names: for cases of rules that do not load, of which nobody can tell which names they have.
     *
     * @param fields the fields of facts that could be read
     */
    public static CaseWords any(RulebookByPolicy rulebooks, FactTable fields) {
        return new CaseWords(rulebooks, null, fields);
    }

    /** The fields that facts can have. */
    FactTable fields() {
        return fields;
    }

    /** Whether the text is a code of the catalogue; if not, it has been told. */
    boolean isCode(Yaml.Entry entry) {
        String code = entry.text();
        if (code == null || rulebook == null || rulebook.codes().containsKey(code)) {
            return code != null;
        }
        entry.wrong(
                ProblemKind.UNKNOWN_CODE,
                "found the code `" + code + "`, which recommendations.yaml does not hold",
                Suggestion.didYouMean(code, rulebook.codes().keySet()));
        return false;
    }

    /** Whether the text is the id of a rule in the rule file beside the case file; if not, it has been told. */
    boolean isRuleBeside(SourceFile caseFile, Yaml.Entry entry) {
        String id = entry.text();
        if (rulebook == null) {
            return id != null;
        }
        String ruleFile = CaseBook.ruleFile(caseFile.name());
        List<String> beside = rulebook.allRules().stream()
                .filter(rule -> rule.file().name().equals(ruleFile))
                .map(RuleDefinition::id)
                .toList();
        if (id == null || beside.contains(id)) {
            return id != null;
        }
        String expected = beside.isEmpty()
                ? "no `fires`, because there is no " + ruleFile + " beside the cases"
                : "one of " + String.join(", ", beside);
        String elsewhere = rulebook.allRules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> "the rule is in " + rule.file().name() + ": put the case beside it")
                .findFirst()
                .orElse(null);
        entry.wrong(
                ProblemKind.UNKNOWN_RULE,
                "found the rule `" + id + "`, expected " + expected,
                elsewhere == null ? Suggestion.didYouMean(id, beside) : elsewhere);
        return false;
    }

    /** Whether the name is that of a field which definitions give; if not, it has been told. */
    boolean isDefined(Yaml.Entry entry) {
        if (rulebook == null) {
            return true;
        }
        String name = entry.name().substring(entry.name().lastIndexOf('.') + 1);
        List<String> fields = rulebook.facts().stream()
                .flatMap(type -> type.properties().stream())
                .filter(field -> Definition.behind(field) != null)
                .map(Property::name)
                .toList();
        if (fields.contains(name)) {
            return true;
        }
        entry.wrongName(
                ProblemKind.UNKNOWN_FIELD,
                "found `" + name + "`, which no definition gives",
                fields.isEmpty() ? "definitions stand in " + Syntax.DEFINITIONS : Suggestion.didYouMean(name, fields));
        return false;
    }

    /** Whether the name is one of the policy; if not, it has been told. */
    boolean isPolicyValue(Yaml.Entry entry) {
        String name = entry.name();
        if (rulebook == null
                || rulebook.policy().containsKey(name)
                || rulebook.unsetPolicy().containsKey(name)) {
            return true;
        }
        entry.wrongName(
                ProblemKind.UNKNOWN_POLICY_VALUE,
                "found `" + name + "`, which policy.yaml does not hold",
                Suggestion.didYouMean(name, rulebook.policy().keySet()));
        return false;
    }

    /** Whether the rules load with the values of a policy; if not, it has been told. */
    boolean loads(Map<String, Object> policy, Yaml.@Nullable Entry place) {
        if (rulebook == null) {
            return true;
        }
        try {
            rulebooks.get(policy);
            return true;
        } catch (RulebookException | IllegalArgumentException broken) {
            if (place == null) {
                throw broken;
            }
            String[] found = broken instanceof RulebookException withProblems
                    ? new String[] {
                        "found a policy with which the rules do not load: "
                                + withProblems.problems().get(0).headline()
                    }
                    : String.valueOf(broken.getMessage())
                            .replaceFirst("^policy: ", "")
                            .split("\n", 2);
            place.wrong(ProblemKind.WRONG_VALUE, found[0], found.length == 1 ? null : found[1]);
            return false;
        }
    }
}
