package org.migrationadvisor.workbench;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.migrationadvisor.text.TerminalText;

/** Writes how cases went as JUnit XML, which build servers read: a suite for each file, a test for each case. */
public final class JUnitXml {
    private static final int WIDTH = 120;

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document, ended by {@code \n}. */
    public static String of(TestRun run) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitXml(xml).write(run);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory", impossible);
        }
        return out.toString();
    }

    private void write(TestRun run) throws XMLStreamException {
        Map<String, List<CaseResult>> files = run.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.ruleCase().file(), LinkedHashMap::new, Collectors.toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        newLine(0);
        xml.writeStartElement("testsuites");
        counts(
                run.results().size() + run.withoutCases().size(),
                run.failed().size() + run.withoutCases().size());
        for (Map.Entry<String, List<CaseResult>> file : files.entrySet()) {
            suite(file.getKey(), file.getValue());
        }
        for (String file : run.withoutCases()) {
            withoutCases(file);
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

    private void suite(String file, List<CaseResult> results) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file);
        counts(results.size(), (int)
                results.stream().filter(result -> !result.passed()).count());
        for (CaseResult result : results) {
            testCase(file, result.ruleCase().name(), result.ruleCase().line());
            if (!result.passed()) {
                TerminalText text = new TerminalText(WIDTH, false);
                new TestText(text).failure(result);
                failure(
                        result.differences().stream().map(Difference::toString).collect(Collectors.joining("; ")),
                        text.toString());
            }
            xml.writeEndElement();
        }
        newLine(1);
        xml.writeEndElement();
    }

    private void withoutCases(String file) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file);
        counts(1, 1);
        testCase(file, "has cases beside it", 1);
        failure("found no case beside the rule file, expected some", "");
        xml.writeEndElement();
        newLine(1);
        xml.writeEndElement();
    }

    private void testCase(String file, String name, int line) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", printable(name));
        xml.writeAttribute("classname", file);
        xml.writeAttribute("file", file);
        xml.writeAttribute("line", Integer.toString(line));
    }

    private void failure(String message, String detail) throws XMLStreamException {
        newLine(3);
        xml.writeStartElement("failure");
        xml.writeAttribute("message", printable(message));
        xml.writeCharacters(printable(detail));
        xml.writeEndElement();
        newLine(2);
    }

    /** Without the characters that XML cannot hold. */
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
