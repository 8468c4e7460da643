package org.thaw.tck.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;

/**
 * What a small run told, made up: three tasks, a twin forked and frozen after each, another lifetime for all of them, and then the three tasks once more for a learner
 * that was made anew, whose twins have the names of the earlier ones; a student that studied; and of every kind of event some.
 */
public final class Story {
    private static final String LEARNER = "learner";
    private static final String STUDENT = "student";
    private static final int TASKS = 3;
    private static final long LENGTH = 100;

    private final List<Event> events = new ArrayList<>();
    private long step;

    private Story() {
    }

    /** As a supervised protocol tells it. */
    public static List<Event> ofTasks() {
        return new Story().told(false, "accuracy", "loss");
    }

    /** As a life in a world tells it. */
    public static List<Event> ofALife() {
        return new Story().told(true, "return", "length");
    }

    private List<Event> told(boolean life, String good, String bad) {
        events.add(new Event.Renewed(LEARNER, 0, 1, true)); // as protocols of many learners do: there is nothing to forget yet
        course(life, good, bad);
        events.add(new Event.Studied(STUDENT, 0, "study", 10, 400));
        events.add(new Event.Frozen(STUDENT, 0));
        otherLifetime(life, good, bad);
        events.add(new Event.Renewed(LEARNER, step, 3, true));
        course(life, good, bad);
        return List.copyOf(events);
    }

    private void course(boolean life, String good, String bad) {
        evaluated(0, step, good, bad);
        for (int task = 0; task < TASKS; task++) {
            if (life) {
                lived(LEARNER, step, task);
            }
            task(task, step, good, bad);
            step += LENGTH;
        }
    }

    /** The learner and its twins are as they were, but their contexts are wiped. */
    private void otherLifetime(boolean life, String good, String bad) {
        events.add(new Event.Renewed(LEARNER, step, 2, false));
        for (int twin = 1; twin <= TASKS; twin++) {
            events.add(new Event.Renewed(LEARNER + "/frozen@" + twin, step, 2, false));
        }
        events.add(new Event.Renewed(STUDENT, 0, 2, false));
        events.add(new Event.TaskBegan(LEARNER, step, 0));
        if (life) {
            lived(LEARNER, step, 0);
            lived(LEARNER + "/frozen@1", step, 0);
            lived(STUDENT, 0, 0);
        }
        step += LENGTH;
        events.add(new Event.TaskEnded(LEARNER, step, 0));
        evaluated(TASKS + 1, step, good, bad);
    }

    private void lived(String role, long begin, int task) {
        for (int episode = 0; episode < 4; episode++) {
            long end = begin + 25L * (episode + 1);
            events.add(new Event.EpisodeEnded(role, end, task, 0.5 * episode + task, 20 + episode));
            events.add(new Event.Earned(role, end, task, 25, 1 + episode));
        }
    }

    private void task(int task, long begin, String good, String bad) {
        long end = begin + LENGTH;
        events.add(new Event.TaskBegan(LEARNER, begin, task));
        events.add(new Event.Measured(LEARNER, begin + LENGTH / 2, "loss", 1.0 / (1 + task)));
        if (task == 1) {
            events.add(new Event.Swapped(LEARNER, begin + LENGTH / 2, "a@1.0.0 00", "b@1.0.0 01", true));
        }
        events.add(new Event.Computed(LEARNER, end, task, 2_000, 192_000));
        events.add(new Event.Spent(LEARNER, end, task, end, end / 10, 1_000, 100 * (task + 1)));
        events.add(new Event.Timed(LEARNER, end, task, 1 + task, 0.5 + task, 1_000_000));
        events.add(new Event.TaskEnded(LEARNER, end, task));
        String twin = LEARNER + "/frozen@" + (task + 1);
        events.add(new Event.Forked(LEARNER, end, twin));
        events.add(new Event.Frozen(twin, end));
        evaluated(task + 1, end, good, bad);
    }

    private void evaluated(int after, long step, String good, String bad) {
        for (int on = 0; on < TASKS; on++) {
            double score = on < after ? 0.9 - 0.1 * (after - on) : 0.1;
            events.add(new Event.Evaluated(LEARNER, step, "evaluate", after, -1, on, 50, Map.of(good, score, bad, 1 - score)));
            for (int twin = 1; twin < Math.min(after, TASKS + 1); twin++) {
                double kept = on < twin ? 0.8 : 0.1;
                events.add(new Event.Evaluated(LEARNER + "/frozen@" + twin, step, "evaluate", after, -1, on, 50, Map.of(good, kept, bad, 1 - kept)));
            }
        }
    }
}
