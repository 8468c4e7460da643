package org.thaw.tck.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Student;

/** Whether students allocate while they study and act: not part of their contract, but a promise of fast ones. */
public final class StudentAllocation {
    private static final int STEPS = 1000;

    private StudentAllocation() {
    }

    /**
     * Once its buffers have grown, a student allocates nothing, neither where it studies nor where it acts and observes.
     *
     * @param maker of a student for the signature of the world
     * @param world with numbered actions
     * @throws AssertionError if it allocates
     */
    public static void none(Function<Context, Student> maker, World world) {
        List<Moment> life = randomLife(world);
        Student student = Allocation.onPlainKernels(() -> maker.apply(new QuietContext(1)));
        List<Windows> batches = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            batches.add(Windows.draw(List.of(life), student, new HostStream(i)));
        }
        Allocation.free(batches.size(), () -> {
            for (int i = 0; i < batches.size(); i++) {
                student.study(batches.get(i));
            }
        });
        Policy policy = student.policy(Actor.Mode.EXPLORE, Cue.none());
        Decision decision = new Decision(world.signature());
        Allocation.free(life.size(), () -> {
            for (int t = 0; t < life.size(); t++) {
                Moment moment = life.get(t);
                if (moment.step().isLast()) {
                    policy.observe(moment.step());
                } else {
                    decision.clear();
                    policy.act(moment.step(), decision);
                }
            }
        });
    }

    private static List<Moment> randomLife(World world) {
        RandomStream random = new HostStream(7);
        Signature signature = world.signature();
        Life life = new Life(new Passenger(), (step, decision) -> {
            int action = random.nextInt(signature.choices());
            while (!step.legal()[action]) {
                action = random.nextInt(signature.choices());
            }
            decision.choose(action);
        }, List.of(world), false);
        life.live(STEPS);
        return life.recording().get(0);
    }
}
