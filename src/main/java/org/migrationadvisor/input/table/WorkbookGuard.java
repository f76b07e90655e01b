package org.migrationadvisor.input.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.migrationadvisor.input.source.InflateGuard;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.input.source.TextDecoder;
import org.migrationadvisor.input.source.Texts;

/**
 * Looks through a workbook before it is read, in little memory: the reader trusts what the file says, so that one cell
 * in column {@code ZZZZZZ} or a part that unpacks without end would fill the memory. What Excel itself cannot hold is
 * refused.
 */
final class WorkbookGuard {

    private static final int MAX_ENTRIES = 1000;
    private static final long MAX_UNPACKED = 2L << 30;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_ROWS = 1_048_576;
    private static final int MAX_CELL = 200_000;
    private static final int MAX_NUMBER = 100;
    private static final long MAX_SHARED_TEXT = 128L << 20;
    private static final int MAX_ARRAY_FORMULAS = 1000;
    private static final long MAX_SHARED_FORMULA_WORK = 500_000_000;
    private static final long MAX_OTHER_ELEMENTS = 500_000;

    /** So many bytes without a tag, or within one. */
    private static final int MAX_RUN = 256 << 10;

    private static final Pattern CELL = Pattern.compile("([A-Za-z]{1,3})([1-9][0-9]{0,6})");
    private static final XMLInputFactory XML = xml();

    private final String file;
    private long unpacked;

    private WorkbookGuard(String file) {
        this.file = file;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new com.fasterxml.aalto.stax.InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Looks through all parts of a workbook.
     *
     * @param file its name for messages
     * @throws ListException if it is no workbook, is broken, or is more than Excel can hold
     */
    static void check(String file, Path workbook) throws IOException {
        WorkbookGuard guard = new WorkbookGuard(file);
        try (ZipFile zip = ZipFile.builder().setPath(workbook).get()) {
            guard.check(zip, Files.size(workbook));
        } catch (ListException refused) {
            throw refused;
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw guard.broken(e);
        }
    }

    private void check(ZipFile zip, long packed) throws IOException, XMLStreamException {
        if (zip.getEntry("[Content_Types].xml") == null) {
            throw new ListException(file + ": found a ZIP archive that is no Excel workbook, " + Source.EXPECTED);
        }
        int entries = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (++entries > MAX_ENTRIES) {
                throw tooMuch("more than " + MAX_ENTRIES + " parts");
            }
            CheckedInputStream unpacked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
            try (InputStream part = new InflateGuard(file, "a workbook", unpacked, () -> packed)) {
                Runs runs = new Runs(part);
                if (runs.startsXml()) {
                    new Part(XML.createXMLStreamReader(runs)).check();
                    part.transferTo(OutputStream.nullOutputStream());
                    requireWhole(entry, unpacked.getChecksum().getValue());
                }
            }
        }
    }

    /** Neither the library that unpacks nor the one that reads workbooks asks for that. */
    private static void requireWhole(ZipArchiveEntry entry, long found) throws ZipException {
        if (entry.getCrc() != found) {
            throw new ZipException("the checksum of " + entry.getName() + " does not fit");
        }
    }

    private ListException tooMuch(String found) {
        return new ListException(
                file + ": found a workbook with " + found + ", expected no more than Excel itself can hold");
    }

    private ListException broken(Exception cause) {
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new ListException(
                file + ": found a workbook that is broken (" + Texts.shown(reason) + "), " + Source.EXPECTED, cause);
    }

    /** Stops tags and texts that are too long before the parser holds them, and counts what is unpacked. */
    private final class Runs extends FilterInputStream {
        private final byte[] start;
        private int given;
        private int run;

        Runs(InputStream part) throws IOException {
            super(part);
            start = part.readNBytes(4);
            count(start, 0, start.length);
        }

        /** Whether it is XML in UTF-8; nothing else is written by any spreadsheet. */
        boolean startsXml() {
            boolean marked = TextDecoder.startsWith(start, 0xEF, 0xBB, 0xBF);
            if (TextDecoder.startsWith(start, 0xFE, 0xFF)
                    || TextDecoder.startsWith(start, 0xFF, 0xFE)
                    || (start.length > 1 && (start[0] == 0 || (start[0] == '<' && start[1] == 0)))) {
                throw tooMuch("a part in UTF-16");
            }
            int at = marked ? 3 : 0;
            return start.length > at && (start[at] == '<' || Character.isWhitespace(start[at]));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (given < start.length && length > 0) {
                target[offset] = start[given++];
                return 1;
            }
            int count = in.read(target, offset, length);
            count(target, offset, count);
            return count;
        }

