package org.thaw.control.internal.child;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the threads of this process are doing. */
final class Stacks {
    private Stacks() {
    }

    /** All but those of the JVM and of this bundle. */
    static String all() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey() != Thread.currentThread() && !each.getKey().getName().startsWith("thaw-c") && group(each.getKey()) && each.getValue().length > 0)
                .sorted(Comparator.comparing(each -> each.getKey().getName())).map(Stacks::text).collect(Collectors.joining());
    }

    /** The method that has called {@code System.exit}, if one has. The thread that calls it waits in it for as long as the process takes to end. */
    static Optional<String> callerOfExit() {
        return Thread.getAllStackTraces().values().stream().flatMap(Stacks::caller).findFirst();
    }

    private static Stream<String> caller(StackTraceElement[] stack) {
        for (int i = 0; i + 1 < stack.length; i++) {
            StackTraceElement next = stack[i + 1];
            if (stack[i].getMethodName().equals("exit") && stack[i].getClassName().matches("java\\.lang\\.(Runtime|System)") && !next.getClassName().startsWith("java.lang.")
                    && !next.getClassName().startsWith("org.thaw.host.")) {
                return Stream.of(next.getClassName() + "." + next.getMethodName());
            }
        }
        return Stream.empty();
    }

    private static boolean group(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && !group.getName().equals("system");
    }

    private static String text(Map.Entry<Thread, StackTraceElement[]> each) {
        return "  thread " + each.getKey().getName() + System.lineSeparator()
                + Stream.of(each.getValue()).map(frame -> "    at " + frame + System.lineSeparator()).collect(Collectors.joining());
    }
}
