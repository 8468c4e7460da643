package org.thaw.learners.dyna.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.tck.host.HostStream;

class QueueTest {
    @Test
    void theGreatestPriorityComesFirstAndOfEqualOnesTheLowestNumber() {
        Queue queue = new Queue(3, 2);
        queue.offer(4, 1);
        queue.offer(2, 3);
        queue.offer(1, 1);
        queue.offer(5, 2);
        assertEquals(2, queue.poll());
        assertEquals(5, queue.poll());
        assertEquals(1, queue.poll());
        assertEquals(4, queue.poll());
        assertTrue(queue.isEmpty());
    }

    @Test
    void aPriorityRisesButNeverFalls() {
        Queue queue = new Queue(3, 1);
        queue.offer(0, 2);
        queue.offer(1, 1);
        queue.offer(1, 3);
        queue.offer(0, 1);
        assertEquals(1, queue.poll());
        assertEquals(0, queue.poll());
        assertTrue(queue.isEmpty());
    }

    @Test
    void comesOutInOrderWhateverWasPutIn() {
        HostStream random = new HostStream(3);
        double[] priority = new double[200];
        Queue queue = new Queue(100, 2);
        for (int i = 0; i < 1000; i++) {
            int pair = random.nextInt(200);
            double offered = 1 + random.nextInt(50);
            priority[pair] = Math.max(priority[pair], offered);
            queue.offer(pair, offered);
        }
        double last = 51;
        int count = 0;
        while (!queue.isEmpty()) {
            double next = priority[queue.poll()];
            assertTrue(next <= last);
            last = next;
            count++;
        }
        assertEquals(Arrays.stream(priority).filter(p -> p > 0).count(), count);
    }
}
