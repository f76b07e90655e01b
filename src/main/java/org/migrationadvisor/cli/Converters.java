package org.migrationadvisor.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** How values of options are read: with what was found, what was expected, and the likely mend. */
// Classes, not lambdas: with those of picocli's old classes, the JVM keeps neither in a class-data archive.
final class Converters {

    private Converters() {}

    /** For the verbs that a command line has so far. */
    static void register(CommandLine commandLine) {
        commandLine.registerConverter(LocalDate.class, new DateConverter());
        commandLine.registerConverter(Integer.class, new WholeNumberConverter());
        commandLine.registerConverter(Double.class, new NumberConverter());
        commandLine.registerConverter(double.class, new NumberConverter());
        registerChoices(commandLine, commandLine);
    }

    private static void registerChoices(CommandLine root, CommandLine command) {
        for (ArgSpec argument : command.getCommandSpec().args()) {
            if (isChoice(argument)) {
                registerChoice(root, argument.type());
            }
        }
        command.getSubcommands().values().forEach(each -> registerChoices(root, each));
    }

    private static <T> void registerChoice(CommandLine root, Class<T> type) {
        root.registerConverter(type, new ChoiceConverter<>(type));
    }

    /** Whether an argument takes one out of a closed list. */
    static boolean isChoice(ArgSpec argument) {
        return argument.type().isEnum() && Coded.class.isAssignableFrom(argument.type());
    }

    /** The codes of such a list. */
    static List<String> codes(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Coded) each).code())
                .toList();
    }

    private record ChoiceConverter<T>(Class<T> type) implements ITypeConverter<T> {

        @Override
        public T convert(String text) {
            for (T constant : type.getEnumConstants()) {
                if (((Coded) constant).code().equalsIgnoreCase(text)) {
                    return constant;
                }
            }
            throw unexpected(text, "one of " + String.join(", ", codes(type)), Suggestion.nearest(text, codes(type)));
        }
    }

    private static final class DateConverter implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDate) {
                throw unexpected(text, "a date such as 2026-11-20", null);
            }
        }
    }

    private static final class WholeNumberConverter implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException noNumber) {
                throw unexpected(text, "a whole number", null);
            }
        }
    }

    private static final class NumberConverter implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException noNumber) {
                throw unexpected(text, "a number", null);
            }
        }
    }

    private static TypeConversionException unexpected(String found, String expected, @Nullable String nearest) {
        return new TypeConversionException("found " + SafeText.quoted(found) + ", expected " + expected
                + (nearest == null ? "" : "\nMaybe " + nearest));
    }
}
