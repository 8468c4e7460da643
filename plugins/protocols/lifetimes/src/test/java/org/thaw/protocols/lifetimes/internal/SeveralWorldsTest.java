package org.thaw.protocols.lifetimes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Role;

class SeveralWorldsTest {
    private static final Signature FOUR = new Signature(new Space.Categorical(4), new Space.Categorical(5));
    private static final Signature NINE = new Signature(new Space.Categorical(9), new Space.Categorical(2));
    private static final Planning WORLDS = new Plans.Of(Map.of("a", FOUR, "b", NINE, "before", FOUR, "after", NINE));

    private static TaskCycle.Config cycle(List<String> worlds, int cycles, long steps, long every, boolean tell) {
        return new TaskCycle.Config(worlds, cycles, steps, every, 2, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, tell, true);
    }

    private static Switch.Config change(long steps, long after, long every, boolean frozen, boolean fresh, boolean before) {
        return new Switch.Config(steps, after, every, frozen, fresh, before, 2, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, false, true);
    }

    @Test
    void aCycleGoesThroughAllWorldsAndEvaluatesInAllAfterEachStretch() {
        assertEquals(List.of(
                "learner tested in a, task 0, 2 episodes", "learner tested in b, task 1, 2 episodes",
                "learner lives in a, task 0, 6 steps, begins", "learner tested in a, task 0, 2 episodes", "learner tested in b, task 1, 2 episodes",
                "learner lives in a, task 0, 4 steps, ends", "learner tested in a, task 0, 2 episodes", "learner tested in b, task 1, 2 episodes",
                "learner lives in b, task 1, 6 steps, begins", "learner tested in a, task 0, 2 episodes", "learner tested in b, task 1, 2 episodes",
                "learner lives in b, task 1, 4 steps, ends", "learner tested in a, task 0, 2 episodes", "learner tested in b, task 1, 2 episodes"),
                Plans.lines(new TaskCycle(cycle(List.of("a", "b"), 1, 10, 6, false)).plan(WORLDS)));
    }

    @Test
    void theNextCycleBeginsTheSameTasksAgain() {
        List<String> lives = Plans.lines(new TaskCycle(cycle(List.of("b", "a"), 3, 10, 0, true)).plan(WORLDS)).stream().filter(line -> line.contains("lives")).toList();
        String b = "learner lives in b, task 0, 10 steps, told 0, begins, ends";
        String a = "learner lives in a, task 1, 10 steps, told 1, begins, ends";

        assertEquals(List.of(b, a, b, a, b, a), lives);
    }

    @Test
    void continualWorldIsOnePassWithTheTaskTold() {
        ContinualWorld.Config config = new ContinualWorld.Config(List.of("a", "b"), 10, 0, 2, 30, Actor.Mode.EXPLORE, Phase.Context.FRESH, true, true);

        assertEquals(List.of(
                "learner tested in a, task 0, 30 steps, told 0", "learner tested in b, task 1, 30 steps, told 1",
                "learner lives in a, task 0, 10 steps, told 0, begins, ends", "learner tested in a, task 0, 30 steps, told 0", "learner tested in b, task 1, 30 steps, told 1",
                "learner lives in b, task 1, 10 steps, told 1, begins, ends", "learner tested in a, task 0, 30 steps, told 0", "learner tested in b, task 1, 30 steps, told 1"),
                Plans.lines(new ContinualWorld(config).plan(WORLDS)));
        assertTrue(new ContinualWorld(config).metrics().contains("continual-world"), "its own measures, unasked");
    }

    @Test
    void boundariesThatAreNotToldAreInThePlanAllTheSame() {
        TaskCycle cycle = new TaskCycle(new TaskCycle.Config(List.of("a", "b"), 1, 10, 0, 2, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, false, false));
        ContinualWorld pass = new ContinualWorld(new ContinualWorld.Config(List.of("a", "b"), 10, 0, 2, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, false, false));
        List<String> expected = List.of(
                "learner tested in a, task 0, 2 episodes, boundaries untold", "learner tested in b, task 1, 2 episodes, boundaries untold",
                "learner lives in a, task 0, 10 steps, boundaries untold, begins, ends",
                "learner tested in a, task 0, 2 episodes, boundaries untold", "learner tested in b, task 1, 2 episodes, boundaries untold",
                "learner lives in b, task 1, 10 steps, boundaries untold, begins, ends",
                "learner tested in a, task 0, 2 episodes, boundaries untold", "learner tested in b, task 1, 2 episodes, boundaries untold");

        assertEquals(expected, Plans.lines(cycle.plan(WORLDS)));
        assertEquals(expected, Plans.lines(pass.plan(WORLDS)));
    }

    @Test
    void noArmIsToldOfASwitchThatIsNotTold() {
        Switch change = new Switch(new Switch.Config(10, 0, 0, true, true, false, 2, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, false, false));
        List<String> met = Plans.lines(change.plan(WORLDS)).stream().filter(line -> line.contains(" in ")).toList();

        assertEquals(12, met.size(), "a life and two tests before, for each of three arms a life and two tests after");
        assertTrue(met.stream().allMatch(line -> line.contains("boundaries untold")), () -> String.join("\n", met));
    }

