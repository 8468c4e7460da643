package org.thaw.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thaw.deployer.Deployment;
import org.thaw.shell.internal.Lab;
import org.thaw.shell.internal.Spoken;

class VerbsTest {
    private final Lab lab = new Lab();
    private final Spoken thaw = new Spoken(lab, Path.of("/lab"), 90);

    @Test
    void learnersAreListedWithWhatTheySee() {
        assertEquals(0, thaw.say("learners"));
        assertEquals("""
                id     version  sees          what it is
                ewc    0.1.0    current task  Holds weights back.
                joint  0.1.0    all tasks     Sees all.
                """, thaw.out());
    }

    @Test
    void kindsWithoutPluginsSayWhereToLook() {
        assertEquals(0, thaw.say("protocols"));
        assertEquals("There are no protocols. What is in the plugins folder but failed is listed by: plugins\n", thaw.out());
    }

    @Test
    void pluginsAreListedWithTheirJarsAndFailedJarsBelow() {
        assertEquals(0, thaw.say("plugins"));
        assertEquals("""
                kind         id      version  jar                 what it is
                learner      ewc     0.1.0    ewc.jar             Holds weights back.
                learner      joint   0.1.0    org.example.joint   Sees all.
                environment  digits  0.1.0    org.example.digits  Ten digits.

                jar      version  sha-256       leases  state
                ewc.jar  0.1.0    eeeeeeeeeeee  1       serving

                torn.jar is cut off.
                """, thaw.out());
    }

    @Test
    void versionsThatRunsStillHoldAreListedBesideTheNewest() {
        lab.older = List.of(new Deployment("ewc.jar", "0123456789abcdef".repeat(4), "org.example.ewc", "0.0.9", Deployment.State.REPLACED, Optional.empty(), 2, List.of()),
                new Deployment("old.jar", "f".repeat(64), "org.example.old", "1.0.0", Deployment.State.RECALLED, Optional.empty(), 1, List.of()));
        assertEquals(0, thaw.say("plugins"));
        assertTrue(thaw.out().contains("""
                jar      version  sha-256       leases  state
                ewc.jar  0.1.0    eeeeeeeeeeee  1       serving
                ewc.jar  0.0.9    0123456789ab  2       replaced by newer bytes; serves 2 runs to the end
                old.jar  1.0.0    ffffffffffff  1       recalled from the store; serves 1 run to the end
                """), thaw.out());
    }

    @Test
    void leaksNamesPluginsThatLeftButStayInMemory() {
        assertEquals(0, thaw.say("plugins", "--leaks"));
        assertEquals("No plugin that has left stays in memory.\n", thaw.out());
        lab.lingering = List.of("mine.jar");
        assertEquals(0, thaw.say("plugins", "--leaks"));
        assertEquals("These plugins have left, but something still holds their classes: mine.jar\n", thaw.out());
    }

    @Test
    void aPluginIsDescribedWithItsHyperparameters() {
        assertEquals(0, thaw.say("describe", "ewc"));
        assertEquals("""
                learner ewc@0.1.0
                Holds weights back.

                source   Kirkpatrick 2017
                sees     the current task's data only (CURRENT_DATA)
                state    classifier:2; also restores classifier:1
                jar      ewc.jar, bundle org.example.ewc 0.1.0
                sha-256  %s

                hyperparameter  type                   default    range  meaning
                lambda          number                 5000       [0,*)  strength λ of the penalty
                                                                         [default: a paper]
                hidden          list of whole numbers  [400,400]  [1,*)  sizes of the hidden layers
                optimiser       one of adam, sgd       adam              update rule
                """.formatted("e".repeat(64)), thaw.out());
    }

    @Test
    void anUnknownIdIsRefusedWithTheNearest() {
        assertEquals(2, thaw.say("describe", "ewd"));
        assertEquals("thaw: no plugin has the id \"ewd\"; did you mean \"ewc\"?\n", thaw.err());
    }

    @Test
    void anUnknownVerbIsRefusedWithTheNearest() {
        assertEquals(2, thaw.say("lerners"));
        assertEquals("thaw: \"lerners\" is no verb\nDid you mean: thaw learners?\nTry 'thaw --help'.\n", thaw.err());
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestEvenIfAFileIsMissingToo() {
        assertEquals(2, thaw.say("run", "--agian"));
        assertEquals("thaw: unknown option: '--agian'\nPossible solutions: --again\nTry 'thaw run --help'.\n", thaw.err());
    }

    @Test
    void everyVerbHasHelp() {
        for (String verb : Verbs.names()) {
            assertEquals(0, thaw.say(verb, "--help"), verb);
            assertTrue(thaw.out().contains("Usage: thaw " + verb), thaw.out());
        }
        assertEquals(0, thaw.say("help", "run"));
        assertTrue(thaw.out().startsWith("Usage: thaw run"), thaw.out());
    }

    @Test
    void theVersionNamesThawAndJava() {
        assertEquals(0, thaw.say("--version"));
        assertTrue(thaw.out().startsWith("thaw 0.1.0\nJava " + System.getProperty("java.version")), thaw.out());
        assertEquals(0, thaw.say("run", "--version"));
        assertTrue(thaw.out().startsWith("thaw 0.1.0\n"), thaw.out());
    }

    @Test
    void aMissingVerbIsBadInput() {
        assertEquals(2, thaw.say());
        assertEquals("thaw: a verb is missing, such as run or plugins\nTry 'thaw --help'.\n", thaw.err());
    }
}
