package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.runtime.experiment.Twins;

/** Makes copies of players: those that a plan asks for, and the frozen twins that an experiment asks for. */
final class Twinning {
    private final Twins wanted;
    private final Map<String, Player> players;
    private final Tasks tasks;
    private final Consumer<Event> events;
    private final Map<String, List<Player>> twins = new HashMap<>();

    Twinning(Twins wanted, Map<String, Player> players, Tasks tasks, Consumer<Event> events) {
        this.wanted = wanted;
        this.players = players;
        this.tasks = tasks;
        this.events = events;
    }

    /** The frozen twins of a player. */
    List<Player> of(Player player) {
        return twins.getOrDefault(player.role(), List.of());
    }

    Player fork(Player player, String as) {
        if (players.containsKey(as)) {
            throw new IllegalArgumentException("the role \"" + as + "\" is there already; a fork needs a new name");
        }
        Player copy = player.fork(as, events);
        players.put(as, copy);
        tasks.copy(player.role(), as);
        events.accept(new Event.Forked(player.role(), player.step(), as));
        return copy;
    }

    void freeze(Player player) {
        player.freeze();
        events.accept(new Event.Frozen(player.role(), player.step()));
    }

    /** A task begins: one frozen twin, if the experiment wants one at each boundary. */
    void taskBegins(Player player) {
        if (wanted.frozenAtTasks() && tasks.ended(player.role()) > 0) {
            frozenTwin(player, tasks.ended(player.role()));
        }
    }

    /** The next step at which the experiment wants a frozen twin; the largest number if there is none. */
    long nextAfter(long step) {
        return wanted.frozenAtSteps().stream().filter(at -> at > step).findFirst().orElse(Long.MAX_VALUE);
    }

    /** A frozen twin of this moment. */
    Player frozenTwin(Player player, long name) {
        Player twin = fork(player, player.role() + "/frozen@" + name);
        freeze(twin);
        twins.computeIfAbsent(player.role(), role -> new ArrayList<>()).add(twin);
        return twin;
    }
}
