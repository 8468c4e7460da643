package org.thaw.runtime.internal.engine;

import java.util.Optional;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Phase;

/** Begins other lifetimes. */
final class Renewing {
    private final Stage stage;
    private final Twinning twinning;
    private final Tasks tasks;
    private final Recordings recordings;
    private final Consumer<Event> events;

    Renewing(Stage stage, Twinning twinning, Tasks tasks, Recordings recordings, Consumer<Event> events) {
        this.stage = stage;
        this.twinning = twinning;
        this.tasks = tasks;
        this.recordings = recordings;
        this.events = events;
    }

    /** Twins begin the lifetime with their original; those of a learner that is made anew are no more. */
    void carryOut(Phase.Renew phase, Player player) {
        if (phase.knowledge()) {
            makeAnew(player, phase);
        } else {
            wipe(player, phase);
            twinning.of(player).forEach(twin -> wipe(twin, phase));
        }
    }

    private void wipe(Player player, Phase.Renew phase) {
        recordings.lifeEnds(player.role());
        player.tellEarnings(events);
        player.renew(phase.lifetime(), Optional.empty());
        events.accept(new Event.Renewed(player.role(), player.step(), phase.lifetime(), false));
    }

    private void makeAnew(Player player, Phase.Renew phase) {
        twinning.of(player).forEach(twin -> twin.checkFrozen("phase " + phase.name()));
        player.checkFrozen("phase " + phase.name());
        twinning.drop(player);
        player.flushMeasurements();
        player.tellEarnings(events);
        tasks.accountRest(player);
        recordings.forget(player.role());
        player.renew(phase.lifetime(), Optional.of(stage.knowledge(player.origin(), phase.lifetime())));
        tasks.renew(player);
        events.accept(new Event.Renewed(player.role(), player.step(), phase.lifetime(), true));
    }
}
