package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.tck.host.MemoryRun;
import org.thaw.tck.host.Story;

/**
 * The contract of summaries. Extend it once for each. It hears of two learners with three seeds each; override {@link #runs} where it summarises
 * something else.
 *
 * @param <C> the configuration record
 */
public abstract class SummaryContract<C extends Record> extends PluginContract<C> {
    private final SummaryFactory<C> factory;

    /** The contract of what a factory makes of a configuration. */
    protected SummaryContract(SummaryFactory<C> factory, C configuration) {
        super(Plugin.Kind.SUMMARY, factory, configuration);
        this.factory = factory;
    }

    /** The runs of an experiment. */
    protected List<RunView> runs() {
        List<RunView> runs = new ArrayList<>();
        for (String learner : List.of("first", "second")) {
            for (long seed = 0; seed < 3; seed++) {
                List<Event> events = seed == 1 ? Story.ofALife() : Story.ofTasks();
                runs.add(new MemoryRun(learner, "environment", seed, events));
            }
        }
        return runs;
    }

    @Override
    final void useOnce(Object factory, Record configuration) {
        // the factory may come from another class loader; its configuration does, too
        @SuppressWarnings("unchecked")
        SummaryFactory<Record> made = (SummaryFactory<Record>) factory;
        found(made.create(configuration), runs());
    }

    private List<String> found(List<RunView> runs) {
        return found(factory.create(configuration()), runs);
    }

    private static List<String> found(Summary summary, List<RunView> runs) {
        runs.forEach(summary::on);
        return report(summary);
    }

    private static List<String> report(Summary summary) {
        Found found = new Found();
        summary.report(found);
        return found.all();
    }

    @Test
    void sameRunsGiveTheSameFindings() {
        assertEquals(found(runs()), found(runs()), "two summaries that heard the same");
    }

    @Test
    void reportingTwiceSaysTheSame() {
        Summary summary = factory.create(configuration());
        List<String> first = found(summary, runs());
        assertEquals(first, report(summary), "two reports in a row");
    }

    @Test
    void survivesExperimentsThatSayLittle() {
        found(List.of());
        found(runs().subList(0, 1));
        found(List.of(new MemoryRun("silent", "environment", 0, List.of())));
    }
}
