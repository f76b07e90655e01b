package org.migrationadvisor.input.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.input.source.Texts;

/** The record that is being read: its cells, and the physical lines it covers. */
final class CsvRecord extends CsvCallbackHandler<CsvRecord> {

    private final int maxCells;
    private List<String> cells = new ArrayList<>();
    private RecordType type = RecordType.DATA;
    private long line = 1;
    private int breaks;

    /** @param maxCells one more and reading fails with {@link TooManyCells} */
    CsvRecord(int maxCells) {
        this.maxCells = maxCells;
    }

    static final class TooManyCells extends RuntimeException {}

    List<String> cells() {
        return cells;
    }

    /** The line on which it starts, counted from 1 where the parser began. */
    long line() {
        return line;
    }

    /** How many physical lines it covers, 1 or more. */
    int lines() {
        return 1 + breaks;
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!Texts.trim(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return cells.size();
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        cells = new ArrayList<>(cells.size());
        breaks = 0;
        type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (cells.size() == maxCells) {
            throw new TooManyCells();
        }
        cells.add(new String(buffer, offset, length));
        for (int i = offset; quoted && i < offset + length; i++) {
            char c = buffer[i];
            if (c == '\r' || (c == '\n' && !(i > offset && buffer[i - 1] == '\r'))) {
                breaks++;
            }
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("found a comment, expected a reader that knows none");
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected CsvRecord buildRecord() {
        return this;
    }
}
