package org.thaw.environments.wrappers.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * Two players take turns for 7 steps with three actions; the one just taken is not legal again. An action pays its number less one. Of 12 numbered
 * states, or as {@code F32} or {@code U8} image [2, 3, 2] of the numbers s, s + 1, … s + 11, where s is 10 times the number of the step plus the action.
 */
class Toy implements World {
    static final int STATES = 12;
    private static final int LENGTH = 7;

    private final Signature signature;
    private final RandomStream noise;
    private int at;
    private int last;
    boolean closed;

    record State(int at, int last) {
    }

    Toy(Space seen, Context context) {
        signature = new Signature(seen, new Space.Categorical(3));
        noise = context.random("noise");
    }

    static Toy image(Context context) {
        return new Toy(new Space.Real(Tensor.Type.F32, List.of(2, 3, 2), 0, 255), context);
    }

    static Toy bytes(Context context) {
        return new Toy(new Space.Real(Tensor.Type.U8, List.of(2, 3, 2), 0, 255), context);
    }

    static Toy numbered(Context context) {
        return new Toy(new Space.Categorical(STATES), context);
    }

    /** One that can be drawn. */
    static final class Seen extends Toy implements Drawable {
        Seen(Context context) {
            super(new Space.Categorical(STATES), context);
        }

        @Override
        public Picture draw() {
            Picture picture = new Picture(1, 1);
            picture.paint(0, 0, 'T', 0xffffff);
            return picture;
        }
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        at = 0;
        last = -1;
        show(out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        at++;
        last = action.index();
        show(out);
        if (at == LENGTH) {
            out.termination(last - 1);
        } else {
            out.transition(last - 1);
        }
    }

    private void show(StepBuffer out) {
        int first = 10 * at + Math.max(last, 0);
        switch (out.observation().type()) {
            // chance, so that restoring has something to get right
            case I32 -> out.observation().ints()[0] = (at + noise.nextInt(2)) % STATES;
            case F32 -> {
                for (int i = 0; i < STATES; i++) {
                    out.observation().floats()[i] = first + i;
                }
            }
            default -> {
                for (int i = 0; i < STATES; i++) {
                    out.observation().bytes()[i] = (byte) (first + i);
                }
            }
        }
        for (int a = 0; a < 3; a++) {
            out.legal()[a] = a != last;
        }
        out.player(at % 2);
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "state", new State(at, last));
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("state", State.class);
        at = state.at();
        last = state.last();
    }

    @Override
    public void close() {
        closed = true;
    }
}
