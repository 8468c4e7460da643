package sample;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.thaw.api.Context;
import org.thaw.api.Signature;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/** The factories of the jars that the tests make; but for {@link Works}, none of them is asked to make anything. */
public final class Parts {
    private Parts() {
    }

    public static class OfLearners implements LearnerFactory<Settings, Learner> {
        @Override
        public Learner create(Settings configuration, Signature signature, Context context) {
            throw new UnsupportedOperationException();
        }
    }

    public static class OfEnvironments implements EnvironmentFactory<Settings, Environment> {
        @Override
        public Environment create(Settings configuration, Context context) {
            throw new UnsupportedOperationException();
        }
    }

    public static class OfProtocols implements ProtocolFactory<Settings> {
        @Override
        public Protocol create(Settings configuration) {
            throw new UnsupportedOperationException();
        }
    }

    /** What it makes is of a class that nobody has loaded before. */
    public static class Works implements ProtocolFactory<Settings> {
        @Override
        public Protocol create(Settings configuration) {
            return new Idle();
        }
    }

    /** A protocol of no phases. */
    public static class Idle implements Protocol {
        @Override
        public List<Role> roles() {
            return List.of();
        }

        @Override
        public Iterable<Phase> plan(Planning planning) {
            return List.of();
        }
    }

    public static class OfMetrics implements MetricFactory<Settings> {
        @Override
        public Metric create(Settings configuration) {
            throw new UnsupportedOperationException();
        }
    }

    public static class OfSummaries implements SummaryFactory<Settings> {
        @Override
        public Summary create(Settings configuration) {
            throw new UnsupportedOperationException();
        }
    }

    public static class Throws extends OfLearners {
        public Throws() {
            throw new IllegalStateException("no luck today.");
        }
    }

    public static class ThrowsAtLoad extends OfLearners {
        static final int VALUE = Integer.parseInt("seven");
    }

    public static class NeverReturns extends OfLearners {
        public NeverReturns() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    public static class NeedsAnArgument extends OfLearners {
        public NeedsAnArgument(int unused) {
        }
    }

    /** Leaves a trace when its class is initialised. */
    public static class LeavesATrace extends OfLearners {
        public static final String TRACE = "thaw.deployer.test.trace";

        static {
            System.setProperty(TRACE, "loaded");
        }
    }

    /** Leaves itself in a thread-local: what pins class loaders in pools. */
    public static class LeavesAThreadLocal extends OfLearners {
        private static final ThreadLocal<Object> LEFT = new ThreadLocal<>();

        public LeavesAThreadLocal() {
            LEFT.set(this);
        }
    }
}
