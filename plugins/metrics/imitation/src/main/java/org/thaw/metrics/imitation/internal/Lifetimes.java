package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.thaw.api.metric.Event;

/**
 * The held-out lifetimes of one run of a protocol of imitation, read off its events. An arm is whoever lives in them: {@code learner}, the teacher;
 * {@code learner/frozen}; each student; {@code random}. A role named {@code arm@…} lives one lifetime of that arm. Lives are kept apart by lifetime and task,
 * and their steps count from their own beginning; a copy made in the middle of a life goes on with its original's count.
 */
final class Lifetimes {
    static final String TEACHER = "learner";
    static final String FROZEN_TEACHER = "learner/frozen";
    static final String LIVE_TEACHER = "learner/live";
    static final String RANDOM = "random";
    /** The task of lives that are only studied. */
    private static final int HISTORY = 0;
    /** The task of held-out lives in the world that was studied. */
    static final int LIFE = 1;

    /** Where a role is. */
    private static final class Standing {
        private final long lifetime;
        private final Map<Integer, Long> begun = new HashMap<>();
        private boolean frozen;

        Standing(long lifetime, boolean frozen) {
            this.lifetime = lifetime;
            this.frozen = frozen;
        }

        /** A copy can learn again, until it is frozen itself. */
        Standing copy() {
            Standing copy = new Standing(lifetime, false);
            copy.begun.putAll(begun);
            return copy;
        }
    }

    private final Map<String, Standing> standings = new HashMap<>();
    private final TreeMap<String, TreeMap<Long, TreeMap<Integer, LifeLog>>> logs = new TreeMap<>();
    private final TreeMap<String, TreeMap<Long, TreeMap<String, Double>>> comparisons = new TreeMap<>();
    private final TreeMap<Long, Long> freezing = new TreeMap<>();
    private final Set<Integer> episodic = new HashSet<>();
    private final Set<String> frozen = new HashSet<>();
    private final Set<String> learned = new HashSet<>();
    private final Complexity complexity = new Complexity();

    /** All events of a run. */
    static Lifetimes of(Iterable<Event> events) {
        Lifetimes lifetimes = new Lifetimes();
        events.forEach(lifetimes::on);
        return lifetimes;
    }

    void on(Event event) {
        if (event instanceof Event.Renewed e) {
            standings.put(e.role(), new Standing(e.lifetime(), !e.knowledge() && standing(e.role()).frozen));
        } else if (event instanceof Event.Frozen e) {
            standing(e.role()).frozen = true;
        } else if (event instanceof Event.Forked e) {
            fork(e);
        } else if (event instanceof Event.EpisodeEnded e && e.task() != HISTORY) {
            episodic.add(e.task());
            log(e.role(), e.task()).episode(e.step() - begun(e.role(), e.task(), e.step() - e.length()), e.length(), e.total());
        } else if (event instanceof Event.Earned e && e.task() != HISTORY && e.steps() > 0) {
            log(e.role(), e.task()).stretch(e.step() - begun(e.role(), e.task(), e.step() - e.steps()), e.steps(), e.total());
        } else if (event instanceof Event.Evaluated e) {
            compared(e);
        } else if (event instanceof Event.Spent e && e.role().equals(TEACHER) && e.task() == HISTORY) {
            complexity.spent(e);
        }
    }

    private void fork(Event.Forked e) {
        Standing from = standing(e.role());
        standings.put(e.as(), from.copy());
        if (arm(e.as()).equals(FROZEN_TEACHER) && from.begun.containsKey(LIFE)) {
            freezing.putIfAbsent(from.lifetime, e.step() - from.begun.get(LIFE));
        }
    }

    private void compared(Event.Evaluated e) {
        if (e.scores().containsKey("agreement")) {
            // the frozen teacher is compared with several students: the phase says with which
            String about = arm(e.role()).equals(FROZEN_TEACHER) ? e.phase() : arm(e.role());
            e.scores().forEach((score, value) -> comparisons.computeIfAbsent(about, a -> new TreeMap<>()).computeIfAbsent(standing(e.role()).lifetime, k -> new TreeMap<>())
                    .put(score, value));
        }
    }

