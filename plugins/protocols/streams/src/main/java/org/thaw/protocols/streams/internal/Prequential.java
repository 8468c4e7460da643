package org.thaw.protocols.streams.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Space;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * Prequential evaluation, test-then-train: the stream is met once, in its order; the learner answers each batch before its labels come and it learns from them. With a
 * delay of d the labels of a batch come when d more batches have been answered (Plasencia, Fernandes & Gomes 2020: delayed labelling).
 *
 * <p>All tasks of the environment, one after another, are one stream, and nothing tells the learner where one ends: its cues are empty, and no task is said to begin or to end. Labels outstanding at the end of the stream never arrive.
 */
public final class Prequential implements Protocol {
    private final Config config;

    /** What an experiment can choose. */
    public record Config(
            @Parameter(value = "examples in a batch", byDefault = "1", range = "[1,*)") int batch,
            @Parameter(value = "batches answered before the labels of one arrive, d", byDefault = "0", range = "[0,*)") long delay,
            @Parameter(value = "batches after which scores are written down", byDefault = "1000", range = "[1,*)") long every,
            @Parameter(value = "whether each answer is written down: windowed and fading accuracy and kappa need it; about 4 bytes an example", byDefault = "true") boolean predictions,
            @Parameter(value = "length in batches; 0: the whole stream", byDefault = "0", range = "[0,*)") long iterations) {
    }

    Prequential(Config config) {
        this.config = config;
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        List<Portion> stream = IntStream.range(0, planning.tasks(ENVIRONMENT)).mapToObj(Portion::task).toList();
        Budget length = config.iterations() == 0 ? Budget.epochs(1) : Budget.iterations(config.iterations());
        boolean classes = planning.signature(ENVIRONMENT).output() instanceof Space.Categorical;
        Experience.TestFirst testFirst = new Experience.TestFirst(config.delay(), config.every(), config.predictions() && classes);
        return List.of(new Phase.Learn("stream", LEARNER, new Experience.Examples(ENVIRONMENT, 0, Experience.Split.TRAIN, stream, config.batch(), length,
                Experience.Order.GIVEN, Optional.of(testFirst)), Cue.none(), false, false));
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.learner(Predictor.class), Role.environment(TaskStream.class));
    }

    @Override
    public List<String> metrics() {
        return List.of("prequential-accuracy", "prequential-accuracy/windowed", "kappa", "kappa-m", "kappa-temporal", "online-error", "cost");
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "prequential", summary = "One pass over a stream; each batch is answered before it is learned from.",
            source = "Dawid 1984; Gama, Sebastião & Rodrigues, Machine Learning 90, 2013")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new Prequential(configuration);
        }
    }
}
