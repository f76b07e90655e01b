package org.migrationadvisor.rulebook.semantics;

import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of texts that knows, in whatever letter case, which names are on it. Immutable. */
final class TextList extends AbstractList<String> {
    private final List<String> texts;
    private final boolean detailed;
    private @Nullable Set<Object> names; // made when first asked for; an immutable set may be seen by any thread

    private TextList(List<String> texts, boolean detailed) {
        this.texts = List.copyOf(texts);
        this.detailed = detailed;
    }

    /** A list of which each text is its own name. */
    static TextList of(List<String> texts) {
        return new TextList(texts, false);
    }

    /** A list of which a text such as {@code Mailbox (Exchange Online Kiosk)} is also named without its parentheses. */
    static TextList ofDetailed(List<String> texts) {
        return new TextList(texts, true);
    }

    /** Whether a name is on a list. */
    static boolean has(List<?> list, Object name) {
        Object wanted = Values.comparable(name);
        return list instanceof TextList known
                ? known.names().contains(wanted)
                : list.stream().anyMatch(each -> Values.comparable(each).equals(wanted));
    }

    private Set<Object> names() {
        Set<Object> known = names;
        if (known == null) {
            Set<Object> made = new HashSet<>();
            for (String text : texts) {
                int detail = detailed ? text.indexOf(" (") : -1;
                made.add(Values.comparable(text));
                made.add(Values.comparable(detail < 0 ? text : text.substring(0, detail)));
            }
            known = Set.copyOf(made);
            names = known;
        }
        return known;
    }

    @Override
    public String get(int index) {
        return texts.get(index);
    }

    @Override
    public int size() {
        return texts.size();
    }
}