    private Standing standing(String role) {
        return standings.computeIfAbsent(role, r -> new Standing(0, false));
    }

    private long begun(String role, int task, long otherwise) {
        return standing(role).begun.computeIfAbsent(task, t -> otherwise);
    }

    private LifeLog log(String role, int task) {
        (standing(role).frozen ? frozen : learned).add(arm(role));
        return logs.computeIfAbsent(arm(role), arm -> new TreeMap<>()).computeIfAbsent(standing(role).lifetime, k -> new TreeMap<>())
                .computeIfAbsent(task, t -> new LifeLog());
    }

    private static String arm(String role) {
        int at = role.indexOf('@');
        return at < 0 ? role : role.substring(0, at);
    }

    /** Who lived in a task, by name. */
    SortedSet<String> arms(int task) {
        SortedSet<String> arms = new TreeSet<>();
        logs.forEach((arm, lives) -> {
            if (lives.values().stream().anyMatch(byTask -> byTask.containsKey(task))) {
                arms.add(arm);
            }
        });
        return arms;
    }

    /** Those arms that are students. */
    SortedSet<String> students(int task) {
        SortedSet<String> arms = arms(task);
        arms.removeAll(Set.of(TEACHER, FROZEN_TEACHER, LIVE_TEACHER, RANDOM));
        return arms;
    }

    /** Whether an arm was frozen in some of its held-out lives. */
    boolean frozen(String arm) {
        return frozen.contains(arm);
    }

    /** Whether an arm could learn in some of its held-out lives. */
    boolean learned(String arm) {
        return learned.contains(arm);
    }

    /** The tasks that anybody lived in. */
    SortedSet<Integer> tasks() {
        SortedSet<Integer> tasks = new TreeSet<>();
        logs.values().forEach(lives -> lives.values().forEach(byTask -> tasks.addAll(byTask.keySet())));
        return tasks;
    }

    /** The numbers of the lifetimes in which an arm lived in a task. */
    List<Long> of(String arm, int task) {
        List<Long> numbers = new ArrayList<>();
        logs.getOrDefault(arm, new TreeMap<>()).forEach((number, byTask) -> {
            if (byTask.containsKey(task)) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    /**
     * Mean return per episode of an arm's life within (from, to] of its own steps, or mean reward per step where nobody's episodes end in that task; NaN if
     * it did not live then, or no episode of its ended.
     */
    double earned(String arm, long lifetime, int task, double from, double to) {
        return earned(arm, lifetime, task, episodic(task), from, to);
    }

    /** The same where several tasks are lived in one world, so that their numbers must be of one kind. */
    double earned(String arm, long lifetime, int task, boolean episodic, double from, double to) {
        return find(arm, lifetime, task).map(log -> episodic ? log.returns(from, to) : log.rewards(from, to)).orElse(Double.NaN);
    }

    /** Whether episodes end in some of these tasks. */
    boolean episodic(int... tasks) {
        return Arrays.stream(tasks).anyMatch(episodic::contains);
    }

    /** How complex the teacher is by T1. */
    Complexity complexity() {
        return complexity;
    }

    /** How many steps a life has. */
    double length(String arm, long lifetime, int task) {
        return find(arm, lifetime, task).map(LifeLog::end).orElse(Double.NaN);
    }

    private Optional<LifeLog> find(String arm, long lifetime, int task) {
        return Optional.ofNullable(logs.getOrDefault(arm, new TreeMap<>()).getOrDefault(lifetime, new TreeMap<>()).get(task));
    }

    /** T1: after how many steps of a lifetime a copy of the teacher was frozen; NaN if none was. */
    double freezing(long lifetime) {
        return freezing.containsKey(lifetime) ? freezing.get(lifetime) : Double.NaN;
    }

    /** A score of comparing by lifetime: of an arm with the teacher, or of the frozen teacher in a phase of that name. */
    SortedMap<Long, Double> comparisons(String about, String score) {
        SortedMap<Long, Double> scores = new TreeMap<>();
        comparisons.getOrDefault(about, new TreeMap<>()).forEach((lifetime, all) -> {
            if (all.containsKey(score)) {
                scores.put(lifetime, all.get(score));
            }
        });
        return Collections.unmodifiableSortedMap(scores);
    }
}
