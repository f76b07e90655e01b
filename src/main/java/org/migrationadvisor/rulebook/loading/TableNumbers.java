package org.migrationadvisor.rulebook.loading;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of one table. Decimals are written with a point or a comma, all in one way; thousands stand together. */
final class TableNumbers {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("(-?[0-9]{1,15})(?:([.,])([0-9]{1,15}))?");
    private static final Pattern PERHAPS_THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}");

    private final boolean commaIsUsual;
    private TableDates.@Nullable Cell first;
    private String mark = "";

    /**
     * @param cells all cells that are to hold a decimal, in the order of the file
     * @param commaIsUsual whether the table comes from where decimals have a comma, as its separator says
     */
    TableNumbers(List<TableDates.Cell> cells, boolean commaIsUsual) {
        this.commaIsUsual = commaIsUsual;
        for (TableDates.Cell cell : cells) {
            Matcher decimal = DECIMAL.matcher(cell.text());
            if (first == null && decimal.matches() && decimal.group(2) != null) {
                first = cell;
                mark = decimal.group(2);
            }
        }
    }

    /** @throws RefusedCell if the cell holds no whole number */
    static Integer whole(String text) throws RefusedCell {
        if (!WHOLE.matcher(text).matches()) {
            throw new RefusedCell("a whole number of at most 9 digits, such as 30");
        }
        return Integer.valueOf(text);
    }

    /** @throws RefusedCell if the cell holds no number, or one that can be read in two ways */
    BigDecimal decimal(String text) throws RefusedCell {
        Matcher decimal = DECIMAL.matcher(text);
        if (!decimal.matches()) {
            throw new RefusedCell("a number such as 36.50, without a sign between thousands");
        }
        String own = decimal.group(2);
        if (own == null) {
            return new BigDecimal(text);
        }
        if (first != null && !own.equals(mark)) {
            throw new RefusedCell("a number such as " + first.text() + " in line " + first.line()
                    + ": the decimals of a table are written in one way");
        }
        if (PERHAPS_THOUSANDS.matcher(text).matches() && (commaIsUsual || own.equals(","))) {
            throw new RefusedCell("a number that can be read in one way: " + decimal.group(1) + decimal.group(3)
                    + ", or " + decimal.group(1) + own + decimal.group(3) + "0");
        }
        return new BigDecimal(decimal.group(1) + "." + decimal.group(3));
    }
}
