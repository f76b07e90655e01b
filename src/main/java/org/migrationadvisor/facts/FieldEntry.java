package org.migrationadvisor.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be said of a field before it has its place in a {@link FactTable}. */
public final class FieldEntry {
    final FactField.Owner owner;
    final String name;
    final String column;
    final FieldType type;
    final String about;
    String key;
    String expected;
    List<String> choices = List.of();

    @Nullable
    List<String> askedThrough;

    @Nullable
    Set<Program> neededFor;

    boolean describing;
    boolean hidden;
    List<@Nullable Object> samples = Collections.singletonList(null);

    public FieldEntry(FactField.Owner owner, String name, String column, FieldType type, String about) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.name = Objects.requireNonNull(name, "name");
        this.column = Objects.requireNonNull(column, "column");
        this.type = Objects.requireNonNull(type, "type");
        this.about = Objects.requireNonNull(about, "about");
        this.key = camelCase(column);
        this.expected = type.shown();
        if (type == FieldType.YES_NO) {
            choices("no", List.of("yes", "no", FactField.UNKNOWN));
        }
    }

    private static String camelCase(String column) {
        StringBuilder text = new StringBuilder();
        for (String word : column.split("_", -1)) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }

    /** Names it in JSON otherwise than by its column. */
    public FieldEntry key(String value) {
        key = value;
        return this;
    }

    FieldEntry expected(String value) {
        expected = value;
        return this;
    }

    /** The values of a closed list, with {@link FactField#UNKNOWN} last, and the one that a plain fact has. */
    public FieldEntry choices(String plain, List<String> codes) {
        choices = codes;
        List<@Nullable Object> all = new ArrayList<>(List.of(plain));
        codes.stream().filter(code -> !code.equals(plain)).forEach(all::add);
        samples = all;
        return this;
    }

    <E extends Enum<E> & Coded> FieldEntry choices(E plain) {
        return choices(
                plain.code(),
                Arrays.stream(plain.getDeclaringClass().getEnumConstants())
                        .map(Coded::code)
                        .toList());
    }

    /** See {@link FactField#samples}. */
    public FieldEntry samples(@Nullable Object... values) {
        samples = Arrays.asList(values);
        return this;
    }

    FieldEntry askedThrough(String... fields) {
        askedThrough = List.of(fields);
        return this;
    }

    /** Says that a fact without it lacks it only if it is a subscription of one of these programs. */
    FieldEntry neededFor(Program... programs) {
        neededFor = Set.of(programs);
        return this;
    }

    FieldEntry describing() {
        describing = true;
        return this;
    }

    FieldEntry hidden() {
        hidden = true;
        return this;
    }

    FactField build(int index, int slot) {
        return new FactField(this, index, slot);
    }

    /** The field in its place after others. It asks no table, as the table of all lists is made of such fields. */
    FactField after(List<FactField> before) {
        long slot = before.stream().filter(other -> other.owner() == owner).count();
        return build(before.size(), (int) slot);
    }
}
