package org.thaw.environments.gymnasium.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/**
 * Any environment of Gymnasium, played by a Python process of its own. A Box is shown as {@code F32}, or as {@code U8} if it holds unsigned bytes, Discrete as a
 * number; Discrete actions are numbers, those of a Box real, and are clipped to it. Other spaces are refused. With {@code atari}, pictures are grey bytes
 * [side, side, 1] of the whole screen, for {@code frame-stack} to stack.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "gymnasium", summary = "Any environment of Gymnasium, such as Atari's games, in a Python process",
        source = "Towers et al.: Gymnasium: a standard interface for reinforcement learning environments. arXiv:2407.17032, 2024. atari: Mnih et al.: Human-level control "
                + "through deep reinforcement learning. Nature 518, 2015, Methods")
public final class Gymnasium implements EnvironmentFactory<Gymnasium.Config, World> {
    private static final String MNIH = "Mnih et al. 2015, Methods";

    /** Which environment, and who plays it. */
    public record Config(
            @Parameter("Gymnasium's name of the environment: CartPole-v1, ALE/Breakout-v5; module:Name-v0 imports the module first") String id,
            @Parameter(value = "the Python interpreter, which has the packages gymnasium and numpy, for Atari ale-py too: a name on the PATH or an absolute path", byDefault = "python3")
            String python,
            @Parameter(value = "arguments of gymnasium.make, each as name=value with a Python literal or else a word: max_episode_steps=100", byDefault = "[]") List<String> arguments,
            @Parameter(value = "seconds that a start, reset or step may take before the process is ended", byDefault = "60", range = "[1,86400]") int timeoutSeconds,
            @Parameter(value = "Atari's frames in grey, the brighter of the last two, scaled by area; what follows is for these alone", byDefault = "false", source = MNIH) boolean atari,
            @Parameter(value = "rows and columns of a picture", byDefault = "84", range = "[1,1024]", source = MNIH) int side,
            @Parameter(value = "frames for which an action is repeated", byDefault = "4", range = "[1,1000]", source = MNIH) int frameSkip,
            @Parameter(value = "greatest number of frames, drawn anew for each episode, in which nothing is done at its start; 30 in Mnih et al. 2015", byDefault = "0",
                    range = "[0,10000]") int noOps,
            @Parameter(value = "a lost life counts as an end for what is learned, discount 0, though the game goes on", byDefault = "false", source = MNIH) boolean lifeLoss) {
        public Config {
            arguments = List.copyOf(arguments);
            if (id.isBlank() || python.isBlank()) {
                throw new IllegalArgumentException((id.isBlank() ? "id" : "python") + " is blank: expected "
                        + (id.isBlank() ? "Gymnasium's name of an environment, such as CartPole-v1" : "the name or path of a Python interpreter, such as python3"));
            }
            for (String argument : arguments) {
                if (argument.indexOf('=') < 1) {
                    throw new IllegalArgumentException("arguments: \"" + argument + "\", expected name=value, such as max_episode_steps=100");
                }
            }
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        Child child = Script.start(configuration, context.scratch());
        try {
            Hello hello = Hello.read(child);
            context.note("gymnasium", hello.software());
            return new GymnasiumWorld(child, hello.signature(), context.random("seeds"), GymnasiumWorld.LONG);
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }
}
