package org.migrationadvisor.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.FactTypes;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.ValueType;

/** The words of the rules as types that are declared in DRL, so that stock Drools knows them. */
final class StockFacts {
    static final String PACKAGE = "facts";

    private static final String CUSTOMER = "Customer";
    private static final String POLICY = "Policy";

    private final KieBase base;

    StockFacts(KieBase base) {
        this.base = base;
    }

    /** The declarations as the text of a DRL file. */
    static String declarations(Map<String, Object> policy) {
        StringBuilder drl = new StringBuilder("package " + PACKAGE
                + ";\nimport java.math.BigDecimal;\nimport java.time.LocalDate;\nimport java.util.List;\n");
        FactTypes.of(FactTable.STANDARD).forEach(type -> {
            drl.append("declare ").append(type.name()).append('\n');
            type.properties().forEach(property -> drl.append("    ")
                    .append(property.name())
                    .append(" : ")
                    .append(javaType(property))
                    .append('\n'));
            drl.append("end\n");
        });
        drl.append("declare ").append(POLICY).append('\n');
        policy.forEach((name, value) -> drl.append("    ")
                .append(name)
                .append(" : ")
                .append(value.getClass().getSimpleName())
                .append('\n'));
        return drl.append("end\n").toString();
    }

    private static String javaType(Property property) {
        return switch (property.type()) {
            case TEXT, CHOICE -> "String";
            case WHOLE -> "Integer";
            case DECIMAL -> "BigDecimal";
            case DATE -> "LocalDate";
            case TRUTH -> "boolean";
            case TEXTS -> "List";
            case FACT -> property.factType();
        };
    }

    /** The same facts, the customer first, with every value worked out beforehand. */
    List<Object> of(List<Object> facts) {
        List<Object> copies = new ArrayList<>();
        Object customer = null;
        for (Object fact : facts) {
            Object copy = copy(fact, customer);
            customer = customer == null ? copy : customer;
            copies.add(copy);
        }
        return copies;
    }

    private Object copy(Object fact, Object customer) {
        org.migrationadvisor.rulebook.semantics.FactType type = FactTypes.of(FactTable.STANDARD).stream()
                .filter(each -> each.javaType().isInstance(fact))
                .findFirst()
                .orElseThrow();
        FactType declared = base.getFactType(PACKAGE, type.name());
        Object copy = instance(declared);
        type.properties().forEach(property -> {
            boolean isCustomer = property.type() == ValueType.FACT && CUSTOMER.equals(property.factType());
            declared.set(copy, property.name(), isCustomer ? customer : value(property, fact));
        });
        return copy;
    }

    /** Stock Drools has no truth that is unknown; as false it is the same to rules that never negate one. */
    private static Object value(Property property, Object fact) {
        Object value = property.reader().apply(fact);
        return value == null && property.type() == ValueType.TRUTH ? Boolean.FALSE : value;
    }

    Object policy(Map<String, Object> values) {
        FactType declared = base.getFactType(PACKAGE, POLICY);
        Object policy = instance(declared);
        values.forEach((name, value) -> declared.set(policy, name, value));
        return policy;
    }

    String text(Object fact, String property) {
        FactType type = base.getFactType(PACKAGE, fact.getClass().getSimpleName());
        Object value = type.get(fact, property);
        return value == null ? null : value.toString();
    }

    private static Object instance(FactType type) {
        try {
            return type.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The values of a policy as Java sees them. */
    static Object value(Object yaml) {
        if (yaml instanceof Double number) {
            return BigDecimal.valueOf(number);
        }
        String text = yaml.toString();
        return yaml instanceof String && text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : yaml;
    }
}
