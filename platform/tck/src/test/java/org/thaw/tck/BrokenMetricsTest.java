package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.broken.BrokenMetric;

/** Each fault of a metric is found by the check that is for it. */
class BrokenMetricsTest {
    /** The contract as an author would extend it. */
    static final class Case extends MetricContract<BrokenMetric.Config> {
        Case() {
            super(new BrokenMetric.Factory(), new BrokenMetric.Config(Runs.fault(BrokenMetric.Fault.class)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(BrokenMetric.Fault.NONE, Set.of()),
                arguments(BrokenMetric.Fault.SHARES, Set.of("sameEventsGiveTheSameFindings")),
                arguments(BrokenMetric.Fault.REPORTING_FORGETS, Set.of("reportingTwiceSaysTheSame", "reportingInBetweenChangesNothing")),
                arguments(BrokenMetric.Fault.NEEDS_TASKS, Set.of("survivesRunsThatSayLittle", "reportingInBetweenChangesNothing")),
                arguments(BrokenMetric.Fault.FINDS_NOTHING, Set.of("findsSomething")),
                arguments(BrokenMetric.Fault.ANOTHERS_ID, Set.of("findingsBearItsId")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(BrokenMetric.Fault fault, Set<String> checks) {
        assertEquals(new TreeSet<>(checks), Runs.failures(Case.class, fault));
    }
}
