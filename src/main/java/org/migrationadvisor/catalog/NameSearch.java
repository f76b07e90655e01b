package org.migrationadvisor.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds products by words and by similar names. */
final class NameSearch {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NEAREST = 3;
    private static final double LEAST_SIMILARITY = 0.5;
    private static final Comparator<Product> BY_NAME = Comparator.comparing(Product::name)
            .thenComparing(Product::partNumber)
            .thenComparing(Product::skuId);

    private final List<Product> products;

    NameSearch(List<Product> products) {
        this.products = products;
    }

    /** The products of which names or part number hold all words; those with the fewest other letters first. */
    List<Product> withWords(String words) {
        List<String> wanted = Arrays.asList(words(words).split(" "));
        return products.stream()
                .filter(product -> {
                    String text = words(String.join(" ", names(product)) + " " + product.partNumber());
                    return wanted.stream().allMatch(text::contains);
                })
                .sorted(Comparator.<Product>comparingInt(
                                product -> words(product.name()).length())
                        .thenComparing(BY_NAME))
                .toList();
    }

    /** The products with the most similar names; empty if none is similar. */
    List<Product> nearest(String name) {
        Map<String, Integer> wanted = pairs(words(cut(name)));
        record Scored(Product product, double similarity) {}
        return products.stream()
                .map(product -> new Scored(product, similarity(wanted, product)))
                .filter(scored -> scored.similarity() >= LEAST_SIMILARITY)
                .sorted(Comparator.comparingDouble(Scored::similarity)
                        .reversed()
                        .thenComparing(Scored::product, BY_NAME))
                .limit(MOST_NEAREST)
                .map(Scored::product)
                .toList();
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static double similarity(Map<String, Integer> wanted, Product product) {
        return Stream.concat(names(product).stream(), Stream.of(product.partNumber()))
                .mapToDouble(name -> similarity(wanted, pairs(words(name))))
                .max()
                .orElse(0);
    }

    private static List<String> names(Product product) {
        List<String> names = new ArrayList<>(product.otherNames());
        names.add(product.name());
        return names;
    }

    /** In small letters and digits with single blanks, the usual short forms spelled out. */
    private static String words(String text) {
        return Catalog.canonicalName(text)
                .replaceAll("[^\\p{L}\\p{N}+]+", " ")
                .strip()
                .replaceAll("\\bm365\\b", "microsoft 365")
                .replaceAll("\\b[o0]365\\b", "office 365")
                .replaceAll("\\bexo\\b", "exchange online")
                .replaceAll("\\bw o\\b", "without")
                .replaceAll("\\bp([1-5])\\b", "plan $1");
    }

    /** How often each pair of neighbouring letters comes. */
    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new HashMap<>();
        String padded = " " + text + " ";
        for (int i = 0; i + 2 <= padded.length(); i++) {
            pairs.merge(padded.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    /** The share of pairs that both have (Dice), 0 to 1. */
    private static double similarity(Map<String, Integer> one, Map<String, Integer> other) {
        int common = one.entrySet().stream()
                .mapToInt(pair -> Math.min(pair.getValue(), other.getOrDefault(pair.getKey(), 0)))
                .sum();
        int all = size(one) + size(other);
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static int size(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
