package org.thaw.protocols.supervised.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.thaw.api.Space;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Role;

/** Turns a task stream into the tasks of a scenario: one task is split by class, several are taken as they come. */
final class Tasks {
    private Tasks() {
    }

    /** Whether the environment comes as several tasks, which then all have the same classes. */
    static boolean given(Planning planning) {
        return planning.tasks(Role.ENVIRONMENT) > 1;
    }

    /** The tasks, each example under its own class number. */
    static List<Task> underOwnLabels(Config config, Planning planning) {
        return given(planning) ? asTheyCome(planning)
                : split(config, planning).stream().map(classes -> new Task(Portion.classes(0, classes), classes)).toList();
    }

    /** The tasks, each example under the position of its class within the task, from 0. */
    static List<Task> underPositions(Config config, Planning planning) {
        List<Integer> positions = range(config.classesPerTask());
        return given(planning) ? asTheyCome(planning)
                : split(config, planning).stream().map(classes -> new Task(new Portion(0, classes, positions), positions)).toList();
    }

    private static List<Task> asTheyCome(Planning planning) {
        List<Integer> all = range(classes(planning));
        return range(planning.tasks(Role.ENVIRONMENT)).stream().map(task -> new Task(Portion.task(task), all)).toList();
    }

    private static List<List<Integer>> split(Config config, Planning planning) {
        int classes = classes(planning);
        int size = config.classesPerTask();
        if (classes % size != 0) {
            throw new IllegalArgumentException("classesPerTask " + size + " does not divide the " + classes + " classes of the environment; "
                    + range(classes).stream().map(c -> c + 1).filter(c -> classes % c == 0).toList() + " would");
        }
        List<Integer> order = switch (config.classOrder()) {
            case ASCENDING -> range(classes);
            case SHUFFLED -> IntStream.of(planning.random("class-order").permutation(classes)).boxed().toList();
            case LISTED -> listed(config.classes(), classes);
        };
        List<List<Integer>> tasks = new ArrayList<>();
        for (int from = 0; from < classes; from += size) {
            tasks.add(order.subList(from, from + size));
        }
        return tasks;
    }

    private static List<Integer> listed(List<Integer> wanted, int classes) {
        if (!wanted.stream().sorted().toList().equals(range(classes))) {
            throw new IllegalArgumentException("classes " + wanted + ": expected each of the environment's classes 0 to " + (classes - 1) + " once");
        }
        return wanted;
    }

    private static int classes(Planning planning) {
        Space output = planning.signature(Role.ENVIRONMENT).output();
        if (output instanceof Space.Categorical categorical) {
            return categorical.count();
        }
        throw new IllegalArgumentException("this protocol needs an environment with classes to predict; this one's targets are " + output);
    }

    private static List<Integer> range(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
