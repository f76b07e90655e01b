package org.migrationadvisor.input.json;

import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.input.row.Translation;

/**
 * Where a field of a JSON object comes from; of several for one field the first that knows it counts.
 *
 * @param path keys separated by dots
 */
record JsonField(FactField field, String path, Translation translation) {

    static JsonField key(FactField field, String path) {
        return new JsonField(field, path, Translation.AS_IS);
    }

    static JsonField key(FactField field, String path, Translation translation) {
        return new JsonField(field, path, translation);
    }
}
