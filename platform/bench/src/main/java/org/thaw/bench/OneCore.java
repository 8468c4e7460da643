package org.thaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processes that are measured on one core. */
public final class OneCore {
    private static final List<String> THREADS = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS");

    private OneCore() {
    }

    /** What starts this command with one thread for each numerical library; its errors go where ours do. */
    public static ProcessBuilder process(List<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        THREADS.forEach(name -> builder.environment().put(name, "1"));
        if (wide()) {
            // an OpenBLAS, ours or PyTorch's, may be older than the processor, and would then take its slowest loops
            builder.environment().putIfAbsent("OPENBLAS_CORETYPE", "SkylakeX");
        }
        return builder;
    }

    /** Whether the processor has AVX-512, as far as the system tells. */
    private static boolean wide() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        return Files.isReadable(processors) && Files.readString(processors).contains(" avx512dq");
    }
}
