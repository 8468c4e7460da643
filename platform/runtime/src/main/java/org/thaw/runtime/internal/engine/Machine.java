package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.FrameworkUtil;

/** What a run runs on, for its provenance. */
final class Machine {
    private Machine() {
    }

    static Map<String, String> describe() {
        Map<String, String> machine = new TreeMap<>();
        for (String property : new String[] {"java.version", "java.vendor", "java.vm.name", "java.vm.version", "os.name", "os.version", "os.arch"}) {
            machine.put(property, System.getProperty(property, ""));
        }
        Runtime runtime = Runtime.getRuntime();
        machine.put("cores", Integer.toString(runtime.availableProcessors()));
        machine.put("heap.max", Long.toString(runtime.maxMemory()));
        machine.put("cpu", cpu());
        machine.put("locale", Locale.getDefault().toLanguageTag());
        machine.put("time.zone", ZoneId.systemDefault().getId());
        var bundle = FrameworkUtil.getBundle(Machine.class);
        machine.put("thaw", bundle == null ? "development" : bundle.getVersion().toString());
        return machine;
    }

    private static String cpu() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).trim()).orElse("");
        } catch (IOException | RuntimeException e) {
            return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "");
        }
    }
}
