package org.thaw.environments.wrappers.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/** A world that shows its last k observations at once, side by side along their last axis, the oldest first: [10, 10, 4] becomes [10, 10, 4 k]. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "frame-stack", summary = "A world that shows its last observations together, stacked along the last axis",
        source = "Mnih et al.: Playing Atari with deep reinforcement learning. arXiv:1312.5602, 2013")
public final class FrameStack implements EnvironmentFactory<FrameStack.Config, World> {
    /** Which world and how many observations. */
    public record Config(
            @Parameter("the world to see; with real observations") Spec of,
            @Parameter(value = "number k of observations shown at once", byDefault = "4", range = "[1,*)", source = "Mnih et al. 2013") int frames,
            @Parameter(value = "what stands for those before an episode's first: first, which is repeated, or zeros", byDefault = "first") Before before) {
        public Config {
            if (frames < 1) {
                throw new IllegalArgumentException("frames: " + frames + ", expected a whole number from 1");
            }
        }
    }

    /** What stands for observations before the first. */
    public enum Before {
        /** The first itself. */ FIRST,
        /** Zeros. */ ZEROS
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(), inner -> new Stacked(inner, inner.realObservations(), configuration));
    }

    private static Space.Real shown(Space.Real seen, int frames) {
        List<Integer> shape = new ArrayList<>(seen.shape().isEmpty() ? List.of(1) : seen.shape());
        shape.set(shape.size() - 1, shape.get(shape.size() - 1) * frames);
        return new Space.Real(seen.type(), shape, seen.low(), seen.high());
    }

    static final class Stacked extends ObservationWrapper {
        private final Config config;
        /** What is shown: on each line of the last axis the k frames' lines, oldest first. */
        private final Tensor stack;
        private final Tensor empty;
        /** The length of a frame's line along the last axis. */
        private final int line;

        Stacked(Inner inner, Space.Real seen, Config config) {
            super(inner, shown(seen, config.frames()));
            this.config = config;
            this.stack = signature().input().buffer(1);
            this.empty = stack.copy();
            this.line = seen.shape().isEmpty() ? 1 : seen.shape().get(seen.shape().size() - 1);
        }

        @Override
        void show(Tensor inner, Tensor outer, boolean first) {
            if (first) {
                stack.copyFrom(empty);
            }
            int times = first && config.before() == Before.FIRST ? config.frames() : 1;
            for (int i = 0; i < times; i++) {
                push(elements(inner), elements(stack), inner.size() / line);
            }
            outer.copyFrom(stack);
        }

        private void push(Object frame, Object all, int lines) {
            int wide = line * config.frames();
            for (int i = 0; i < lines; i++) {
                System.arraycopy(all, i * wide + line, all, i * wide, wide - line);
                System.arraycopy(frame, i * line, all, i * wide + wide - line, line);
            }
        }

        private static Object elements(Tensor tensor) {
            return tensor.type() == Tensor.Type.F32 ? tensor.floats() : tensor.bytes();
        }

        @Override
        public void save(StateWriter out) {
            super.save(out);
            out.tensor(StateKind.MEMORY, "stack", stack);
        }

        @Override
        public void restore(StateReader in) {
            super.restore(in);
            in.into("stack", stack);
        }
    }
}
