package org.thaw.environments.gymnasium.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong with the child is said in a sentence, and no child is left. */
class TroubleTest {
    private static final String STAND_IN = Interpreter.standIn();

    private static String failure(Gymnasium.Config config) {
        long before = ProcessHandle.current().children().count();
        String message = assertThrows(RuntimeException.class, () -> {
            try (Walker walker = new Walker(config, 1)) {
                walker.live(30);
            }
        }).getMessage();
        assertEquals(before, ProcessHandle.current().children().count(), "a child is left");
        return message;
    }

    private static String failure(String id) {
        return failure(Interpreter.plain(STAND_IN, id, 60));
    }

    private static void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is not in: " + message);
        }
    }

    @Test
    void noSuchInterpreter() {
        assertSays(failure(Interpreter.plain("python-that-is-not-there", "CartPole-v1", 60)), "CartPole-v1: python: \"python-that-is-not-there\" cannot be started (",
                "): expected a Python interpreter, by its name on the PATH or its absolute path");
    }

    @Test
    void whatTheChildRefusesIsPassedOn() {
        assertEquals("Refuses-v0: its observations are Text: expected a Box", failure("Refuses-v0"));
    }

    @Test
    void aCrashTellsExitCodeAndLastWords() {
        assertSays(failure("Crashes-v0"), "Crashes-v0: the Python process (" + STAND_IN + ") ended with exit code 7; its last words:\n",
                "Traceback of a stand-in\nZeroDivisionError: division by zero");
    }

    @Test
    void anInterpreterThatEndsAtOnceIsACrash() {
        assertSays(failure(Interpreter.plain(Interpreter.wrapper("echo no libpython >&2; exit 127"), "CartPole-v1", 60)), "ended with exit code 127; its last words:\nno libpython");
    }

    /** On a slow machine the limit may be met while the child still starts: the sentence is the same. */
    @Test
    void aChildThatDoesNotAnswerIsEnded() {
        assertSays(failure(Interpreter.plain(STAND_IN, "Sleeps-v0", 1)), "Sleeps-v0: the Python process (" + STAND_IN + ") did not answer within 1 s and was ended; timeoutSeconds gives it more");
    }

    @Test
    void printsOnThePipeAreNoAnswers() {
        assertSays(failure("Chatters-v0"), "Chatters-v0: what came from \"" + STAND_IN + "\" is no answer: it begins \"Hell\" (a message of 1 to 65536 bytes was expected, not of 1819043144)",
                "nothing but gymnasium_child.py to write to its standard output");
    }

    @Test
    void aStrangeHelloIsNoAnswer() {
        assertSays(failure("Strange-v0"), "is no answer", "a space of kind 9");
    }

    @Test
    void anAnswerOfAnotherLengthIsNone() {
        assertSays(failure("Short-v0"), "expected a step of 21 bytes, not of 20");
    }

    @Test
    void arguments() {
        assertEquals("arguments: \"render\", expected name=value, such as max_episode_steps=100", assertThrows(IllegalArgumentException.class,
                () -> new Gymnasium.Config("CartPole-v1", "python3", List.of("render"), 60, false, 84, 4, 0, false)).getMessage());
    }

    /** A real Python, without any package. */
    @Test
    void aMissingPackageIsNamed() {
        Gymnasium.Config config = Interpreter.plain(Interpreter.wrapper("exec python3 -I -S \"$@\""), "CartPole-v1", 60);
        String message = failure(config);
        if (message.contains("exit code 127")) {
            System.err.println("SKIPPED: the sentence on missing Python packages was not tested: there is no python3");
            Assumptions.abort("there is no python3");
        }
        assertSays(message, "CartPole-v1: the Python package numpy, which environments are made of, cannot be imported by ", "-m pip install gymnasium numpy ale-py' (ale-py is for Atari), or point python to an interpreter that has it");
    }
}
