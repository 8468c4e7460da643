package org.thaw.protocols.supervised.internal;

import java.util.HashSet;
import java.util.List;

/**
 * How an environment of one task is split by class.
 *
 * @param classes all classes in the order wanted, where the order is listed; else empty
 */
public record ClassSplit(int classesPerTask, Order order, List<Integer> classes) {
    /** How classes are dealt out to tasks. */
    public enum Order {
        /** In a random order that depends on the seed alone. */ SHUFFLED,
        /** 0, 1, 2 … */ ASCENDING,
        /** As they are listed. */ LISTED
    }

    public ClassSplit {
        classes = List.copyOf(classes);
        if (classes.isEmpty() == (order == Order.LISTED)) {
            throw new IllegalArgumentException(classes.isEmpty() ? "classOrder is listed, so classes must list all classes in the order wanted"
                    : "classes " + classes + " are given, so classOrder must be listed");
        }
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException("classes " + classes + " lists a class twice");
        }
    }
}
