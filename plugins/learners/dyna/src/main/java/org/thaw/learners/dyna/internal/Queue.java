package org.thaw.learners.dyna.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/**
 * A priority queue of numbered pairs: a binary heap that knows where each pair stands, so that a priority can rise. The first has the greatest
 * priority and of those the lowest number, so that the order depends on nothing but the priorities, which are all that is saved.
 */
final class Queue {
    private static final int ABSENT = -1;

    /** 0 for those that are not in the queue. */
    private final double[] priority;
    private final Tensor saved;
    private final int[] heap;
    private final int[] place;
    private int size;

    Queue(int states, int actions) {
        priority = new double[states * actions];
        saved = Tensor.of(priority, states, actions);
        heap = new int[priority.length];
        place = new int[priority.length];
        Arrays.fill(place, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Puts a pair into the queue; if it is there, the higher of both priorities remains. */
    void offer(int pair, double wanted) {
        if (place[pair] == ABSENT) {
            place[pair] = size;
            heap[size++] = pair;
        } else if (wanted <= priority[pair]) {
            return;
        }
        priority[pair] = wanted;
        rise(place[pair]);
    }

    /** Takes the first one out. */
    int poll() {
        int first = heap[0];
        place[first] = ABSENT;
        priority[first] = 0;
        int last = heap[--size];
        if (size > 0) {
            put(last, 0);
            sink();
        }
        return first;
    }

    private boolean before(int a, int b) {
        return priority[a] > priority[b] || priority[a] == priority[b] && a < b;
    }

    private void put(int pair, int at) {
        heap[at] = pair;
        place[pair] = at;
    }

    private void rise(int from) {
        int pair = heap[from];
        int at = from;
        while (at > 0 && before(pair, heap[(at - 1) / 2])) {
            put(heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        put(pair, at);
    }

    private void sink() {
        int pair = heap[0];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], pair)) {
                break;
            }
            put(heap[child], at);
            at = child;
        }
        put(pair, at);
    }

    void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "priorities", saved);
    }

    /** Takes over saved priorities; an agent without a queue leaves an empty one. */
    void restore(StateReader in) {
        Arrays.fill(place, ABSENT);
        size = 0;
        if (!in.has("priorities")) {
            Arrays.fill(priority, 0);
            return;
        }
        in.into("priorities", saved);
        for (int pair = 0; pair < priority.length; pair++) {
            if (priority[pair] > 0) {
                offer(pair, priority[pair]);
            }
        }
    }
}
