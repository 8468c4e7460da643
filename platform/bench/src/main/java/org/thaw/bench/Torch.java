package org.thaw.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds PyTorch, to be measured beside ours. */
public final class Torch {
    private Torch() {
    }

    /** The Python that has it: {@code -Dthaw.bench.python=…}, else python3. Empty where there is none, which is said. */
    public static Optional<String> python() throws InterruptedException {
        for (String name : List.of(System.getProperty("thaw.bench.python", "python3"), "/usr/bin/python3")) {
            try {
                Process process = new ProcessBuilder(name, "-c", "import torch").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                if (process.waitFor() == 0) {
                    return Optional.of(name);
                }
            } catch (IOException e) {
                // no such program: the next one
            }
        }
        System.out.println("No PyTorch beside it: no python3 here can import torch.");
        return Optional.empty();
    }
}
