package org.thaw.protocols.supervised.internal;

import java.util.List;

/** Configurations without answers before learning, and with tests of all tasks. */
final class Configs {
    private Configs() {
    }

    static Config of(int classesPerTask, ClassSplit.Order classOrder, List<Integer> classes, int epochs, int iterations, int batch, int evaluateEvery) {
        return new Config(classesPerTask, classOrder, classes, epochs, iterations, batch, evaluateEvery, 0, Config.Tests.ALL);
    }
}
