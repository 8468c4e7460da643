package org.thaw.runtime.internal.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.runtime.internal.random.Streams;

/** The episodes of lives in a random order, which is a life's own and depends on the seed alone. Walks along one life at a time, eight bytes for each episode. */
final class EpisodeOrders {
    /**
     * The episodes of one stretch of a life, in the order in which they are walked.
     *
     * @param starts where each of them begins in the life
     * @param upTo   how many steps are walked up to each and with it
     */
    private record Order(int from, int to, int[] starts, int[] upTo) {
        private static final Order NONE = new Order(0, 0, new int[0], new int[0]);
    }

    private final Streams streams;
    /** By recording and life. */
    private final List<List<Order>> orders = new ArrayList<>();
    private Order order = Order.NONE;
    private int episode;
    private int walked;

    EpisodeOrders(long seed) {
        streams = new Streams(seed, "episodes");
    }

    /** Turns to a stretch of a life. @param walked how many of its steps come before the next one */
    void turnTo(int recording, Recording its, int life, int from, int to, int walked) {
        while (orders.size() <= recording) {
            orders.add(new ArrayList<>());
        }
        List<Order> known = orders.get(recording);
        while (known.size() <= life) {
            known.add(Order.NONE);
        }
        order = known.get(life);
        if (order.from() != from || order.to() != to) {
            order = order(recording, its, life, from, to);
            known.set(life, order);
        }
        this.walked = walked;
        int found = Arrays.binarySearch(order.upTo(), walked);
        episode = found >= 0 ? found + 1 : -found - 1; // all steps up to one that ends here are behind
    }

    private Order order(int recording, Recording its, int life, int from, int to) {
        int first = its.episodeOf(life, from);
        int[] shuffled = streams.get("recording" + recording, life).permutation(its.episodeOf(life, to - 1) - first + 1);
        int[] starts = new int[shuffled.length];
        int[] upTo = new int[shuffled.length];
        int sum = 0;
        for (int i = 0; i < shuffled.length; i++) {
            int episode = first + shuffled[i];
            starts[i] = (int) Math.max(from, its.episodeStart(life, episode));
            long next = episode + 1 < its.episodes(life) ? its.episodeStart(life, episode + 1) : to;
            sum += (int) Math.min(to, next) - starts[i];
            upTo[i] = sum;
        }
        return new Order(from, to, starts, upTo);
    }

    /** Which step of the life comes next. */
    long next() {
        if (walked == order.upTo()[episode]) {
            episode++;
        }
        int before = episode == 0 ? 0 : order.upTo()[episode - 1];
        return order.starts()[episode] + (walked++ - before);
    }
}
