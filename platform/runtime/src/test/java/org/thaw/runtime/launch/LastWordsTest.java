package org.thaw.runtime.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    private static final LastWords.Left NOTHING = new LastWords.Left("", "");

    @TempDir
    Path folder;

    @Test
    void thePhaseAndTheCallAreReadWhileTheyGoOn() {
        LastWords words = LastWords.in(folder);
        assertEquals(NOTHING, LastWords.left(folder));
        int learn = words.place("learner ewc@0.1.0 learn");
        int step = words.place("environment breakout@0.1.0 step");
        words.phase("task 1 of 5");
        words.enter(learn);
        assertEquals(new LastWords.Left("task 1 of 5", "learner ewc@0.1.0 learn"), LastWords.left(folder));
        words.phase("task 2");
        words.enter(step);
        assertEquals(new LastWords.Left("task 2", "environment breakout@0.1.0 step"), LastWords.left(folder));
    }

    @Test
    void aCallHasOnePlace() {
        LastWords words = LastWords.in(folder);
        assertEquals(words.place("learner a learn"), words.place("learner a learn"));
        assertNotEquals(words.place("learner a learn"), words.place("learner a predict"));
    }

    @Test
    void anotherAttemptBeginsWithNothing() {
        LastWords.in(folder).phase("task 7");
        LastWords.in(folder);
        assertEquals(NOTHING, LastWords.left(folder));
    }

    @Test
    void whoHasSaidHowItEndedLeavesNothing() throws IOException {
        LastWords words = LastWords.in(folder);
        LastWords.forget(folder);
        words.phase("the memory outlives the file");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(NOTHING, LastWords.left(folder));
    }

    @Test
    void whatFindsNoRoomIsLeftOut() {
        LastWords words = LastWords.in(folder);
        words.phase("p".repeat(1000));
        int call = 0;
        for (int i = 0; i < 100; i++) {
            call = words.place("learner x ".repeat(30) + i);
        }
        words.enter(call);
        assertEquals(new LastWords.Left("p".repeat(251), ""), LastWords.left(folder));
        LastWords.nowhere().enter(LastWords.nowhere().place("learner x learn"));
    }

    @Test
    void whatWasNotLeftIsTakenFromTheLatestNews() {
        RunProgress news = new RunProgress(false, 0, "task 3", OptionalDouble.empty(), "learner x learn", 1);
        assertEquals(new LastWords.Left("task 3", "learner x learn"), NOTHING.or(news));
        assertEquals(new LastWords.Left("task 4", "learner y learn"), new LastWords.Left("task 4", "learner y learn").or(news));
    }

    @Test
    void aFileThatIsNoneIsNothing() throws IOException {
        Files.writeString(folder.resolve(".words"), "x".repeat(300));
        assertEquals(new LastWords.Left("x".repeat(296), ""), LastWords.left(folder));
        Files.writeString(folder.resolve(".words"), "x");
        assertEquals(NOTHING, LastWords.left(folder));
    }
}
