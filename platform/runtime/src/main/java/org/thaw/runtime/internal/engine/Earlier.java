package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.context.Scratch;

/** What an experiment's folder holds from before. A finished run is never thrown away: one in another configuration moves to {@code replaced/}. */
final class Earlier {
    private static final int HASH = 8;
    private final Path folder;

    Earlier(Path folder) {
        this.folder = folder;
    }

    /** Whether the run is done in this very configuration. */
    boolean isDone(RunPlan plan) {
        return configurationIfDone(plan).filter(plan.hash()::equals).isPresent();
    }

    /** Whether the run was begun in this very configuration, and not finished: it goes on. */
    boolean isInterrupted(RunPlan plan) {
        return configuration(plan).filter(plan.hash()::equals).isPresent() && configurationIfDone(plan).isEmpty();
    }

    /** Makes way for the run. */
    void setAside(RunPlan plan) {
        boolean worthKeeping = configurationIfDone(plan).isPresent() || Files.isDirectory(folder.resolve(plan.run()).resolve(RunFolder.CHECKPOINTS));
        configuration(plan).filter(hash -> worthKeeping && !hash.equals(plan.hash())).ifPresent(hash -> {
            Path target = folder.resolve("replaced").resolve(plan.run() + "-" + hash.substring(0, Math.min(HASH, hash.length())));
            try {
                Scratch.remove(target);
                Files.createDirectories(target.getParent());
                Files.move(folder.resolve(plan.run()), target);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot move the earlier run " + plan.run() + " to " + target, e);
            }
        });
    }

    private Optional<String> configurationIfDone(RunPlan plan) {
        try {
            return new RunFolder(folder.resolve(plan.run())).end().filter(RunEnd::done).flatMap(end -> configuration(plan));
        } catch (IllegalStateException e) {
            return Optional.empty(); // torn by a crash: not done
        }
    }

    private Optional<String> configuration(RunPlan plan) {
        RunFolder run = new RunFolder(folder.resolve(plan.run()));
        try {
            return Files.exists(run.path().resolve(RunFolder.MANIFEST)) ? Optional.of(run.manifest().configuration()) : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty(); // torn by a crash: not done
        }
    }
}
