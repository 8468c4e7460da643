package org.thaw.control.internal.wire;

import java.nio.file.Path;
import java.util.List;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/**
 * What is said over a control socket, a line each. Two conversations use it. Other hosts ask one question per connection and get one answer. A child
 * process says {@link Hello} and stays: its host says what to carry out, it says where that stands. Folders are absolute. No field may be missing.
 */
public sealed interface Message {
    /** What a run can be told. */
    enum Order { STOP, PAUSE, RESUME }

    /** An experiment that a host has started. */
    record Sight(String name, Path folder, List<RunStatus> runs) {
    }

    /** Asks for all experiments that are not over; answered by {@link Found}. */
    record Experiments() implements Message {
    }

    /** Asks for the latest experiment of that folder, over or not; answered by {@link Found} with one or none. */
    record Experiment(Path folder) implements Message {
    }

    /** Answers. */
    record Found(List<Sight> experiments) implements Message {
    }

    /** Tells one run, or all of the experiment where the name is empty; answered by {@link Told}. */
    record Tell(Path folder, String run, Order order) implements Message {
    }

    /** @param there whether there is such a run */
    record Told(boolean there) implements Message {
    }

    /** Asks for a swap; answered by {@link Waiting}, every second, and then {@link Swapped} or {@link Refused}. */
    record Swap(Path folder, String run, SwapRequest request) implements Message {
    }

    /** The answer takes longer; the one who answers is alive. */
    record Waiting() implements Message {
    }

    /** The swap was made. */
    record Swapped(SwapResult result) implements Message {
    }

    /** The swap was not made, and the old learner goes on; or there is nothing to watch. */
    record Refused(String message) implements Message {
    }

    /** Asks for a film of the learner's next episode; answered by {@link Waiting}, every second, and then {@link Watched} or {@link Refused}. */
    record Watch(Path folder, String run) implements Message {
    }

    /** The episode that was filmed. */
    record Watched(Film film) implements Message {
    }

    /** Nobody can make anything of what was said; the connection is closed. */
    record Fault(String message) implements Message {
    }

    /** A child's first words. The token came to it by its standard input, and is good for one connection. */
    record Hello(String token) implements Message {
    }

    /** To a child: carry this out. */
    record Carry(RunOrder order) implements Message {
    }

    /** To a child: tell the run. */
    record Obey(Order order) implements Message {
    }

    /** To a child: swap; answered by {@link Exchanged} or {@link NotExchanged} of that number. */
    record Exchange(long number, SwapRequest request) implements Message {
    }

    /** From a child: the swap was made. */
    record Exchanged(long number, SwapResult result) implements Message {
    }

    /** From a child: the swap was not made. */
    record NotExchanged(long number, String message) implements Message {
    }

    /** To a child: film an episode; answered by {@link Shot} or {@link NotShot} of that number. */
    record Shoot(long number) implements Message {
    }

    /** From a child: the episode. */
    record Shot(long number, Film film) implements Message {
    }

    /** From a child: there is nothing to film. */
    record NotShot(long number, String message) implements Message {
    }

    /** From a child: where the run stands. */
    record Moved(RunProgress progress) implements Message {
    }

    /** From a child: nothing new; the process is alive. */
    record Alive() implements Message {
    }

    /** From a child: the run is over, and the child is free. */
    record Ended(RunOver how) implements Message {
    }
}
