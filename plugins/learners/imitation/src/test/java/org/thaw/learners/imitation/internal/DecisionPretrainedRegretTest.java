package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.Actor;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

/** What the decision-pretrained transformer loses on bandits at the horizon that it was trained for, beside Thompson sampling with the true prior, which it is to become (Lee et al. 2023, theorem 1). */
class DecisionPretrainedRegretTest {
    private static final int PULLS = 100;

    /**
     * How much is spent.
     *
     * @param arms       of each bandit
     * @param lives      of Thompson sampling, from which the student learns
     * @param updates    of the student
     * @param tested     bandits on which all are compared
     */
    private record Scale(int arms, int lives, int updates, int tested) {
        Signature signature(int lanes) {
            return new Signature(new Space.Categorical(1), new Space.Categorical(arms), lanes);
        }
    }

    /** Mean regrets after the trained number of pulls. */
    private record Regrets(double thompson, double dpt, double untaught) {
    }

    private static Regrets measured(Scale scale) {
        DecisionPretrained dpt = dpt(scale);
        double thompson = BanditLives.thompsonsRegret(scale.tested(), scale.arms(), PULLS, new HostStream(7));
        // the same bandits, side by side
        BanditLives tested = new BanditLives(scale.tested(), scale.arms(), new HostStream(7));
        DecisionPretrained untaught = new DecisionPretrained.Factory().create(config(), scale.signature(scale.tested()), new HostContext(9));
        double blind = tested.regret(tested.live(untaught, Actor.Mode.EXPLOIT, false, PULLS));
        return new Regrets(thompson, tested.regret(tested.live(dpt, Actor.Mode.EXPLOIT, false, PULLS)), blind);
    }

    private static DecisionPretrained.Config config() {
        return new DecisionPretrained.Config(2, 32, 4, PULLS, 32, 0.003, 100, 1, 1, 0, false, 64);
    }

    private static DecisionPretrained dpt(Scale scale) {
        HostStream drawn = new HostStream(1);
        List<List<Moment>> lives = new ArrayList<>();
        for (int i = 0; i < scale.lives(); i++) {
            lives.addAll(new BanditLives(1, scale.arms(), drawn).thompson(PULLS, i).recording());
        }
        DecisionPretrained student = new DecisionPretrained.Factory().create(config(), scale.signature(scale.tested()), new HostContext(2));
        HostStream windows = new HostStream(3);
        for (int i = 0; i < scale.updates(); i++) {
            student.study(Windows.draw(lives, student, windows));
        }
        return student;
    }

    @Test
    @Tag("science")
    void atTheTrainedHorizonItLosesLittleMoreThanThompsonSampling() {
        Regrets found = measured(new Scale(5, 4000, 6000, 512));
        System.out.printf(Locale.ROOT, "regret after %d pulls of 5 Bernoulli arms, means over 512 bandits%n  thompson  %6.2f%n  dpt       %6.2f%n  untaught  %6.2f%n", PULLS,
                found.thompson(), found.dpt(), found.untaught());
        assertTrue(found.dpt() <= 1.25 * found.thompson(), found::toString);
    }

    @Test
    void theRegretOfAPullIsWhatTheBestArmPaysMoreOnAverage() {
        BanditLives sure = new BanditLives(1, 1);
        assertEquals(0, sure.regret(sure.thompson(10, 1)));
        BanditLives one = new BanditLives(0, 1);
        Life life = one.thompson(50, 1);
        // an arm that always pays earned as often as it was pulled, so all else was regretted; the last pull's reward is not in the record yet
        long pulled = life.recording().get(0).stream().filter(moment -> moment.decision().action().index() == 0).count();
        assertEquals(pulled, one.regret(life));
        assertTrue(pulled < 25, "pulled the worse arm " + pulled + " times");
    }

    @Test
    void aLittleTrainingGoesThroughTheWholeComparison() {
        Regrets found = measured(new Scale(2, 4, 2, 16));
        for (double regret : new double[] {found.thompson(), found.dpt(), found.untaught()}) {
            assertTrue(regret > 0 && regret < PULLS, found::toString);
        }
    }
}
