package org.migrationadvisor.workbench.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.ValueType;

/** What rules speak of as types that are declared in DRL. */
final class DrlFacts {
    private static final String HEAD = """
            package migration.facts;

            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.List;
            import java.util.Map;

            """;

    private static final String RECOMMENDATION = """
            declare Recommendation
                code : String
                severity : String
                actor : String
                rule : String
                about : Object
                actFrom : LocalDate
                actBy : LocalDate
                values : Map
            end
            """;

    private DrlFacts() {}

    /**
     * The declarations as the text of a file.
     *
     * @param types the kinds of facts of a list, with the fields that definitions add to them
     * @param book what rules refer to
     * @param definitions what is concluded about them
     * @param policy the values of the policy that are set, by name
     * @param unset the types of those that are not
     */
    static String of(
            List<FactType> types,
            DrlBook book,
            List<Definition> definitions,
            Map<String, Object> policy,
            Map<String, ValueType> unset) {
        StringBuilder drl = new StringBuilder(HEAD);
        for (FactType type : types) {
            drl.append("declare ").append(type.name()).append('\n');
            type.properties().forEach(property -> declare(property, drl));
            definitions.stream()
                    .filter(definition -> definition.subject().name().equals(type.name()))
                    .flatMap(definition -> DrlDefinition.flags(definition).stream())
                    .forEach(flag -> drl.append("    ").append(flag).append(" : Boolean\n"));
            if (type.name().equals("Subscription")) {
                book.concludedOfCustomers().forEach(property -> drl.append("    ")
                        .append(DrlBook.kept(property.name()))
                        .append(" : ")
                        .append(javaType(property.type()))
                        .append('\n'));
            }
            drl.append("end\n\n");
        }
        for (Definition definition : definitions) {
            drl.append("declare ").append(definition.name()).append('\n');
            definition.type().properties().forEach(property -> declare(property, drl));
            drl.append("end\n\n");
        }
        drl.append("declare Policy\n");
        policy.forEach((name, value) -> drl.append("    ")
                .append(name)
                .append(" : ")
                .append(javaType(value))
                .append('\n'));
        unset.forEach((name, type) -> drl.append("    ")
                .append(name)
                .append(" : ")
                .append(javaType(type))
                .append('\n'));
        return drl.append("end\n\n").append(RECOMMENDATION).toString();
    }

    private static void declare(Property property, StringBuilder drl) {
        drl.append("    ")
                .append(property.name())
                .append(" : ")
                .append(property.factType() == null ? javaType(property.type()) : property.factType());
        drl.append("    // ").append(property.description()).append('\n');
    }

    private static String javaType(ValueType type) {
        return switch (type) {
            case TEXT, CHOICE -> "String";
            case WHOLE -> "Integer";
            case DECIMAL -> "BigDecimal";
            case DATE -> "LocalDate";
            case TRUTH -> "Boolean";
            case TEXTS -> "List";
            case FACT -> "Object";
        };
    }

    private static String javaType(Object value) {
        return value instanceof List ? "List" : value.getClass().getSimpleName();
    }

    /** The rule that puts the values of the policy beside the facts. */
    static String policyRule(Map<String, Object> policy) {
        StringBuilder drl = new StringBuilder("""
                rule "POLICY The values of the policy"
                    salience 1000000
                when
                    not( Policy( ) )
                then
                    Policy policy = new Policy();
                """);
        policy.forEach((name, value) -> drl.append("    policy.set")
                .append(Character.toUpperCase(name.charAt(0)))
                .append(name.substring(1))
                .append("( ")
                .append(literal(value))
                .append(" );\n"));
        return drl.append("    insert( policy );\nend\n").toString();
    }

    private static String literal(Object value) {
        if (value instanceof BigDecimal || value instanceof LocalDate) {
            String text = DrlExpressions.quoted(value.toString());
            return value instanceof BigDecimal ? "number( " + text + " )" : "day( " + text + " )";
        }
        if (value instanceof List<?> texts) {
            return texts.stream()
                    .map(text -> DrlExpressions.quoted(String.valueOf(text)))
                    .collect(Collectors.joining(", ", "java.util.List.of( ", " )"));
        }
        return value instanceof String text ? DrlExpressions.quoted(text) : value.toString();
    }
}
