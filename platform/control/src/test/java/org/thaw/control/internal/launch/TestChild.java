package org.thaw.control.internal.launch;

import org.thaw.control.internal.child.ChildMain;

/** A child process without a framework, whose engine is fake. */
public final class TestChild {
    private TestChild() {
    }

    public static void main(String[] arguments) {
        ChildMain child = new ChildMain(new FakeEngine());
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            child.run();
            worker.interrupt();
        }));
        System.exit(child.applyAsInt(arguments));
    }
}
