package org.thaw.report.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.EventJson;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.folder.RunSwap;
import org.thaw.runtime.folder.RunManifest.Player;

/** Writes the folder of one run, as the runtime would. */
public final class RunFixture {
    public final List<Event> events = new ArrayList<>();
    public final List<Event> timings = new ArrayList<>();
    public final List<RunSwap> swaps = new ArrayList<>();
    private final List<RunFindings.Scalar> scalars = new ArrayList<>();
    private final List<RunFindings.Series> series = new ArrayList<>();
    private final List<RunFindings.Matrix> matrices = new ArrayList<>();
    private final Path folder;
    private final Player protocol;
    private final Map<String, Player> players = new LinkedHashMap<>();
    private final List<Player> metrics = new ArrayList<>();
    private final long seed;

    /** As the manifest has them: what is not there is not known. */
    public final JsonObject twins = new JsonObject();

    public RunFixture(Path experiment, String protocol, String learner, String privilege, String environment, long seed) {
        this.folder = experiment.resolve(learner.replaceAll("[^A-Za-z0-9._+-]", "_") + "-" + environment + "-" + seed);
        this.protocol = player(protocol, "org.thaw.protocols", "");
        this.seed = seed;
        players.put("learner", player(learner, "org.thaw.learners", privilege));
        players.put("environment", player(environment, "org.thaw.environments", ""));
        metrics.add(player("average-accuracy", "org.thaw.metrics", ""));
    }

    private static Player player(String name, String bundle, String privilege) {
        JsonObject with = new JsonObject();
        if (bundle.endsWith("learners")) {
            with.addProperty("rate", 0.001);
            with.addProperty("batch", 128);
        }
        String hash = String.format("%016x", name.hashCode() * 0x9e3779b97f4a7c15L).repeat(4);
        return new Player(name, name, "0.1.0", bundle + "." + "family", hash, privilege, with);
    }

    /** Somebody in another role, played by a plugin of some name. */
    public RunFixture with(String role, String name) {
        players.put(role, player(name, "org.thaw.learners", "CURRENT_DATA"));
        return this;
    }

    public RunFixture scalar(String role, String metric, double value) {
        scalars.add(new RunFindings.Scalar(role, metric, value));
        return this;
    }

    public void series(String role, String metric, double[] x, double[] y) {
        series.add(new RunFindings.Series(role, metric, x, y));
    }

    public void matrix(String role, String metric, double[][] rows) {
        matrices.add(new RunFindings.Matrix(role, metric, rows));
    }

    /** Ends well. */
    public void done() {
        write();
        Json.write(folder.resolve(RunFolder.FINDINGS), new RunFindings(scalars, series, matrices));
        Json.write(folder.resolve(RunFolder.END), RunEnd.done(Map.of()));
    }

    /** Ends with a plugin's fault. */
    public void failed(String message, String plugin, String phase) {
        write();
        Json.write(folder.resolve(RunFolder.END), RunEnd.failed(message, plugin, phase));
    }

    /** Is cut off in the middle of a line. */
    public void unfinished() {
        write();
        try {
            Files.writeString(folder.resolve(RunFolder.EVENTS), Files.readString(folder.resolve(RunFolder.EVENTS)) + "{\"event\":\"Eval");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Files.createDirectories(folder);
            Map<String, String> machine = new LinkedHashMap<>();
            machine.put("java", "17.0.15+6 (OpenJDK 64-Bit Server VM)");
            machine.put("os", "Linux 6.1 amd64");
            machine.put("cpu", "Example CPU @ 2.5 GHz, 2 cores");
            machine.put("memory", "23 GiB");
            machine.put("thaw", "0.1.0");
            Json.write(folder.resolve(RunFolder.MANIFEST), new RunManifest(1, folder.getParent().getFileName().toString(), folder.getFileName().toString(),
                    "5d41402abc4b2a76b9719d911017c592ae2f9c1d7e6a4b3c2d1e0f9a8b7c6d5e", seed, protocol, players, metrics, twins, 1,
                    Map.of("kernels", "vector 256 bit"), machine, swaps, Map.of(), Map.of()));
            Files.write(folder.resolve(RunFolder.EVENTS), events.stream().map(EventJson::write).toList());
            Files.write(folder.resolve(RunFolder.TIMING), timings.stream().map(EventJson::write).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