    @Test
    void toldTheNumberOfItsWorldAnAgentIsToldTheBoundary() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new ContinualWorld.Config(List.of("a"), 10, 0, 2, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, true, false)).getMessage();
        assertTrue(message.contains("expected tellTask false or tellBoundary true"), message);
    }

    @Test
    void atTheSwitchAFrozenCopyAndAFreshAgentGoAlong() {
        String frozen = "learner/frozen@switch";
        assertEquals(List.of(
                "learner forked as learner/fresh",
                "learner tested in before, task 0, 2 episodes",
                "learner lives in before, task 0, 10 steps, begins, ends", "learner tested in before, task 0, 2 episodes",
                "learner forked as " + frozen, frozen + " frozen",
                "learner tested in after, task 1, 2 episodes", frozen + " tested in after, task 1, 2 episodes", "learner/fresh tested in after, task 1, 2 episodes",
                "learner lives in after, task 1, 10 steps, begins", "learner tested in after, task 1, 2 episodes",
                frozen + " lives in after, task 1, 10 steps, begins", frozen + " tested in after, task 1, 2 episodes",
                "learner/fresh lives in after, task 1, 10 steps, begins", "learner/fresh tested in after, task 1, 2 episodes",
                "learner tested in before, task 0, 2 episodes",
                "learner lives in after, task 1, 5 steps, ends", "learner tested in after, task 1, 2 episodes",
                frozen + " lives in after, task 1, 5 steps, ends", frozen + " tested in after, task 1, 2 episodes",
                "learner/fresh lives in after, task 1, 5 steps, ends", "learner/fresh tested in after, task 1, 2 episodes",
                "learner tested in before, task 0, 2 episodes"),
                Plans.lines(new Switch(change(10, 15, 10, true, true, true)).plan(WORLDS)));
    }

    @Test
    void theAgentCanGoAlone() {
        assertEquals(List.of("learner tested in before, task 0, 2 episodes", "learner lives in before, task 0, 10 steps, begins, ends",
                "learner tested in before, task 0, 2 episodes", "learner tested in after, task 1, 2 episodes",
                "learner lives in after, task 1, 10 steps, begins, ends", "learner tested in after, task 1, 2 episodes"),
                Plans.lines(new Switch(change(10, 0, 0, false, false, false)).plan(WORLDS)));
    }

    @Test
    void anAgentIsMadeForTheUnionOfTheWorlds() {
        Signature union = new Signature(new Space.Categorical(9), new Space.Categorical(5));

        assertEquals(union, new TaskCycle(cycle(List.of("a", "b"), 1, 1, 0, false)).signature("learner", WORLDS));
        assertEquals(union, new Switch(change(1, 0, 0, true, true, false)).signature("learner", WORLDS));
    }

    @Test
    void worldsThatDoNotGoTogetherAreRefusedBeforeTheFirstStep() {
        Signature real = new Signature(new Space.Categorical(4), Space.Real.of(-1, 1, 1));
        Signature wide = new Signature(new Space.Categorical(4), Space.Real.of(-2, 2, 1));
        TaskCycle cycle = new TaskCycle(cycle(List.of("a", "b"), 1, 1, 0, false));

        String mixed = assertThrows(IllegalArgumentException.class, () -> cycle.plan(new Plans.Of(Map.of("a", FOUR, "b", real)))).getMessage();
        assertTrue(mixed.startsWith("no agent can live in \"b\" and in [a]: "), mixed);
        String bounds = assertThrows(IllegalArgumentException.class, () -> cycle.plan(new Plans.Of(Map.of("a", real, "b", wide)))).getMessage();
        assertTrue(bounds.contains("real actions must be the same in all worlds"), bounds);
    }

    @Test
    void theRolesAreThoseThatTheConfigurationNames() {
        assertEquals(List.of("learner", "a", "b"), new TaskCycle(cycle(List.of("a", "b"), 1, 1, 0, false)).roles().stream().map(Role::name).toList());
        assertEquals(List.of("learner", "before", "after"), new Switch(change(1, 0, 0, true, true, false)).roles().stream().map(Role::name).toList());
    }

    @Test
    void namesThatCannotBeRolesAreRefusedWithWhatWouldDo() {
        assertTrue(refusal("a", "a").contains("\"a\" is listed twice"), refusal("a", "a"));
        assertTrue(refusal("learner").contains("is the role of the agent"), refusal("learner"));
        assertTrue(refusal("a/b").contains("expected letters, digits"), refusal("a/b"));
        assertTrue(refusal().contains("at least 1"), refusal());
    }

    private static String refusal(String... worlds) {
        return assertThrows(IllegalArgumentException.class, () -> cycle(List.of(worlds), 1, 1, 0, false)).getMessage();
    }

    @Test
    void anEndlessPlanIsWalkedPhaseByPhase() {
        Iterator<Phase> plan = new TaskCycle(cycle(List.of("a", "b"), Integer.MAX_VALUE, 1_000_000_000, 1, false)).plan(WORLDS).iterator();
        for (int i = 0; i < 100; i++) {
            plan.next();
        }
        assertTrue(plan.hasNext());
        Iterator<Phase> change = new Switch(change(Long.MAX_VALUE, 0, 1, true, true, false)).plan(WORLDS).iterator();
        for (int i = 0; i < 100; i++) {
            change.next();
        }
        assertTrue(change.hasNext());
    }
}
