package org.thaw.control.internal.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.thaw.control.internal.wire.Message;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunningExperiment;

/** Carries out what other hosts ask for. */
final class Requests {
    private final Supplier<Optional<Laboratory>> laboratory;

    Requests(Supplier<Optional<Laboratory>> laboratory) {
        this.laboratory = laboratory;
    }

    Message answer(Message question) {
        if (question instanceof Message.Experiments) {
            return new Message.Found(all().stream().map(Requests::sight).filter(sight -> sight.runs().stream().anyMatch(run -> !run.state().over())).toList());
        } else if (question instanceof Message.Experiment one) {
            return new Message.Found(in(one.folder()).stream().map(Requests::sight).toList());
        } else if (question instanceof Message.Tell tell) {
            return new Message.Told(in(tell.folder()).map(experiment -> tell(experiment, tell.run(), tell.order())).orElse(false));
        }
        return new Message.Fault("nothing that a host is asked: " + question.getClass().getSimpleName());
    }

    /** Completes normally in any case. */
    CompletableFuture<Message> swap(Message.Swap swap) {
        Optional<RunningExperiment> experiment = in(swap.folder());
        if (experiment.isEmpty()) {
            return CompletableFuture.completedFuture(new Message.Refused("this host runs no experiment in " + swap.folder()));
        }
        try {
            return experiment.get().swap(swap.run(), swap.request()).handle((result, e) -> e == null ? new Message.Swapped(result) : refusal(e));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(refusal(e));
        }
    }

    /** Completes normally in any case. */
    CompletableFuture<Message> watch(Message.Watch watch) {
        return in(watch.folder()).map(experiment -> experiment.watch(watch.run()).<Message>handle((film, e) -> e == null ? new Message.Watched(film) : refusal(e)))
                .orElseGet(() -> CompletableFuture.completedFuture(new Message.Refused("this host runs no experiment in " + watch.folder())));
    }

    private static boolean tell(RunningExperiment experiment, String run, Message.Order order) {
        if (!run.isEmpty()) {
            return switch (order) {
                case STOP -> experiment.stop(run);
                case PAUSE -> experiment.pause(run);
                case RESUME -> experiment.resume(run);
            };
        }
        switch (order) {
            case STOP -> experiment.stop();
            case PAUSE -> experiment.pause();
            case RESUME -> experiment.resume();
        }
        return true;
    }

    /** A refusal that crosses a border keeps its words. */
    static Message refusal(Throwable e) {
        Throwable reason = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return new Message.Refused(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    private static Message.Sight sight(RunningExperiment experiment) {
        return new Message.Sight(experiment.name(), experiment.folder().toAbsolutePath().normalize(), experiment.runs());
    }

    private List<RunningExperiment> all() {
        return laboratory.get().map(Laboratory::experiments).orElse(List.of());
    }

    /** The latest one in a folder. */
    private Optional<RunningExperiment> in(Path folder) {
        List<RunningExperiment> found = new ArrayList<>(all());
        found.removeIf(experiment -> !experiment.folder().toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize()));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }
}
