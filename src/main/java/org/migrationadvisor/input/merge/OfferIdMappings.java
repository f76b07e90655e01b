package org.migrationadvisor.input.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.input.row.CellParser;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.source.Texts;

/** What the files of a run say of offers: which licensing SKU an id of a price list, or a part number, stands for. */
public final class OfferIdMappings {

    private final Map<String, Bridge> bridges = new HashMap<>();
    private final List<Warning> contradictions = new ArrayList<>();

    /** Where it was said that an id stands for a SKU; null once another place said otherwise. */
    private record Bridge(@Nullable String skuId, Place place) {}

    public void add(Place place, String offerId, String skuId) {
        String sku = CellParser.canonicalId(skuId);
        Bridge known = bridges.putIfAbsent(key(offerId), new Bridge(sku, place));
        if (known != null && known.skuId() != null && !known.skuId().equals(sku)) {
            bridges.put(key(offerId), new Bridge(null, place));
            contradictions.add(new Warning(
                    new RowProblem(
                            place.file(),
                            place.line(),
                            "offer",
                            "found " + Texts.quoted(sku) + " for the offer " + Texts.quoted(offerId) + " but "
                                    + Texts.quoted(known.skuId()) + " at " + known.place()
                                    + ", expected the same licensing SKU everywhere (taken as unknown)"),
                    1));
        }
    }

    /** The licensing SKU that the run's files say an id to be. */
    Optional<String> skuOf(String offerId) {
        Bridge bridge = bridges.isEmpty() ? null : bridges.get(key(offerId));
        return bridge == null ? Optional.empty() : Optional.ofNullable(bridge.skuId());
    }

    /**
     * What two offers are compared by: the licensing SKU where it is known, else the id. Empty for an offer of which
     * only a name is known that belongs to no single SKU.
     *
     * @param known what is known beyond the files of the run
     */
    Optional<String> identity(Offer offer, Function<Offer, Optional<String>> known) {
        String id = offer.id();
        if (id == null) {
            return offer.name() == null ? Optional.empty() : known.apply(offer);
        }
        return skuOf(id).or(() -> known.apply(offer)).or(() -> Optional.of(key(id)));
    }

    /** Where two places name different SKUs for one offer. */
    List<Warning> contradictions() {
        return contradictions;
    }

    /** An id without its letter case and without the availability, which is not stable. */
    private static String key(String offerId) {
        String id = offerId.toLowerCase(Locale.ROOT);
        int product = id.indexOf(':');
        int sku = product < 0 ? -1 : id.indexOf(':', product + 1);
        return sku < 0 ? id : id.substring(0, sku);
    }
}
