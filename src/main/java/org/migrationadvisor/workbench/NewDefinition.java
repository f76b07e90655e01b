package org.migrationadvisor.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleIds;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.SafeText;

/** A definition to begin with: its declaration, a rule that concludes it, and its cases. */
public final class NewDefinition {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");
    private static final String FIRST_ID = "DEF-010";

    private NewDefinition() {}

    /**
     * Begins a definition.
     *
     * @param name such as {@code NearEnd}
     * @param ofCustomer whether it is about a customer, not a subscription
     * @param id of the rule that concludes it; null for the next free one of {@code DEF}
     * @throws NewFiles.RefusedException if the name or id is used or none, or a file is in the way
     * @throws RulebookException if the folder does not load as it is
     */
    public static NewFiles in(RulesFolder folder, String name, boolean ofCustomer, @Nullable String id)
            throws NewFiles.RefusedException {
        Objects.requireNonNull(name, "name");
        Rulebook rulebook = Rulebook.load(folder);
        if (!NAME.matcher(name).matches()) {
            throw new NewFiles.RefusedException("found the name " + SafeText.quoted(name)
                    + ", expected a capital letter, then letters and digits\nfor example NearEnd");
        }
        for (Definition definition : rulebook.definitions().all()) {
            if (definition.name().equals(name)) {
                throw new NewFiles.RefusedException("found the name " + name + ", which "
                        + definition.file().name() + ":" + definition.line() + " declares, expected one that is free");
            }
        }
        List<String> used = rulebook.allRules().stream().map(RuleDefinition::id).toList();
        String ofRule = id != null ? id : used.contains(FIRST_ID) ? RuleIds.nextFree(FIRST_ID, used) : FIRST_ID;
        NewRule.requireFree(rulebook, ofRule);
        String base = Syntax.DEFINITIONS
                + name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        Map<String, String> created = new LinkedHashMap<>();
        created.put(base + ".drl", rule(name, ofRule, ofCustomer));
        created.put(base + ".cases.yaml", cases(name, ofRule, ofCustomer));
        NewFiles files = new NewFiles(created, Map.of()).notIn(folder);
        try {
            Rulebook.load(files.addedTo(folder));
        } catch (RulebookException clash) {
            throw new NewFiles.RefusedException(clash.problems().get(0).headline());
        }
        return files;
    }

    private static String rule(String name, String id, boolean ofCustomer) {
        String type = ofCustomer ? "Customer" : "Subscription";
        return """
                // Concern: ??? what this is about, in one line.
                // Reads:   %3$s.   Source: ??? the rule of the domain.
                package definitions;

                declare %1$s
                    @about( "??? what is so where it holds, in one sentence." )
                    %4$s : %3$s @key
                end

                rule "%2$s ??? say in one sentence when %1$s holds"
                    @source( "??? the page and its year" )
                when
                    // the conditions, one on each line; until they are there, it holds for nothing real
                    $it : %3$s( id == "???" )
                then
                    insertLogical( new %1$s( $it ) );
                end
                """.formatted(name, id, type, type.toLowerCase(Locale.ROOT));
    }

    private static String cases(String name, String id, boolean ofCustomer) {
        String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        String given = ofCustomer ? "customer: { customerId: \"???\" }" : "subscription: { subscriptionId: \"???\" }";
        return """
                # Each rule has a case in which it concludes, one in which it does not, and two beside its boundary.

                given:
                  asOf: 2026-11-20
                  customer: { relationship: accepted }
                  subscription: { program: ea, offerId: SPE_E3, seats: 25, status: active, endDate: 2027-06-30 }

                cases:
                  - name: "??? say when %2$s holds"
                    %3$s
                    fires: [%1$s]
                    defined: { %2$s: yes }

                  - name: "??? say when %2$s does not hold"
                    fires: []
                    defined: { %2$s: no }
                """.formatted(id, field, given);
    }
}
