package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import org.migrationadvisor.facts.FactField;

/**
 * From what of a list a field of the rules is made: it can change only where one of these does.
 *
 * @param fields the fields of the list, of the customer or of subscriptions
 * @param asOf whether the as-of date itself matters
 * @param days whether only days between the as-of date and a date among the fields matter
 * @param subscriptions whether it is made of all subscriptions of the customer
 */
public record MadeOf(List<FactField> fields, boolean asOf, boolean days, boolean subscriptions) {

    /** What is made of nothing that can be searched, such as an id. */
    static final MadeOf NOTHING = new MadeOf(List.of(), false, false, false);

    public MadeOf {
        fields = List.copyOf(fields);
    }

    static MadeOf of(FactField... fields) {
        return new MadeOf(List.of(fields), false, false, false);
    }
}
