package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Problem;
import org.thaw.deployer.PluginProperties;

/** Two people change one plugin at once: one wins, and the other is told who did. */
class RivalsTest {
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";
    @TempDir
    Path base;

    @Test
    void theLoserOfTwoFilesIsToldWhoseJarWon() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("a").dropInto(host.plugins, "alice.jar", Instant.parse(LONG_AGO));
            host.settle();
            PluginJar.learner("a").salted("bob").dropInto(host.plugins, "bob.jar");
            host.settle();

            String owner = Files.getOwner(host.plugins.resolve("alice.jar")).getName();
            String sentence = "bob.jar was refused: it offers learner a in version 1.0.0, as alice.jar (SHA-256 "
                    + host.deployment("alice.jar", State.SERVING).sha256() + ", written " + LONG_AGO + " by " + owner
                    + ") does already; remove one of the two, or give one another id or Bundle-Version.";
            assertEquals(sentence + "\n", host.marker("bob.jar", ".failed"));
            assertEquals(sentence, host.deployer().why("bob.jar"));
            assertEquals("a is available: learner a 1.0.0 from alice.jar; but " + sentence, host.deployer().why("a"));
        }
    }

    @Test
    void theLoserIsToldAnewWhenTheWinnerChanges() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("a").dropInto(host.plugins, "alice.jar");
            host.settle();
            PluginJar.learner("a").salted("bob").dropInto(host.plugins, "bob.jar");
            host.settle();
            PluginJar.learner("a").salted("alice again").dropInto(host.plugins, "alice.jar");
            host.settle();
            assertTrue(host.marker("bob.jar", ".failed").contains(host.deployment("alice.jar", State.SERVING).sha256()));
        }
    }

    @Test
    void heWhoseBytesWereOverwrittenIsToldWhichTookTheirPlace() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("a").salted("alice").dropInto(host.plugins, "a.jar");
            host.settle();
            Deployment first = host.deployment("a.jar", State.SERVING);
            assertFalse(host.marker("a.jar", ".ok").contains("in place of"));
            PluginJar.learner("a").salted("bob").dropInto(host.plugins, "a.jar");
            host.settle();

            Deployment second = host.deployment("a.jar", State.SERVING);
            String sentence = "a.jar serves learner a in version 1.0.0 (SHA-256 " + second.sha256() + ", " + second.origin().orElseThrow()
                    + "), in place of the bytes with the SHA-256 " + first.sha256() + ".";
            assertEquals(sentence + "\n", host.marker("a.jar", ".ok"));
            assertEquals(sentence, host.deployer().why("a.jar"));
        }
    }

    @Test
    void ofManyWritesToOneFileTheLastServesAndTheMarkerNamesIt() throws Exception {
        ExecutorService users = Executors.newFixedThreadPool(2);
        try (TestHost host = TestHost.in(base)) {
            Path drafts = Files.createDirectories(base.resolve("drafts"));
            List<Future<?>> both = List.of("alice", "bob").stream().<Future<?>>map(user -> users.submit(() -> {
                Path home = Files.createDirectories(drafts.resolve(user));
                for (int i = 0; i < 30; i++) {
                    PluginJar.learner("a").salted(user + i).dropInto(home, "a.jar");
                    Files.move(home.resolve("a.jar"), host.plugins.resolve("a.jar"), StandardCopyOption.ATOMIC_MOVE);
                }
                return null;
            })).toList();
            for (Future<?> user : both) {
                user.get();
            }
            host.settle();
            String last = Sha256.of(host.plugins.resolve("a.jar")).hash();
            assertEquals(List.of("a@1.0.0"), host.ids());
            assertEquals(last, host.service("(thaw.id=a)").orElseThrow().getProperty(PluginProperties.SHA256));
            assertTrue(host.marker("a.jar", ".ok").startsWith("a.jar serves learner a in version 1.0.0 (SHA-256 " + last));
            assertEquals(1, host.pluginBundles().size());
        } finally {
            users.shutdownNow();
        }
    }

    @Test
    void aSecondHostLetsTheSameJarWinThoughItSeesThemInAnotherOrder() throws Exception {
        Path plugins = base.resolve("plugins");
        try (TestHost holder = TestHost.in(base.resolve("1"), plugins, 10_000)) {
            PluginJar.learner("a").dropInto(plugins, "alice.jar");
            holder.settle();
            PluginJar.learner("a").salted("bob").dropInto(plugins, "bob.jar");
            age(plugins.resolve("bob.jar"));   // whoever comes anew finds it first
            holder.settle();
            try (TestHost second = TestHost.in(base.resolve("2"), plugins, 10_000)) {
                second.settle();
                assertEquals("alice.jar", winner(second));
                assertEquals(Problem.Type.ID_TAKEN, second.deployment("bob.jar", State.FAILED).problem().orElseThrow().type());
                assertEquals(holder.deployer().why("bob.jar"), second.deployer().why("bob.jar"));
                assertEquals(1, second.pluginBundles().size());
            }
            holder.stop();
            holder.start();
            holder.settle();
            assertEquals("alice.jar", winner(holder), "also after a restart");
        }
    }

    @Test
    void twoRunningHostsAgreeOnTheWinnerOfASimultaneousDrop() throws Exception {
        Path plugins = base.resolve("plugins");
        try (TestHost holder = TestHost.in(base.resolve("1"), plugins, 10_000)) {
            holder.settle();
            try (TestHost second = TestHost.in(base.resolve("2"), plugins, 10_000)) {
                for (int round = 0; round < 8; round++) {
                    PluginJar.learner("a").salted("alice" + round).dropInto(plugins, "alice.jar");
                    PluginJar.learner("a").salted("bob" + round).dropInto(plugins, "bob.jar");
                    holder.settle();
                    second.settle();   // looks at the markers that the first has written by now
                    assertEquals(winner(holder), winner(second));
                    String loser = winner(holder).equals("alice.jar") ? "bob.jar" : "alice.jar";
                    assertEquals(holder.deployer().why(loser), second.deployer().why(loser));
                    assertEquals(holder.deployer().why(loser) + "\n", holder.marker(loser, ".failed"));
                    Files.delete(plugins.resolve("alice.jar"));
                    Files.delete(plugins.resolve("bob.jar"));
                    holder.settle();
                    second.settle();
                }
            }
        }
    }

    @Test
    void theRulingOfAnotherHostIsFollowedByOneThatHadDecidedOtherwise() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("a").salted("bob").dropInto(host.plugins, "bob.jar");
            host.settle();
            byte[] bytes = PluginJar.learner("a").bytes();
            Files.write(base.resolve("alice.jar"), bytes);
            PluginJar.learner("a").dropInto(host.plugins, "alice.jar");
            host.settle();
            assertEquals("bob.jar", winner(host));

            Files.delete(host.plugins.resolve("bob.jar.ok"));
            Files.writeString(host.plugins.resolve("alice.jar.ok"), "alice.jar serves learner a (SHA-256 " + Sha256.of(base.resolve("alice.jar")).hash() + ").");
            host.settle();
            assertEquals("alice.jar", winner(host));
            assertEquals(Problem.Type.ID_TAKEN, host.deployment("bob.jar", State.FAILED).problem().orElseThrow().type());
            assertTrue(host.marked("bob.jar", ".failed"));
            assertEquals(1, host.pluginBundles().size());
        }
    }

    private static String winner(TestHost host) throws Exception {
        assertEquals(List.of("a@1.0.0"), host.ids());
        return host.service("(thaw.id=a)").orElseThrow().getProperty(PluginProperties.FILE).toString();
    }

    private static void age(Path file) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(LONG_AGO)));
    }
}
