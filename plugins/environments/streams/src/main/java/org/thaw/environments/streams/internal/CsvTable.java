package org.thaw.environments.streams.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of a CSV file: those that are inputs, in their order, and the label. */
record CsvTable(List<Column> inputs, Column label) {
    /**
     * Reads a file.
     *
     * @throws IOException              if it cannot be read
     * @throws IllegalArgumentException if it is not what the configuration says; the message names file, line and column
     */
    static CsvTable read(Path file, CsvFile.Config config) throws IOException {
        // own checks of the number of fields: they name the line
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(config.separator()).detectBomHeader(true).allowExtraFields(true)
                .allowMissingFields(true).ofCsvRecord(file)) {
            Iterator<CsvRecord> each = records.iterator();
            if (!each.hasNext()) {
                throw new IllegalArgumentException(file + " is empty; expected " + (config.header() ? "a header and " : "") + "a line for each example");
            }
            CsvRecord first = each.next();
            List<String> names = config.header() ? first.getFields().stream().map(String::strip).toList()
                    : IntStream.rangeClosed(1, first.getFieldCount()).mapToObj(Integer::toString).toList();
            CsvTable table = named(file, names, config);
            List<List<Column>> columns = names.stream().map(table::column).toList();
            if (!config.header()) {
                add(file, first, columns, config);
            }
            while (each.hasNext()) {
                add(file, each.next(), columns, config);
            }
            return table.closed(file);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(file + " is no intact CSV file: " + e.getMessage() + (e.getCause() == null ? "" : "; " + e.getCause().getMessage()), e);
        }
    }

    private static CsvTable named(Path file, List<String> names, CsvFile.Config config) {
        String known = (config.header() ? "; its header names " : "; without a header its columns are named ") + names;
        String wanted = config.label().isEmpty() ? names.get(names.size() - 1) : config.label();
        Stream.of(List.of(wanted), config.categorical(), config.ignored()).flatMap(List::stream).filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(file + " has no column \"" + name + "\"" + known);
        });
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(file + ": the header names a column twice: " + names);
        }
        if (config.ignored().contains(wanted)) {
            throw new IllegalArgumentException(file + ": the column to predict, \"" + wanted + "\", is listed under ignored");
        }
        List<Column> inputs = names.stream().filter(name -> !name.equals(wanted) && !config.ignored().contains(name))
                .map(name -> new Column(name, config.categorical().contains(name), config.missing())).toList();
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(file + " has no column to predict \"" + wanted + "\" from" + known);
        }
        return new CsvTable(inputs, new Column(wanted, !config.regression(), CsvFile.Missing.REFUSE));
    }

    /** The column of that name, if it is not left out. */
    private List<Column> column(String name) {
        return Stream.concat(inputs.stream(), Stream.of(label)).filter(column -> column.name().equals(name)).toList();
    }

    private static void add(Path file, CsvRecord next, List<List<Column>> columns, CsvFile.Config config) {
        String line = file + ", line " + next.getStartingLineNumber();
        if (next.getFieldCount() != columns.size()) {
            throw new IllegalArgumentException(line + " has " + next.getFieldCount() + " values, but the "
                    + (config.header() ? "header names " + columns.size() + " columns" : "first line has " + columns.size()));
        }
        for (int i = 0; i < columns.size(); i++) {
            for (Column column : columns.get(i)) {
                try {
                    column.add(next.getField(i));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(line + ", column \"" + column.name() + "\": " + e.getMessage(), e);
                }
            }
        }
    }

    private CsvTable closed(Path file) {
        if (label.size() == 0) {
            throw new IllegalArgumentException(file + " has a header and no examples");
        }
        inputs.forEach(Column::close);
        label.close();
        return this;
    }
}
