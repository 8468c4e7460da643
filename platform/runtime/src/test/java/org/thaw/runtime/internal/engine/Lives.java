package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.recording.Recording;

/** What the recordings of a run hold, in words that tests can compare. Two files may hold the same lives in blocks of other sizes. */
final class Lives {
    private Lives() {
    }

    /** By file, below the folder of recordings: for each life its steps. */
    static Map<String, List<List<String>>> in(RunFolder run) {
        Path folder = run.path().resolve(RunFolder.RECORDINGS);
        Map<String, List<List<String>>> all = new TreeMap<>();
        if (!Files.exists(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> all.put(folder.relativize(file).toString(), of(file)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each step as state, kind, reward and action: {@code 3 MID -0.01 1}. */
    static List<List<String>> of(Path file) {
        List<List<String>> lives = new ArrayList<>();
        try (Recording recording = Recording.open(file)) {
            StepBuffer step = new StepBuffer(recording.signature());
            Decision decision = new Decision(recording.signature());
            for (int life = 0; life < recording.lives(); life++) {
                List<String> steps = new ArrayList<>();
                for (long at = 0; at < recording.steps(life); at++) {
                    recording.read(life, at, step, decision);
                    steps.add(step.state() + " " + step.kind() + " " + step.reward() + " " + decision.action().index());
                }
                lives.add(steps);
            }
        }
        return lives;
    }
}
