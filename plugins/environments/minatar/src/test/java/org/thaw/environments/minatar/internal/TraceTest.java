package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Play that equals the original's bit for bit. */
class TraceTest {
    static Stream<Trace> traces() {
        return Trace.all().stream();
    }

    @Test
    void allTwentyRunsAreThere() {
        assertEquals(20, Trace.all().size());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void everyBlockOfStepsEqualsTheOriginals(Trace trace) {
        Life life = begun(trace);
        IntSupplier choices = trace.choices();
        List<String> blocks = new ArrayList<>();
        Digest digest = new Digest();
        int rewards = 0;
        int episodes = 0;
        for (int t = 1; t <= trace.number("steps"); t++) {
            life.step(choices.getAsInt());
            digest.add(life.out);
            rewards += (int) life.out.reward();
            if (life.out.isLast()) {
                episodes++;
                life.reset();
            }
            if (t % trace.blockSteps() == 0) {
                blocks.add(digest.end());
            }
        }
        assertEquals(trace.blocks(), blocks);
        assertEquals(trace.number("total_reward"), rewards);
        assertEquals(trace.number("episodes"), episodes);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theFirstStepsEqualTheOriginalsOneByOne(Trace trace) {
        Life life = begun(trace);
        IntSupplier choices = trace.choices();
        JsonArray cells = trace.optional("cells");
        JsonArray first = trace.optional("first");
        for (int t = 0; t < first.size(); t++) {
            JsonArray expected = first.get(t).getAsJsonArray();
            int choice = choices.getAsInt();
            life.step(choice);
            if (t < cells.size()) {
                assertEquals(cells.get(t).toString(), litCells(life, trace.channels()).toString().replace(" ", ""), "step " + t);
            }
            assertEquals(expected.get(0).getAsInt(), choice, "choice at step " + t);
            assertEquals(expected.get(1).getAsInt(), life.out.reward(), "reward at step " + t);
            assertEquals(expected.get(2).getAsInt() == 1, life.out.isLast(), "end at step " + t);
            assertEquals(expected.get(3).getAsString(), new Digest().add(life.out).end().substring(0, 8), "step " + t);
            if (life.out.isLast()) {
                life.reset();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void aWorldRestoredMidwayPlaysTheRestOfTheTrace(Trace trace) {
        Life life = begun(trace);
        IntSupplier choices = trace.choices();
        int half = trace.blocks().size() / 2;
        for (int t = 0; t < half * trace.blockSteps(); t++) {
            life.stepOn(choices.getAsInt());
        }
        Life other = Life.mt19937(trace.game(), 99);
        other.world.restore(TestState.of(life.world));
        for (int block = half; block < trace.blocks().size(); block++) {
            Digest digest = new Digest();
            for (int t = 0; t < trace.blockSteps(); t++) {
                other.step(choices.getAsInt());
                digest.add(other.out);
                if (other.out.isLast()) {
                    other.reset();
                }
            }
            assertEquals(trace.blocks().get(block), digest.end(), "block " + block);
        }
    }

    private static Life begun(Trace trace) {
        Life life = Life.mt19937(trace.game(), trace.seed());
        life.reset();
        assertArrayEquals(new int[] {1, 10, 10, trace.channels()}, life.out.observation().shape());
        return life;
    }

    private static List<List<Integer>> litCells(Life life, int channels) {
        List<List<Integer>> lit = new ArrayList<>();
        for (int i = 0; i < 100 * channels; i++) {
            if (life.lit(i / channels / 10, i / channels % 10, i % channels)) {
                lit.add(List.of(i / channels / 10, i / channels % 10, i % channels));
            }
        }
        return lit;
    }
}
