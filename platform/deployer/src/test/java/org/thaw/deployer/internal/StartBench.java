package org.thaw.deployer.internal;
import java.nio.file.*;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
class StartBench {
static long cpu() { return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(); }
    Path base = Path.of("/tmp/bench-deployer");
    @Test void t() throws Exception {
        Path p = Files.createDirectories(base.resolve("plugins"));
        for (int i = 0; i < 15 && !Files.exists(p.resolve("p14.jar")); i++) {
            byte[] pay = new byte[i == 0 ? 6_000_000 : 30_000]; new java.util.Random(i).nextBytes(pay);
            PluginJar.learner("p" + i).with("data", pay).dropInto(p, "p" + i + ".jar");
            Files.setLastModifiedTime(p.resolve("p" + i + ".jar"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
        try (TestHost host = TestHost.in(base)) {
            long c = cpu(); long t = System.nanoTime(); host.settle(); System.out.println("BENCH cpu " + (cpu()-c)/1e6+" first " + (System.nanoTime() - t) / 1e6 + " n=" + host.ids().size());
            for (int k = 0; k < 1; k++) {
            host.stop();
            t = System.nanoTime(); host.start(); System.out.println("BENCH framework " + (System.nanoTime() - t) / 1e6);
            c = cpu(); t = System.nanoTime(); host.settle(); System.out.println("BENCH cpu " + (cpu()-c)/1e6+" again " + (System.nanoTime() - t) / 1e6 + " n=" + host.ids().size()); }
        }
    }
}
