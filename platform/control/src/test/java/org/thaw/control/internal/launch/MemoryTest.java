package org.thaw.control.internal.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void aProcessMayTakeItsHeapAsMuchAgainAndTheAllowance() {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "SKIPPED: this system does not tell how much memory a process takes");
        long taken = Memory.of(SELF).orElseThrow();
        assertTrue(taken > 10, taken + " MiB");
        assertEquals(Optional.empty(), Memory.excess(SELF, 1 << 20, 0));
        assertTrue(Memory.excess(SELF, 1, 3).orElseThrow().contains("more than the 5 MiB allowed (1 MiB of heap, as much outside it, and 3 MiB for the JVM)"));
    }

    @Test
    void aProcessThatIsGoneTakesNone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertEquals(OptionalLong.empty(), Memory.of(gone.pid()));
        assertEquals(Optional.empty(), Memory.excess(gone.pid(), 1, 0));
    }
}
