package org.thaw.tck.host;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;

/** Windows drawn from recorded lives. */
public final class Windows implements Sequences {
    private record Window(List<Moment> moments, int start) {
    }

    private final List<Window> windows = new ArrayList<>();

    /** As many windows, each as long, as the student asks for. */
    public static Windows draw(List<List<Moment>> lives, Student student, RandomStream random) {
        Windows drawn = new Windows();
        for (int i = 0; i < student.batch(); i++) {
            List<Moment> life = lives.get(random.nextInt(lives.size()));
            int length = Math.min(student.window(), life.size());
            int start = random.nextInt(life.size() - length + 1);
            drawn.windows.add(new Window(life.subList(start, start + length), start));
        }
        return drawn;
    }

    /** One window: so many steps of a life from one of them on. */
    public static Windows of(List<Moment> life, int start, int length) {
        Windows one = new Windows();
        one.windows.add(new Window(life.subList(start, start + length), start));
        return one;
    }

    /** These and others. */
    public Windows and(Windows others) {
        Windows all = new Windows();
        all.windows.addAll(windows);
        all.windows.addAll(others.windows);
        return all;
    }

    /** The same windows in buffers of their own. */
    Windows copy(Signature signature) {
        Windows copy = new Windows();
        for (Window window : windows) {
            copy.windows.add(new Window(window.moments().stream().map(m -> Moment.of(signature, m.step(), m.decision())).toList(), window.start()));
        }
        return copy;
    }

    @Override
    public int count() {
        return windows.size();
    }

    @Override
    public int length(int window) {
        return windows.get(window).moments().size();
    }

    @Override
    public long start(int window) {
        return windows.get(window).start();
    }

    @Override
    public Step step(int window, int t) {
        return windows.get(window).moments().get(t).step();
    }

    @Override
    public Decision decision(int window, int t) {
        return windows.get(window).moments().get(t).decision();
    }
}
