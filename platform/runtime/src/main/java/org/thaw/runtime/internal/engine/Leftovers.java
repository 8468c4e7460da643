package org.thaw.runtime.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;

/** The threads that are alive when a run's plugins are all closed. A run has a thread group of its own, so that they are known to be its. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long SLICE_MILLIS = 50;

    private final ThreadGroup group;
    private final RunPlan plan;
    private final RunServices services;
    private final Progress progress;

    Leftovers(ThreadGroup group, RunPlan plan, RunServices services, Progress progress) {
        this.group = group;
        this.plan = plan;
        this.services = services;
        this.progress = progress;
    }

    /** Tells them to end and waits a little; whoever goes on has failed. */
    void check() {
        List<Thread> left = alive();
        left.forEach(Thread::interrupt);
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : left) {
            await(thread, until);
        }
        left.stream().filter(Thread::isAlive).findFirst().ifPresent(thread -> {
            Binding culprit = culprit(thread);
            Guard guard = services.guard(culprit);
            throw guard.fault("close", "its thread \"" + thread.getName() + "\" goes on after the run is over and does not heed interrupts; a plugin ends in close() what it has"
                    + " started, or uses the executor of its context");
        });
    }

    private void await(Thread thread, long until) {
        try {
            while (thread.isAlive() && System.nanoTime() < until) {
                thread.join(SLICE_MILLIS);
                progress.advance(0); // the run itself does not hang
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Thread> alive() {
        Thread[] all = new Thread[group.activeCount() + 16];
        int count = group.enumerate(all, true);
        return new ArrayList<>(Arrays.stream(all, 0, count).filter(Objects::nonNull).filter(thread -> thread != Thread.currentThread() && thread.isAlive()).toList());
    }

    /** The plugin whose code the thread runs: whose own class it is, or else one of its bundle; a learner, if that cannot be told. */
    private Binding culprit(Thread thread) {
        List<Binding> all = Stream.concat(plan.bindings().stream(), services.nested().values().stream()).toList();
        List<String> running = new ArrayList<>(List.of(thread.getClass().getName()));
        Arrays.stream(thread.getStackTrace()).map(StackTraceElement::getClassName).forEach(running::add);
        return Stream.concat(all.stream().filter(binding -> running.stream().map(Leftovers::outermost).anyMatch(outermost(factory(binding).getName())::equals)),
                        all.stream().filter(binding -> running.stream().anyMatch(name -> isOf(name, factory(binding).getClassLoader()))))
                .findFirst().orElse(plan.learners().values().stream().findFirst().orElse(plan.protocol()));
    }

    private static Class<?> factory(Binding binding) {
        return binding.plugin().factory().getClass();
    }

    private static String outermost(String type) {
        return type.replaceAll("\\$.*", "");
    }

    private static boolean isOf(String type, ClassLoader loader) {
        try {
            return Class.forName(type, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
