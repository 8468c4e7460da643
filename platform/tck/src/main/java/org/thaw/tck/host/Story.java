package org.thaw.tck.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;

/** What a small run told, made up: three tasks, a twin forked and frozen after each, and of every kind of event some. */
public final class Story {
    private static final String LEARNER = "learner";
    private static final int TASKS = 3;
    private static final long LENGTH = 100;

    private final List<Event> events = new ArrayList<>();

    private Story() {
    }

    /** As a supervised protocol tells it. */
    public static List<Event> ofTasks() {
        Story story = new Story();
        story.evaluated(0, 0, "accuracy", "loss");
        for (int task = 0; task < TASKS; task++) {
            story.task(task, "accuracy", "loss");
        }
        return List.copyOf(story.events);
    }

    /** As a life in a world tells it. */
    public static List<Event> ofALife() {
        Story story = new Story();
        story.evaluated(0, 0, "return", "length");
        for (int task = 0; task < TASKS; task++) {
            for (int episode = 0; episode < 4; episode++) {
                long step = task * LENGTH + 25L * (episode + 1);
                story.events.add(new Event.EpisodeEnded(LEARNER, step, task, 0.5 * episode + task, 20 + episode));
                story.events.add(new Event.Earned(LEARNER, step, task, 25, 1 + episode));
            }
            story.task(task, "return", "length");
        }
        return List.copyOf(story.events);
    }

    private void task(int task, String good, String bad) {
        long begin = task * LENGTH;
        long end = begin + LENGTH;
        events.add(new Event.TaskBegan(LEARNER, begin, task));
        events.add(new Event.Measured(LEARNER, begin + LENGTH / 2, "loss", 1.0 / (1 + task)));
        if (task == 1) {
            events.add(new Event.Swapped(LEARNER, begin + LENGTH / 2, "a@1.0.0 00", "b@1.0.0 01", true));
        }
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
            for (int twin = 1; twin < after; twin++) {
                double kept = on < twin ? 0.8 : 0.1;
                events.add(new Event.Evaluated(LEARNER + "/frozen@" + twin, step, "evaluate", after, -1, on, 50, Map.of(good, kept, bad, 1 - kept)));
            }
        }
    }
}
