package org.thaw.environments.streams.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A column of a CSV file while it is read and afterwards: numbers, or the numbers of categories. */
final class Column {
    private final String name;
    private final boolean categorical;
    private final boolean refusesMissing;
    private final Map<String, Integer> met = new LinkedHashMap<>();
    private List<String> categories = List.of();
    private float[] values = new float[1024];
    private int size;

    Column(String name, boolean categorical, CsvFile.Missing missing) {
        this.name = name;
        this.categorical = categorical;
        this.refusesMissing = missing == CsvFile.Missing.REFUSE;
    }

    String name() {
        return name;
    }

    /** Takes the next value. @throws IllegalArgumentException if it is none; the message says why and what would do */
    void add(String text) {
        String value = text.strip();
        boolean missing = value.isEmpty() || value.equals("?");
        if (missing && refusesMissing) {
            throw new IllegalArgumentException("the value is missing; give missing=zero to take 0 for it, or leave the column out");
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        if (categorical) {
            Integer known = met.putIfAbsent(value, met.size());
            values[size++] = known == null ? met.size() - 1 : known;
        } else {
            values[size++] = missing ? 0 : number(value);
        }
    }

    private static float number(String value) {
        try {
            float number = Float.parseFloat(value);
            if (!Float.isNaN(number) && !Float.isInfinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + value + "\" is no number; if the column holds categories, list it under categorical", e);
        }
        throw new IllegalArgumentException("\"" + value + "\" is not a finite number");
    }

    /** When all is read: numbers the categories in order, whatever the order in which they were met. */
    void close() {
        List<String> inOrder = new ArrayList<>(met.keySet());
        Comparator<String> byValue = Comparator.comparing((String value) -> new BigDecimal(value)).thenComparing(Comparator.naturalOrder());
        inOrder.sort(inOrder.stream().allMatch(Column::isNumber) ? byValue : Comparator.naturalOrder());
        if (categorical) {
            float[] rank = new float[met.size()];
            for (int i = 0; i < rank.length; i++) {
                rank[met.get(inOrder.get(i))] = i;
            }
            for (int i = 0; i < size; i++) {
                values[i] = rank[(int) values[i]];
            }
        }
        categories = List.copyOf(inOrder);
        values = Arrays.copyOf(values, size);
    }

    private static boolean isNumber(String value) {
        try {
            new BigDecimal(value);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** How many values there are. */
    int size() {
        return size;
    }

    /** A number, or the number of a category. */
    float at(int row) {
        return values[row];
    }

    /** The values that a categorical column can have, by number; empty for numbers. */
    Optional<List<String>> categories() {
        return categorical ? Optional.of(categories) : Optional.empty();
    }

    /** How many inputs it makes. */
    int width() {
        return categorical ? categories.size() : 1;
    }

    /** Writes its inputs. */
    void write(int row, float[] x, int at) {
        if (categorical) {
            Arrays.fill(x, at, at + width(), 0);
            x[at + (int) values[row]] = 1;
        } else {
            x[at] = values[row];
        }
    }
}
