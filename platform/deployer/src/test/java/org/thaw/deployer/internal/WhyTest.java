package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Plugin;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Deployment.State;
import sample.Parts;

class WhyTest {
    @TempDir
    Path base;
    private TestHost host;

    @BeforeEach
    void start() throws Exception {
        host = TestHost.in(base);
        PluginJar.learner("experience-replay").dropInto(host.plugins, "replay.jar");
        PluginJar.named("test.ewc").offer(Plugin.Kind.LEARNER, "ewc", Parts.Throws.class).dropInto(host.plugins, "ewc-1.jar");
        host.settle();
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    @Test
    void sayingThatAPluginIsAvailable() {
        assertEquals("experience-replay is available: learner experience-replay 1.0.0 from replay.jar.", why("experience-replay"));
        assertEquals("experience-replay is available: learner experience-replay 1.0.0 from replay.jar.", why("experience-replay@1.0.0"));
        Deployment deployment = host.deployment("replay.jar", State.SERVING);
        assertEquals("replay.jar serves learner experience-replay in version 1.0.0 (SHA-256 " + deployment.sha256() + ", " + deployment.origin().orElseThrow() + ").",
                why("replay.jar"));
        assertEquals(why("replay.jar"), why("replay"));
    }

    @Test
    void sayingWhichVersionsThereAre() {
        assertEquals("experience-replay is not available in version 3.0.0; there is 1.0.0 in replay.jar.", why("experience-replay@3.0.0"));
    }

    @Test
    void theIdOfAFailedJarLeadsToItsSentence() {
        String sentence = "ewc-1.jar was refused: its factory class sample.Parts$Throws threw IllegalStateException: no luck today; "
                + "a factory's constructor must only make the factory.";
        assertEquals("ewc is not available: " + sentence, why("ewc"));
        assertEquals(sentence, why("ewc-1.jar"));
    }

    @Test
    void anUnknownNameLeadsToTheNearest() {
        assertEquals("No plugin and no file in " + host.plugins + " is called expereince-replay; the nearest name is experience-replay.", why("expereince-replay"));
        assertTrue(new Sentences(host.plugins).why("x", List.of()).endsWith("that folder holds no jar."));
    }

    @Test
    void aFileOfAnotherNameIsToldTheRule() throws Exception {
        Files.writeString(host.plugins.resolve("replay.zip"), "");
        assertEquals("replay.zip is not looked at: plugins are files whose names end in .jar and do not begin with a dot.", why("replay.zip"));
    }

    @Test
    void aFileInTheMakingIsToldToBeSo() {
        Deployment pending = new Deployment("new.jar", "", "", "", State.PENDING, java.util.Optional.empty(), 0, List.of());
        assertTrue(new Sentences(host.plugins).why("new.jar", List.of(pending)).contains("may not be completely written yet"));
    }

    @Test
    void theDistanceCountsLettersToChange() {
        assertEquals(0, Names.distance("ewc", "ewc"));
        assertEquals(3, Names.distance("", "ewc"));
        assertEquals(3, Names.distance("kitten", "sitting"));
    }

    private String why(String name) {
        return host.deployer().why(name);
    }
}
