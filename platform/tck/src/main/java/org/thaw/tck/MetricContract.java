package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.tck.host.Story;

/**
 * The contract of metrics. Extend it once for each. It hears what two small runs told, one of tasks and one of a life in a world; override
 * {@link #stories} where it measures something else.
 *
 * @param <C> the configuration record
 */
public abstract class MetricContract<C extends Record> extends PluginContract<C> {
    private final MetricFactory<C> factory;

    /** The contract of what a factory makes of a configuration. */
    protected MetricContract(MetricFactory<C> factory, C configuration) {
        super(Plugin.Kind.METRIC, factory, configuration);
        this.factory = factory;
    }

    /** The events of some runs; in one of them at least there is something to find. */
    protected List<List<Event>> stories() {
        return List.of(Story.ofTasks(), Story.ofALife());
    }

    /** Why nothing is found in the stories; empty, as usual, if something is. */
    protected Optional<String> findsNothing() {
        return Optional.empty();
    }

    private Metric metric() {
        return factory.create(configuration());
    }

    @Override
    final void useOnce(Object factory, Record configuration) {
        // the factory may come from another class loader; its configuration does, too
        @SuppressWarnings("unchecked")
        MetricFactory<Record> made = (MetricFactory<Record>) factory;
        stories().forEach(story -> found(made.create(configuration), story));
    }

    private static List<String> found(Metric metric, List<Event> events) {
        events.forEach(metric::on);
        return report(metric);
    }

    private static List<String> report(Metric metric) {
        Found found = new Found();
        metric.report(found);
        return found.all();
    }

    @Test
    void sameEventsGiveTheSameFindings() {
        for (List<Event> story : stories()) {
            List<String> alone = found(metric(), story);
            Metric other = metric();
            stories().get(0).forEach(other::on);
            assertEquals(alone, found(metric(), story), "two metrics that heard the same");
        }
    }

    @Test
    void reportingTwiceSaysTheSame() {
        for (List<Event> story : stories()) {
            Metric metric = metric();
            List<String> first = found(metric, story);
            assertEquals(first, report(metric), "two reports in a row");
        }
    }

    @Test
    void reportingInBetweenChangesNothing() {
        for (List<Event> story : stories()) {
            Metric metric = metric();
            for (Event event : story) {
                metric.on(event);
                report(metric);
            }
            assertEquals(found(metric(), story), report(metric), "with a report after each event and with one at the end");
        }
    }

    @Test
    void survivesRunsThatSayLittle() {
        report(metric());
        for (List<Event> story : stories()) {
            for (Class<?> left : story.stream().map(Object::getClass).distinct().toList()) {
                found(metric(), story.stream().filter(event -> event.getClass() != left).toList());
                found(metric(), story.stream().filter(event -> event.getClass() == left).toList());
            }
        }
    }

    @Test
    void findsSomething() {
        findsNothing().ifPresent(Assumptions::abort);
        assertTrue(stories().stream().anyMatch(story -> !found(metric(), story).isEmpty()), "nothing is found in any of the stories");
    }

    @Test
    void findingsBearItsId() {
        String id = announced().id();
        for (String finding : stories().stream().flatMap(story -> found(metric(), story).stream()).toList()) {
            assertTrue(Stream.of(finding.split(" ")).anyMatch(word -> word.equals(id) || word.startsWith(id + "/")), () -> "\"" + finding + "\" does not bear the id " + id);
        }
    }
}
