package org.thaw.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as an author's build does, and says which of its tests failed. */
final class Runs {
    private static final ThreadLocal<Enum<?>> FAULT = new ThreadLocal<>();

    private Runs() {
    }

    /** The fault of the plugin whose contract runs in this thread now. */
    static <F extends Enum<F>> F fault(Class<F> faults) {
        return faults.cast(FAULT.get());
    }

    /** The names of the contract's tests that fail on a plugin with this fault. */
    static Set<String> failures(Class<?> contract, Enum<?> fault) {
        FAULT.set(fault);
        return failures(contract);
    }

    /** The names of the contract's tests that fail. */
    static Set<String> failures(Class<?> contract) {
        Set<String> failed = new TreeSet<>();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build(), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(test.getSource().filter(MethodSource.class::isInstance).map(s -> ((MethodSource) s).getMethodName()).orElse(test.getDisplayName()));
                }
            }
        });
        return failed;
    }
}
