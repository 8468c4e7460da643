package org.thaw.bench.networks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.thaw.bench.OneCore;
import org.thaw.bench.Torch;

/**
 * The speed table of networks: our reproducible kernels, OpenBLAS and PyTorch in turn, each in a process of its own, at rates per second of CPU time
 * on one core. PyTorch is run where a Python that has it is found ({@code -Dthaw.bench.python=…}, else python3). The rates of record are scaled
 * by what OpenBLAS itself does here and did there, so that a busy or slower machine does not decide; a target is met or lost against the higher of
 * both figures for PyTorch.
 */
public final class NetworkSpeed {
    private static final int ROUNDS = 2;
    private static final String SECONDS = System.getProperty("thaw.bench.seconds", "1.5");
    private static final int MINUTES = 5;

    private NetworkSpeed() {
    }

    /** @param arguments the path of torch_speed.py */
    public static void main(String[] arguments) throws Exception {
        Optional<String> python = Torch.python();
        Map<String, String> vector = new LinkedHashMap<>();
        Map<String, String> openblas = new LinkedHashMap<>();
        Map<String, String> torch = new LinkedHashMap<>();
        double before = load();
        for (int round = 0; round < ROUNDS; round++) {
            merge(vector, run(java("vector")));
            merge(openblas, run(java("openblas")));
            if (python.isPresent()) {
                merge(torch, run(List.of(python.get(), Path.of(arguments[0]).toString(), SECONDS)));
            }
        }
        new SpeedTable(vector, openblas, torch).print(System.out);
        System.out.printf(Locale.ROOT, "Java %s; load of the machine %.1f before, %.1f after, on %d processors.%n", System.getProperty("java.version"), before, load(),
                Runtime.getRuntime().availableProcessors());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static List<String> java(String kernels) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), SpeedCases.class.getName(), kernels, SECONDS));
        return line;
    }

    /** What it prints, line by line: a name, a tab, a value. */
    private static Map<String, String> run(List<String> line) throws IOException, InterruptedException {
        Process process = OneCore.process(line).start();
        Map<String, String> values = new LinkedHashMap<>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().map(text -> text.split("\t"))
                .filter(pair -> pair.length == 2).forEach(pair -> values.put(pair[0], pair[1]));
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("a measurement failed: " + line);
        }
        return values;
    }

    /** Keeps the better of two rates. */
    private static void merge(Map<String, String> into, Map<String, String> from) {
        from.forEach((name, value) -> into.merge(name, value, (a, b) -> name.equals("version") || Double.parseDouble(a) >= Double.parseDouble(b) ? a : b));
    }
}
