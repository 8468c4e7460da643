package org.thaw.runtime.internal.engine;

import java.util.Optional;
import java.util.function.Consumer;
import org.thaw.api.Cue;
import org.thaw.api.metric.Event;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.RunSwap;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.fault.PluginFaultException;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/** Puts learners in the place of running ones, between two steps. Whatever fails leaves the old one running. */
final class Swapping {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Requests requests;
    private final Replacements replacements;
    private final Cast cast;
    private final Twinning twinning;
    private final Tasks tasks;
    private final Journal journal;
    private final Consumer<Event> events;
    private final Consumer<String> log;

    Swapping(Requests requests, Replacements replacements, Cast cast, Twinning twinning, Tasks tasks, Journal journal, Consumer<Event> events,
             Consumer<String> log) {
        this.requests = requests;
        this.replacements = replacements;
        this.cast = cast;
        this.twinning = twinning;
        this.tasks = tasks;
        this.journal = journal;
        this.events = events;
        this.log = log;
    }

    /**
     * Makes those whose step has come. Returns whether there was one.
     *
     * @param studies whether the player studies recordings just now, in which its twins have no part
     */
    boolean makeDue(Player player, boolean studies) {
        boolean made = false;
        for (Optional<RunSwap> again = journal.takeDue(player.role(), player.step()); again.isPresent(); again = journal.takeDue(player.role(), player.step())) {
            repeat(again.get(), player);
            made = true;
        }
        for (Optional<Requests.WantedSwap> wanted = requests.takeSwap(player.role(), player.step()); wanted.isPresent();
                wanted = requests.takeSwap(player.role(), player.step())) {
            made |= answer(wanted.get(), player, studies);
        }
        return made;
    }

    /** One that the plan wants. */
    void planned(Player player, Binding binding, boolean carry) {
        String from = name(player);
        carryOut(player, binding, carry, false, new Stopwatch());
        note(player, from, carry);
    }

    /** One that was made before the run was interrupted, and after its last checkpoint. */
    private void repeat(RunSwap swap, Player player) {
        String from = name(player);
        carryOut(player, cast.play(swap), swap.carried(), swap.twin(), new Stopwatch());
        tell(player, from, swap.carried());
    }

    /** A player that came back with another learner than it had, since that is there no longer. */
    void recast(Player player, RunState.OfPlugin old) {
        note(player, old.id() + "@" + old.version() + " " + old.sha256(), true);
    }

    /** One that is made again wherever the run is taken up: by its plan, or since a plugin is gone. */
    private void note(Player player, String from, boolean carried) {
        journal.note(RunSwap.of(player.role(), player.step(), from, name(player), carried, false, true, player.binding()));
        tell(player, from, carried);
    }

    private void tell(Player player, String from, boolean carried) {
        events.accept(new Event.Swapped(player.role(), player.step(), from, name(player), carried));
    }

    private boolean answer(Requests.WantedSwap wanted, Player player, boolean studies) {
        SwapRequest request = wanted.request();
        long begun = System.nanoTime();
        String from = name(player);
        String fromLabel = label(player);
        Stopwatch state = new Stopwatch();
        RunSwap swap;
        try {
            Binding binding = replacements.find(request, player.binding());
            if (studies && request.twin()) {
                throw new SwapRefusedException("the role \"" + player.role() + "\" is studying, and a twin that was left behind would never study what is yet to come."
                        + " Swap without --twin, or when the role lives");
            }
            carryOut(player, binding, request.carry(), request.twin(), state);
            swap = RunSwap.of(player.role(), player.step(), from, name(player), request.carry(), request.twin(), false, binding);
        } catch (RunFolderException e) {
            wanted.answer().completeExceptionally(new SwapRefusedException(e.getMessage(), e));
            throw e;
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            boolean stateTrouble = e instanceof PluginFaultException fault && (fault.call().startsWith("restore") || fault.call().startsWith("save"));
            String hint = stateTrouble ? "; --fresh would start it without what the other has learned" : "";
            String problem = "not swapped, " + fromLabel + " goes on: " + Reasons.of(e) + hint;
            log.accept("WARNING " + player.role() + " at step " + player.step() + ": " + problem);
            wanted.answer().completeExceptionally(new SwapRefusedException(problem, e));
            return false;
        }
        try {
            journal.add(swap);
            tell(player, from, request.carry());
        } catch (RuntimeException e) {
            wanted.answer().completeExceptionally(new SwapRefusedException("the swap could not be written down: " + Reasons.of(e), e));
            throw e;
        }
        log.accept("INFO " + player.role() + " at step " + player.step() + ": " + fromLabel + " gave way to " + label(player) + (request.carry() ? "" : ", which started fresh"));
        wanted.answer().complete(new SwapResult(player.step(), fromLabel, label(player), (System.nanoTime() - begun) / NANOS_PER_MILLI,
                state.wallNanos() / NANOS_PER_MILLI));
        return true;
    }

    private void carryOut(Player player, Binding binding, boolean carry, boolean twin, Stopwatch state) {
        if (player.isFrozen()) {
            throw new SwapRefusedException("the role \"" + player.role() + "\" is frozen: it does not learn, whoever plays it");
        }
        if (carry && !binding.plugin().accepts().contains(player.learner().stateId())) {
            throw new SwapRefusedException(binding.plugin().label() + " cannot take over the state " + player.learner().stateId() + " of " + label(player)
                    + "; it reads " + binding.plugin().accepts() + ". Swap with --fresh, or to a learner that reads it");
        }
        Optional<Player> copy = twin ? Optional.of(twinning.unswapped(player)) : Optional.empty();
        Optional<Cue> task = tasks.during(player.role()) >= 0 ? Optional.of(tasks.cue(player.role())) : Optional.empty();
        long moreUpdates;
        try {
            moreUpdates = player.swap(binding, carry, task, state);
        } catch (Throwable e) {
            copy.ifPresent(each -> Closing.after(e, each));
            throw e;
        }
        copy.ifPresent(each -> twinning.accompany(player, each));
        tasks.swapped(player.role(), moreUpdates);
    }

    private static String label(Player player) {
        return player.binding().plugin().id() + "@" + player.binding().plugin().version();
    }

    private static String name(Player player) {
        return label(player) + " " + player.binding().plugin().sha256();
    }
}
