package org.thaw.itest;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A ready experiment of hours, run where its runs last: in the folder of the system property {@code thaw.science.runs}, by default {@code target/science}, which lasts until
 * the next {@code clean}. A test that was interrupted and is
 * started again goes on from the checkpoints, and repeats nothing that is done; so seeds accumulate. Runs whose plugins have changed since are set aside, and begin again.
 *
 * @param result what the command said
 * @param folder the experiment's results
 */
record Science(Thaw.Result result, Path folder) {
    private static final String RUNS = "thaw.science.runs";

    /** Runs what is not done yet. {@code scratch} is an empty folder for the host. */
    static Science run(Path scratch, long patienceMinutes, String file) {
        Path runs = Path.of(System.getProperty(RUNS, "target/science")).toAbsolutePath();
        Thaw.Result result = new Thaw(scratch).runFor(patienceMinutes, "run", Thaw.experiment(file).toString(), "--runs", runs.toString());
        return new Science(result, runs.resolve(file.replaceFirst("\\.json$", "")));
    }

    /** What is done so far, all of it or not. */
    Results results() {
        if (!Files.exists(folder.resolve("results.csv"))) {
            throw new IllegalStateException(folder + " has no results: " + result);
        }
        return Results.of(folder);
    }
}
