package org.thaw.learners.deep.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;
import org.thaw.environments.minatar.internal.MinAtar;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.QuietContext;

/**
 * Frames per second of the whole loop on a MinAtar game without an engine: {@code SpeedMain frames [game]}, by the clock and by the thread's own processor time,
 * which a busy machine does not stretch. Prints the mean return of the latest episodes, too.
 */
final class SpeedMain {
    private SpeedMain() {
    }

    @SuppressWarnings("unchecked")
    public static void main(String[] arguments) throws ReflectiveOperationException {
        long frames = Long.parseLong(arguments[0]);
        String game = arguments.length > 1 ? arguments[1] : "Breakout";
        var maker = (EnvironmentFactory<MinAtar.Config, World>) Class.forName("org.thaw.environments.minatar.internal." + game + "$Factory").getConstructor().newInstance();
        World world = maker.create(new MinAtar.Config(0.1, true, false, MinAtar.Generator.THAW, 0), new HostContext(1));
        Dqn agent = new Dqn.Factory().create(Settings.minAtar(), world.signature(), new QuietContext(1));
        Loop loop = new Loop(world, agent);
        System.out.println("frames   frames/s   frames/CPU s   return");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long piece = Math.max(1, frames / 20);
        for (long lived = piece; lived <= frames; lived += piece) {
            long begun = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            loop.live(piece);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double own = (threads.getCurrentThreadCpuTime() - used) / 1e9;
            System.out.printf("%d %.0f %.0f %.2f%n", lived, piece / seconds, piece / own, loop.recent());
        }
    }
}
