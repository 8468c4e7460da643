package org.thaw.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@code results.csv}, whose fields here hold no commas. */
record Results(List<String[]> rows) {
    static final String HEADER = "experiment,protocol,environment,learner,role,metric,seeds,mean,iqm,ci_low,ci_high";

    static Results of(Path experiment) {
        try {
            List<String> lines = Files.readAllLines(experiment.resolve("results.csv"));
            if (!lines.get(0).equals(HEADER)) {
                throw new IllegalStateException("results.csv begins with " + lines.get(0) + "; expected " + HEADER);
            }
            List<String[]> rows = new ArrayList<>();
            lines.subList(1, lines.size()).forEach(line -> rows.add(line.split(",", -1)));
            return new Results(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mean of a metric of a learner or twin. */
    double mean(String learner, String metric) {
        return Double.parseDouble(row(learner, metric)[7]);
    }

    /** The standard error of that mean, from the interval of 30 seeds: Student's t with 29 degrees of freedom. */
    double standardErrorOfThirty(String learner, String metric) {
        String[] row = row(learner, metric);
        if (!row[6].equals("30")) {
            throw new IllegalStateException(learner + " has " + row[6] + " seeds, expected 30");
        }
        return (Double.parseDouble(row[10]) - Double.parseDouble(row[9])) / 2 / 2.0452;
    }

    /**
     * A metric over seeds.
     *
     * @param seeds how many runs are done; 0 if none, where all else is NaN
     * @param low   lower end of the 95% interval of the mean, NaN of a single seed; {@code high} the upper
     */
    record Estimate(int seeds, double mean, double low, double high) {
    }

    /** What a learner or twin came to in one environment; {@code ""} where the protocol has no role of that name. */
    Estimate estimate(String environment, String learner, String metric) {
        return rows.stream().filter(row -> row[2].equals(environment) && row[3].equals(learner) && row[5].equals(metric)).findFirst()
                .map(row -> new Estimate(Integer.parseInt(row[6]), number(row[7]), number(row[9]), number(row[10]))).orElse(new Estimate(0, Double.NaN, Double.NaN, Double.NaN));
    }

    /** Undefined numbers are empty. */
    private static double number(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }

    private String[] row(String learner, String metric) {
        return rows.stream().filter(row -> row[3].equals(learner) && row[5].equals(metric)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no row for " + learner + " and " + metric));
    }
}
