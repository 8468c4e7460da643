package org.thaw.deployer.internal;
import java.nio.file.*;
import java.time.Duration;
import java.util.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.*;
import org.osgi.framework.wiring.*;
import org.thaw.deployer.Offer;
class StepBench {
    @TempDir Path base;
    long t;
    void lap(String n) { System.out.println("BENCH " + n + " " + (System.nanoTime() - t) / 1e6); t = System.nanoTime(); }
    @Test void t() throws Exception {
        Path p = Files.createDirectories(base.resolve("p"));
        for (int i = 0; i < 15; i++) {
            byte[] pay = new byte[1_000_000]; new java.util.Random(i).nextBytes(pay);
            PluginJar.learner("p" + i).with("data", pay).dropInto(p, "p" + i + ".jar");
        }
        try (TestHost host = TestHost.in(base)) {
            host.settle();
            t = System.nanoTime();
            List<Path> l = new ArrayList<>(); try (var s = Files.list(p)) { s.forEach(l::add); }
            Map<Path, Sha256.Sum> sums = new LinkedHashMap<>();
            for (Path f : l) sums.put(f, Sha256.of(f)); lap("hash");
            Path copy = base.resolve("copy"); Files.createDirectories(copy);
            for (Path f : l) try (var o = Files.newOutputStream(copy.resolve(f.getFileName()))) { Sha256.copy(f, o); } lap("copy+hash");
            for (Path f : l) try (var c = java.nio.channels.FileChannel.open(copy.resolve(f.getFileName()), StandardOpenOption.WRITE)) { c.force(true); } lap("force");
            for (Path f : l) Soundness.check(f); lap("sound");
            for (Path f : l) Header.read(f); lap("header");
            Installer in = new Installer(host.context());
            List<Bundle> bs = new ArrayList<>();
            for (Path f : l) bs.add(in.install("x" + sums.get(f).hash(), f)); lap("install");
            List<List<Offer>> offers = new ArrayList<>();
            for (Bundle b : bs) offers.add(Announcement.read(b.adapt(BundleRevision.class))); lap("announce");
            for (Bundle b : bs) in.resolve(b); lap("resolve");
            for (int i = 0; i < 15; i++) Guard.make(bs.get(i), offers.get(i), Duration.ofSeconds(9)); lap("make");
        }
    }
}
