package org.thaw.environments.streams.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
                throw new IllegalArgumentException(file + " is empty; expected a header and a line for each example");
            }
            List<String> header = each.next().getFields().stream().map(String::strip).toList();
            CsvTable table = fromHeader(file, header, config);
            List<Column> columns = header.stream().map(name -> table.column(name)).flatMap(List::stream).toList();
            if (columns.size() + config.ignored().size() != header.size()) {
                throw new IllegalArgumentException(file + ": the header names a column twice: " + header);
            }
            table.fill(file, header, each);
            return table;
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(file + " is no intact CSV file: " + e.getMessage() + (e.getCause() == null ? "" : "; " + e.getCause().getMessage()), e);
        }
    }

    private static CsvTable fromHeader(Path file, List<String> header, CsvFile.Config config) {
        String wanted = config.label().isEmpty() ? header.get(header.size() - 1) : config.label();
        Stream.of(List.of(wanted), config.categorical(), config.ignored()).flatMap(List::stream).filter(name -> !header.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(file + " has no column \"" + name + "\"; its header names " + header);
        });
        List<Column> inputs = header.stream().filter(name -> !name.equals(wanted) && !config.ignored().contains(name))
                .map(name -> new Column(name, config.categorical().contains(name), config.missing())).toList();
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(file + " has no column to predict \"" + wanted + "\" from; its header names " + header);
        }
        return new CsvTable(inputs, new Column(wanted, !config.regression(), CsvFile.Missing.REFUSE));
    }

    /** The column of that name, if it is not left out. */
    private List<Column> column(String name) {
        return Stream.concat(inputs.stream(), Stream.of(label)).filter(column -> column.name().equals(name)).toList();
    }

    private void fill(Path file, List<String> header, Iterator<CsvRecord> records) {
        List<List<Column>> columns = new ArrayList<>(header.stream().map(this::column).toList());
        while (records.hasNext()) {
            CsvRecord next = records.next();
            String line = file + ", line " + next.getStartingLineNumber();
            if (next.getFieldCount() != header.size()) {
                throw new IllegalArgumentException(line + " has " + next.getFieldCount() + " values, but the header names " + header.size() + " columns");
            }
            for (int i = 0; i < header.size(); i++) {
                for (Column column : columns.get(i)) {
                    try {
                        column.add(next.getField(i));
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(line + ", column \"" + column.name() + "\": " + e.getMessage(), e);
                    }
                }
            }
        }
        if (label.size() == 0) {
            throw new IllegalArgumentException(file + " has a header and no examples");
        }
        inputs.forEach(Column::close);
        label.close();
    }
}
