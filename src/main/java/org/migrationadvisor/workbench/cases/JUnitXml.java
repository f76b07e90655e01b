package org.migrationadvisor.workbench.cases;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.TerminalText;

/** Writes JUnit XML, which build servers read: of cases, a suite for each file and a test for each case. */
public final class JUnitXml {
    private static final int WIDTH = 120;

    private final XMLStreamWriter xml;

    /** Tests under one name. */
    public record Suite(String name, List<Test> tests) {
        public Suite {
            Objects.requireNonNull(name, "name");
            tests = List.copyOf(tests);
        }

        private int failures() {
            return (int) tests.stream().filter(test -> test.failure() != null).count();
        }
    }

    /**
     * Something that holds or not.
     *
     * @param line its line in the file, counted from 1
     * @param failure null if it holds
     */
    public record Test(
            String name, String file, int line, @Nullable Failure failure) {
        public Test {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(file, "file");
        }
    }

    /** What is wrong, in one line and at length. */
    public record Failure(String message, String detail) {
        public Failure {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(detail, "detail");
        }
    }

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document, ended by {@code \n}. */
    public static String of(List<Suite> suites) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitXml(xml).write(suites);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory", impossible);
        }
        return out.toString();
    }

    /** How cases went: a suite for each file, and for each rule file without cases. */
    public static List<Suite> suites(TestRun run) {
        Map<String, List<Test>> files = run.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.ruleCase().file(),
                        LinkedHashMap::new,
                        Collectors.mapping(JUnitXml::test, Collectors.toList())));
        List<Suite> suites = new ArrayList<>();
        files.forEach((file, tests) -> suites.add(new Suite(file, tests)));
        for (String file : run.withoutCases()) {
            Failure none = new Failure("found no case beside the rule file, expected some", "");
            suites.add(new Suite(file, List.of(new Test("has cases beside it", file, 1, none))));
        }
        return suites;
    }

    private static Test test(CaseResult result) {
        RuleCase ruleCase = result.ruleCase();
        return new Test(ruleCase.name(), ruleCase.file(), ruleCase.line(), result.passed() ? null : failure(result));
    }

    private static Failure failure(CaseResult result) {
        TerminalText text = new TerminalText(WIDTH, false);
        new TestText(text).failure(result);
        return new Failure(
                result.differences().stream().map(Difference::toString).collect(Collectors.joining("; ")),
                text.toString());
    }

    private void write(List<Suite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine(0);
        xml.writeStartElement("testsuites");
        counts(
                suites.stream().mapToInt(suite -> suite.tests().size()).sum(),
                suites.stream().mapToInt(Suite::failures).sum());
        for (Suite suite : suites) {
            suite(suite);
        }
        newLine(0);
        xml.writeEndElement();
        newLine(0);
        xml.writeEndDocument();
    }

    private void counts(int tests, int failures) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Integer.toString(failures));
    }

    private void suite(Suite suite) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", printable(suite.name()));
        counts(suite.tests().size(), suite.failures());
        for (Test test : suite.tests()) {
            test(test);
        }
        newLine(1);
        xml.writeEndElement();
    }

    private void test(Test test) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", printable(test.name()));
        xml.writeAttribute("classname", printable(test.file()));
        xml.writeAttribute("file", printable(test.file()));
        xml.writeAttribute("line", Integer.toString(test.line()));
        if (test.failure() != null) {
            newLine(3);
            xml.writeStartElement("failure");
            xml.writeAttribute("message", printable(test.failure().message()));
            xml.writeCharacters(printable(test.failure().detail()));
            xml.writeEndElement();
            newLine(2);
        }
        xml.writeEndElement();
    }

    /** Without the characters that XML cannot hold. */
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
