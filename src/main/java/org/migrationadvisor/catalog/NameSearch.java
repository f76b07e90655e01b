package org.migrationadvisor.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds products by words and by similar names. What is needed of the products' names is worked out once, so that a list
 * with many unknown names costs little for each.
 */
final class NameSearch {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NEAREST = 3;
    private static final double LEAST_SIMILARITY = 0.5;
    private static final Comparator<Product> BY_NAME = Comparator.comparing(Product::name)
            .thenComparing(Product::partNumber)
            .thenComparing(Product::skuId);
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}+]+");
    private static final Map<Pattern, String> SHORT_FORMS = shortForms();

    private final List<Product> products;
    private final List<Named> names = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();

    /** A name of a product, with how many pairs of letters it has. */
    private record Named(int product, int pairs) {}

    /** That a pair of letters comes so often in a name. */
    private record Posting(int name, int count) {}

    NameSearch(List<Product> products) {
        this.products = products;
        for (int product = 0; product < products.size(); product++) {
            for (String name : names(products.get(product))) {
                int number = names.size();
                Map<String, Integer> pairs = pairs(words(name));
                names.add(new Named(product, size(pairs)));
                pairs.forEach((pair, count) -> postings.computeIfAbsent(pair, unused -> new ArrayList<>())
                        .add(new Posting(number, count)));
            }
        }
    }

    /** The products of which names or part number hold all words; those with the fewest other letters first. */
    List<Product> withWords(String words) {
        List<String> wanted = Arrays.asList(words(words).split(" "));
        return products.stream()
                .filter(product -> {
                    String text = words(String.join(" ", names(product)));
                    return wanted.stream().allMatch(text::contains);
                })
                .sorted(Comparator.<Product>comparingInt(
                                product -> words(product.name()).length())
                        .thenComparing(BY_NAME))
                .toList();
    }

    /** The products with the most similar names; empty if none is similar. */
    List<Product> nearest(String name) {
        double[] similarities = similarities(pairs(words(cut(name))));
        return IntStream.range(0, similarities.length)
                .filter(product -> similarities[product] >= LEAST_SIMILARITY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer product) -> similarities[product])
                        .reversed()
                        .thenComparing(products::get, BY_NAME))
                .limit(MOST_NEAREST)
                .map(products::get)
                .toList();
    }

    /** For each product the largest share of pairs that a name and one of its names both have (Dice), 0 to 1. */
    private double[] similarities(Map<String, Integer> wanted) {
        int[] common = new int[names.size()];
        wanted.forEach((pair, count) -> {
            for (Posting posting : postings.getOrDefault(pair, List.of())) {
                common[posting.name()] += Math.min(count, posting.count());
            }
        });
        int size = size(wanted);
        double[] similarities = new double[products.size()];
        for (int i = 0; i < common.length; i++) {
            Named name = names.get(i);
            double similarity = 2.0 * common[i] / (size + name.pairs());
            similarities[name.product()] = Math.max(similarities[name.product()], similarity);
        }
        return similarities;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static List<String> names(Product product) {
        List<String> names = new ArrayList<>(product.otherNames());
        names.add(product.name());
        names.add(product.partNumber());
        return names;
    }

    /** In small letters and digits with single blanks, the usual short forms spelled out. */
    private static String words(String text) {
        String words =
                OTHER.matcher(Catalog.canonicalName(text)).replaceAll(" ").strip();
        for (Map.Entry<Pattern, String> each : SHORT_FORMS.entrySet()) {
            words = each.getKey().matcher(words).replaceAll(each.getValue());
        }
        return words;
    }

    private static Map<Pattern, String> shortForms() {
        Map<Pattern, String> forms = new LinkedHashMap<>();
        forms.put(Pattern.compile("\\bm365\\b"), "microsoft 365");
        forms.put(Pattern.compile("\\b[o0]365\\b"), "office 365");
        forms.put(Pattern.compile("\\bexo\\b"), "exchange online");
        forms.put(Pattern.compile("\\bw o\\b"), "without");
        forms.put(Pattern.compile("\\bp([1-5])\\b"), "plan $1");
        return forms;
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

    private static int size(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
