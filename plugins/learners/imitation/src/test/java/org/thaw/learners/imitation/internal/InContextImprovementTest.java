package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thaw.tck.host.HostContext;

/**
 * Algorithm distillation in the Dark Room (Laskin et al. 2022, section 4.2), on goals that no teacher had: with a context of four episodes a frozen student comes near the ceiling, a memoryless one does not.
 * The four episodes are the length of the context, as in the paper, not the age at which it is there: three episodes visit 61 of 81 cells at most, so that in the fourth nobody can know every goal.
 */
class InContextImprovementTest {
    private static final int CONTEXT = 4 * DarkRoomHistories.EPISODE;

    private static AlgorithmDistillation.Config transformer(int width, int batch) {
        return new AlgorithmDistillation.Config(2, width, 4, CONTEXT, 0, 8, batch, 0.003, 100, 0, 1, Recorded.ACTIONS, 1, 0, false, 64, List.of(9, 9));
    }

    private static DarkRoomHistories.Teacher teacher(int episodes) {
        return new DarkRoomHistories.Teacher(1, 0.9, 0.02, 1, 0, episodes);
    }

    private static double mean(double[] returns, int from) {
        return Arrays.stream(returns, from, returns.length).average().orElseThrow();
    }

    private static void print(String student, double[] returns) {
        StringBuilder line = new StringBuilder(student);
        for (int episode = 0; episode < returns.length; episode += episode < 8 ? 1 : 8) {
            line.append(String.format(Locale.ROOT, " %d:%.1f", episode + 1, returns[episode]));
        }
        System.out.println(line);
    }

    @Test
    @Tag("science")
    void aContextOfFourEpisodesIsEnoughForFourFifthsOfTheCeilingAndNoMemoryIsNot() {
        DarkRoomStudy room = new DarkRoomStudy(teacher(100), 500, 1);
        AlgorithmDistillation distilled = room.studied(signature -> new AlgorithmDistillation.Factory().create(transformer(64, 32), signature, new HostContext(1)), 4000);
        BehaviourCloning cloned = room.studied(signature -> new BehaviourCloning.Factory().create(
                new BehaviourCloning.Config(List.of(256, 256), 0, 3, Recorded.ACTIONS, 4096, 1e-3, false, 32), signature, new HostContext(1)), 4000);
        double[] improving = room.returns(distilled, 80);
        double[] memoryless = room.returns(cloned, 80);
        print("algorithm-distillation", improving);
        print("behaviour-cloning     ", memoryless);
        assertTrue(mean(improving, 60) >= 0.8 * room.ceiling(), mean(improving, 60) + " of " + room.ceiling());
        assertTrue(mean(memoryless, 60) < 0.8 * room.ceiling(), mean(memoryless, 60) + " of " + room.ceiling());
    }

    @Test
    void anUntaughtStudentEarnsAboutAsMuchAsWhoActsAtRandom() {
        DarkRoomStudy room = new DarkRoomStudy(teacher(5), 2, 1);
        AlgorithmDistillation student = room.studied(signature -> new AlgorithmDistillation.Factory().create(transformer(8, 2), signature, new HostContext(1)), 1);
        double[] returns = room.returns(student, 3);
        assertEquals(3, returns.length);
        // random play earns 0.247 of 20 on average, whatever its few preferred moves; the ceiling is near 16.5
        assertTrue(mean(returns, 0) < 2, Arrays.toString(returns));
        assertTrue(room.ceiling() > 14 && room.ceiling() < 19, "ceiling " + room.ceiling());
    }
}
