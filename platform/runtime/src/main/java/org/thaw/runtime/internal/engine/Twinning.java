package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    /** How many of the wanted steps each role has behind it. */
    private final Map<String, Integer> passed = new HashMap<>();

    Twinning(Twins wanted, Map<String, Player> players, Tasks tasks, Consumer<Event> events) {
        this.wanted = wanted;
        this.players = players;
        this.tasks = tasks;
        this.events = events;
    }

    /** The twins of a player now. */
    List<Player> of(Player player) {
        return List.copyOf(twins.getOrDefault(player.role(), List.of()));
    }

    Player fork(Player player, String as) {
        return adopt(player, copy(player, as));
    }

    private Player copy(Player player, String as) {
        if (players.containsKey(as)) {
            throw new IllegalArgumentException("the role \"" + as + "\" is there already; a fork needs a new name");
        }
        return player.fork(as, events);
    }

    private Player adopt(Player original, Player copy) {
        players.put(copy.role(), copy);
        tasks.copy(original.role(), copy.role());
        passed.put(copy.role(), passed.getOrDefault(original.role(), 0));
        events.accept(new Event.Forked(original.role(), original.step(), copy.role()));
        return copy;
    }

    void freeze(Player player) {
        player.freeze();
        events.accept(new Event.Frozen(player.role(), player.step()));
    }

    /** A task begins: one frozen twin, if the experiment wants one at each boundary. */
    void taskBegins(Player player) {
        if (wanted.frozenAtTasks() && !player.isFrozen() && tasks.ended(player.role()) > 0) {
            frozenTwin(player, tasks.ended(player.role()));
        }
    }

    /** The step at which a player's next frozen twin is wanted; the largest number if none is. */
    long nextStep(Player player) {
        int next = passed.getOrDefault(player.role(), 0);
        return player.isFrozen() || next >= wanted.frozenAtSteps().size() ? Long.MAX_VALUE : wanted.frozenAtSteps().get(next);
    }

    /** Makes the frozen twins whose step has come. */
    void makeDue(Player player) {
        for (long step = nextStep(player); step <= player.step(); step = nextStep(player)) {
            passed.merge(player.role(), 1, Integer::sum);
            frozenTwin(player, step);
        }
    }

    /** A copy of a player that is about to change, not yet one of the cast. */
    Player unswapped(Player player) {
        return copy(player, player.role() + "/unswapped@" + player.step());
    }

    /** The copy goes on learning beside its original, on the same experience. */
    void accompany(Player player, Player copy) {
        adopt(player, copy);
        tasks.accompany(player.role(), copy.role());
        twins.computeIfAbsent(player.role(), role -> new ArrayList<>()).add(copy);
    }

    private void frozenTwin(Player player, long name) {
        Player twin = fork(player, player.role() + "/frozen@" + name);
        freeze(twin);
        twins.computeIfAbsent(player.role(), role -> new ArrayList<>()).add(twin);
    }

    Map<String, List<String>> saveTwins() {
        Map<String, List<String>> names = new TreeMap<>();
        twins.forEach((role, list) -> names.put(role, list.stream().map(Player::role).toList()));
        return names;
    }

    Map<String, Integer> savePassed() {
        return new TreeMap<>(passed);
    }

    /** All players are there again. */
    void restore(Map<String, List<String>> names, Map<String, Integer> passedBefore) {
        names.forEach((role, list) -> twins.put(role, new ArrayList<>(list.stream().map(players::get).toList())));
        passed.putAll(passedBefore);
    }
}