        private void count(byte[] bytes, int offset, int count) {
            unpacked += Math.max(count, 0);
            if (unpacked > MAX_UNPACKED) {
                throw tooMuch("more than " + MAX_UNPACKED + " bytes unpacked");
            }
            for (int i = offset; i < offset + count; i++) {
                run = bytes[i] == '<' || bytes[i] == '>' ? 0 : run + 1;
                if (run > MAX_RUN) {
                    throw tooMuch("a cell or tag of more than " + MAX_RUN + " bytes");
                }
            }
        }
    }

    /** One part, element by element. */
    private final class Part {
        private final XMLStreamReader xml;
        private int depth;
        private long elements;
        private long rows;
        private long cells;
        private long text;
        private long sharedText;
        private long arrayFormulas;
        private long sharedFormulas;
        private long longestFormula;
        private boolean number;
        private String element = "";

        Part(XMLStreamReader xml) {
            this.xml = xml;
        }

        void check() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                    case XMLStreamConstants.DTD -> throw tooMuch("a document type definition");
                    default -> {}
                }
            }
            xml.close();
        }

        private void start() {
            element = xml.getLocalName();
            if (++depth > MAX_DEPTH || xml.getAttributeCount() > MAX_ATTRIBUTES) {
                throw tooMuch("XML nested or attributed without end");
            }
            switch (element) {
                case "row" -> row();
                case "c" -> cell();
                case "f" -> formula();
                case "si" -> text = 0;
                case "is", "v", "t", "r", "rPr", "phoneticPr", "rPh" -> {}
                default -> other();
            }
        }

        private void other() {
            if (++elements > MAX_OTHER_ELEMENTS) {
                throw tooMuch("more than " + MAX_OTHER_ELEMENTS + " elements besides its cells");
            }
        }

        private void row() {
            cells = 0;
            String place = Objects.requireNonNullElse(xml.getAttributeValue(null, "r"), "1");
            if (++rows > MAX_ROWS || !place.matches("[1-9][0-9]{0,6}") || Integer.parseInt(place) > MAX_ROWS) {
                throw tooMuch("a row " + Texts.quoted(place));
            }
        }

        private void cell() {
            text = 0;
            String type = xml.getAttributeValue(null, "t");
            number = type == null || type.equals("n");
            String place = xml.getAttributeValue(null, "r");
            if (++cells > MAX_COLUMNS || (place != null && column(place) > MAX_COLUMNS)) {
                throw tooMuch("a cell " + Texts.quoted(String.valueOf(place)));
            }
        }

        private int column(String place) {
            Matcher cell = CELL.matcher(place);
            if (!cell.matches()) {
                return Integer.MAX_VALUE;
            }
            int column = 0;
            for (char letter : cell.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
                column = 26 * column + letter - 'A' + 1;
            }
            return column;
        }

        private void formula() {
            text = 0;
            String type = xml.getAttributeValue(null, "t");
            arrayFormulas += "array".equals(type) ? 1 : 0;
            sharedFormulas += "shared".equals(type) ? 1 : 0;
            checkFormulas();
        }

        private void checkFormulas() {
            if (arrayFormulas > MAX_ARRAY_FORMULAS || sharedFormulas * longestFormula > MAX_SHARED_FORMULA_WORK) {
                throw tooMuch("formulas that take too long");
            }
        }

        private void text() {
            int length = xml.getTextLength();
            text += length;
            if (element.equals("t")) {
                sharedText += length;
            }
            if (element.equals("f")) {
                longestFormula = Math.max(longestFormula, text);
                checkFormulas();
            }
            boolean longNumber = number && element.equals("v") && text > MAX_NUMBER;
            if (text > MAX_CELL || longNumber || sharedText > MAX_SHARED_TEXT) {
                boolean blank = element.isEmpty() || xml.isWhiteSpace();
                if (!blank || sharedText > MAX_SHARED_TEXT) {
                    throw tooMuch("a cell of more than " + (longNumber ? MAX_NUMBER : MAX_CELL) + " characters");
                }
                text = 0;
            }
        }
    }
}
