package org.thaw.tck.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.Moment;

class NegamaxTest {
    private final Negamax player = new Negamax.Factory().create(new Negamax.Config(), TicTacToe.SIGNATURE, new HostContext(1));
    private final Policy perfect = player.policy(Actor.Mode.EXPLOIT, Cue.none());

    private List<Moment> games(Policy both, int moves) {
        Life life = new Life(player, both, List.of(new TicTacToe()), false);
        life.live(moves);
        return life.recording().get(0);
    }

    private static Policy random(RandomStream random) {
        return (step, decision) -> {
            int[] open = IntStream.range(0, 9).filter(a -> step.legal()[a]).toArray();
            decision.choose(open[random.nextInt(open.length)]);
        };
    }

    @Test
    void perfectPlayAgainstItselfIsAlwaysADraw() {
        List<Moment> lived = games(perfect, 18);
        assertEquals(List.of(0.0, 0.0), lived.stream().filter(m -> m.step().isLast()).map(m -> m.step().reward()).toList());
    }

    @Test
    void neverLosesFromEitherSide() {
        Policy random = random(new HostStream(2));
        Policy asFirst = (step, decision) -> (step.player() == 0 ? perfect : random).act(step, decision);
        Policy asSecond = (step, decision) -> (step.player() == 1 ? perfect : random).act(step, decision);
        assertTrue(games(asFirst, 24).stream().allMatch(m -> m.step().reward() >= 0));
        assertTrue(games(asSecond, 24).stream().allMatch(m -> m.step().reward() <= 0));
    }

    @Test
    void lookingAheadChangesNothingInTheRealGame() {
        TicTacToe game = new TicTacToe();
        StepBuffer step = new StepBuffer(TicTacToe.SIGNATURE);
        game.reset(step);
        step.simulator(() -> game.copy(new HostStream(0)));
        perfect.act(step, new Decision(TicTacToe.SIGNATURE));
        StepBuffer after = new StepBuffer(TicTacToe.SIGNATURE);
        game.look(after);
        assertTrue(after.isFirst() && after.observation().sameBits(step.observation()));
    }

    @Test
    void withoutThePrivilegeThereIsNoSimulator() {
        StepBuffer step = new StepBuffer(TicTacToe.SIGNATURE);
        new TicTacToe().reset(step);
        assertThrows(IllegalStateException.class, () -> perfect.act(step, new Decision(TicTacToe.SIGNATURE)));
    }

    @Test
    void goesOnIdenticallyAfterRestoringInTheMiddleOfAGame() {
        Life original = new Life(player, perfect, List.of(new TicTacToe()), false);
        original.live(13);
        Negamax other = new Negamax.Factory().create(new Negamax.Config(), TicTacToe.SIGNATURE, new HostContext(1));
        Life restored = new Life(other, other.policy(Actor.Mode.EXPLOIT, Cue.none()), List.of(new TicTacToe()), false);
        restored.takeOver(original);
        int lived = original.recording().get(0).size();
        original.live(100);
        restored.live(100);
        List<Moment> went = original.recording().get(0);
        assertEquals(went.subList(lived, went.size()).toString(), restored.recording().get(0).toString());
    }
}
