package org.thaw.protocols.streams.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;

class PrequentialTest {
    private static final Space CLASSES = new Space.Categorical(2);
    private static final Space NUMBERS = Space.Real.of(-1, 1, 1);

    @Test
    void theWholeStreamIsOneTaskMetOnceInItsOrder() {
        Phase.Learn learn = only(new Prequential.Config(1, 0, 1000, true, 0), CLASSES);
        assertEquals(new Phase.Learn("stream", "learner", new Experience.Examples("environment", 0, Experience.Split.TRAIN,
                List.of(Portion.task(0), Portion.task(1), Portion.task(2)), 1, Budget.epochs(1), Experience.Order.GIVEN,
                Optional.of(new Experience.TestFirst(0, 1000, true))), Cue.none(), false, false), learn);
    }

    @Test
    void delayAndLengthAreTheConfigurations() {
        Experience.Examples examples = (Experience.Examples) only(new Prequential.Config(32, 5, 10, false, 700), CLASSES).experience();
        assertEquals(Budget.iterations(700), examples.budget());
        assertEquals(Optional.of(new Experience.TestFirst(5, 10, false)), examples.testFirst());
    }

    @Test
    void realTargetsAreScoredWithoutListingAnswers() {
        Experience.Examples examples = (Experience.Examples) only(new Prequential.Config(1, 0, 1000, true, 0), NUMBERS).experience();
        assertEquals(Optional.of(new Experience.TestFirst(0, 1000, false)), examples.testFirst());
    }

    private static Phase.Learn only(Prequential.Config config, Space output) {
        List<Phase> plan = new ArrayList<>();
        new Prequential(config).plan(new ThreeTasks(output)).forEach(plan::add);
        assertEquals(1, plan.size());
        return (Phase.Learn) plan.get(0);
    }

    /** An environment of three tasks. */
    private record ThreeTasks(Space output) implements Planning {
        @Override
        public long seed() {
            return 0;
        }

        @Override
        public RandomStream random(String name) {
            throw new UnsupportedOperationException("a stream has its order");
        }

        @Override
        public Signature signature(String environment) {
            return new Signature(NUMBERS, output);
        }

        @Override
        public int tasks(String environment) {
            return 3;
        }

        @Override
        public long examples(String environment, Experience.Split split, List<Portion> portions) {
            return 30;
        }

        @Override
        public Outcomes outcomes() {
            throw new UnsupportedOperationException("nothing depends on outcomes");
        }
    }
}
