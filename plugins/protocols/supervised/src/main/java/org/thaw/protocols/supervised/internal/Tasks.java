package org.thaw.protocols.supervised.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
    static boolean areGiven(Planning planning) {
        return planning.tasks(Role.ENVIRONMENT) > 1;
    }

    /** The tasks, each example under its own class number. */
    static List<Task> underOwnLabels(ClassSplit split, Planning planning) {
        return areGiven(planning) ? asTheyCome(planning) : byClass(split, planning, classes -> classes);
    }

    /** The tasks, each example under the position of its class within the task, from 0. */
    static List<Task> underPositions(ClassSplit split, Planning planning) {
        return areGiven(planning) ? asTheyCome(planning) : byClass(split, planning, classes -> range(classes.size()));
    }

    /** The labels that the examples of some tasks can have, as a cue takes them. */
    static int[] labels(List<Task> tasks) {
        return tasks.stream().map(Task::labels).flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    }

    private static List<Task> asTheyCome(Planning planning) {
        List<Integer> all = range(classes(planning));
        return range(planning.tasks(Role.ENVIRONMENT)).stream().map(task -> new Task(task, Portion.task(task), all)).toList();
    }

    /** @param labels of a task's classes, in the same order */
    private static List<Task> byClass(ClassSplit split, Planning planning, UnaryOperator<List<Integer>> labels) {
        List<Task> tasks = new ArrayList<>();
        for (List<Integer> classes : dealtOut(split, planning)) {
            List<Integer> own = labels.apply(classes);
            tasks.add(new Task(tasks.size(), new Portion(0, classes, own), own));
        }
        return List.copyOf(tasks);
    }

    /** The classes of each task. */
    private static List<List<Integer>> dealtOut(ClassSplit split, Planning planning) {
        int classes = classes(planning);
        int size = split.classesPerTask();
        if (classes % size != 0) {
            throw new IllegalArgumentException("classesPerTask " + size + " does not divide the " + classes + " classes of the environment; "
                    + IntStream.rangeClosed(1, classes).filter(c -> classes % c == 0).boxed().toList() + " would");
        }
        List<Integer> order = switch (split.order()) {
            case ASCENDING -> range(classes);
            case SHUFFLED -> IntStream.of(planning.random("class-order").permutation(classes)).boxed().toList();
            case LISTED -> listed(split.classes(), classes);
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
