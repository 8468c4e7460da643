package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.thaw.api.metric.Event;
import org.thaw.runtime.experiment.Imitation;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.internal.checkpoint.RunState;

/** Makes copies of players: those that a plan asks for, and the frozen twins and imitators that an experiment asks for. */
final class Twinning {
    /** A twin that is wanted at a step: one that imitates, or else a frozen copy. */
    private record Due(long step, Optional<Imitation> imitation) {
    }

    private final boolean frozenAtTasks;
    /** In the order of their steps. */
    private final List<Due> wanted;
    private final Imitations imitations;
    private final Map<String, Player> players;
    private final Tasks tasks;
    private final Recordings recordings;
    private final Consumer<Event> events;
    private final Map<String, List<Player>> twins = new HashMap<>();
    /** How many of the wanted twins each role has behind it. */
    private final Map<String, Integer> passed = new HashMap<>();

    Twinning(Twins wanted, Imitations imitations, Map<String, Player> players, Tasks tasks, Recordings recordings, Consumer<Event> events) {
        this.frozenAtTasks = wanted.frozenAtTasks();
        Stream<Due> frozen = wanted.frozenAtSteps().stream().map(step -> new Due(step, Optional.empty()));
        Stream<Due> imitating = wanted.imitations().stream().flatMap(imitation -> imitation.at().stream().map(step -> new Due(step, Optional.of(imitation))));
        this.wanted = Stream.concat(frozen, imitating).sorted(Comparator.comparingLong(Due::step)).toList();
        this.imitations = imitations;
        this.players = players;
        this.tasks = tasks;
        this.recordings = recordings;
        this.events = events;
    }

    /** The twins of a player now. */
    List<Player> of(Player player) {
        return List.copyOf(twins.getOrDefault(player.role(), List.of()));
    }

    /** A copy that goes on for itself. */
    void fork(Player player, String as) {
        recordings.copy(player, adopt(player, copy(player, as)));
    }

    private Player copy(Player player, String as) {
        return player.fork(free(as), events);
    }

    private String free(String role) {
        if (players.containsKey(role)) {
            throw new IllegalArgumentException("the role \"" + role + "\" is there already; a fork needs a new name");
        }
        return role;
    }

    private Player adopt(Player original, Player copy) {
        tasks.copy(original.role(), copy.role());
        return welcome(original, copy);
    }

    private Player welcome(Player original, Player copy) {
        players.put(copy.role(), copy);
        passed.put(copy.role(), passed.getOrDefault(original.role(), 0));
        events.accept(new Event.Forked(original.role(), original.step(), copy.role()));
        return copy;
    }

    void freeze(Player player) {
        player.freeze();
        recordings.forget(player.role());
        events.accept(new Event.Frozen(player.role(), player.step()));
    }

    /** A task begins: one frozen twin, if the experiment wants one at each boundary. */
    void taskBegins(Player player) {
        if (frozenAtTasks && !player.isFrozen() && tasks.ended(player.role()) > 0) {
            frozenTwin(player, tasks.ended(player.role()));
        }
    }

    /** The step at which a player's next twin is wanted; the largest number if none is. */
    long nextStep(Player player) {
        int next = passed.getOrDefault(player.role(), 0);
        return player.isFrozen() || next >= wanted.size() ? Long.MAX_VALUE : wanted.get(next).step();
    }

    /** What is kept of all that a player meets, if it is: students study it as they go on, and imitators study that of their original. */
    Optional<OwnStream> stream(Player player) {
        boolean kept = !player.isFrozen() && (player.learner().isStudent() || isYetImitated(player));
        return kept ? Optional.of(recordings.stream(player)) : Optional.empty();
    }

    private boolean isYetImitated(Player player) {
        int from = Math.min(passed.getOrDefault(player.role(), 0), wanted.size());
        return Imitations.concerns(player) && wanted.subList(from, wanted.size()).stream().anyMatch(due -> due.imitation().isPresent());
    }

    /** An imitator has studied. Once there will be no other, nothing more is kept of its original. */
    void studied(Player twin, Player original) {
        freeze(twin);
        if (!original.learner().isStudent() && !isYetImitated(original) && !imitations.areStudying()) {
            recordings.forget(original.role());
        }
    }

    /** Makes the twins whose step has come. */
    void makeDue(Player player) {
        for (long step = nextStep(player); step <= player.step(); step = nextStep(player)) {
            Optional<Imitation> imitation = wanted.get(passed.merge(player.role(), 1, Integer::sum) - 1).imitation();
            if (imitation.isEmpty()) {
                frozenTwin(player, step);
            } else if (Imitations.concerns(player)) {
                imitator(player, imitation.get(), step);
            }
        }
    }

    /** A copy of a player that is about to change, not yet one of the cast. */
    Player unswapped(Player player) {
        return copy(player, player.role() + "/unswapped@" + player.step());
    }

    /** The copy goes on learning beside its original, on the same experience. */
    void accompany(Player player, Player copy) {
        recordings.copy(player, adopt(player, copy));
        tasks.accompany(player.role(), copy.role());
        twins.computeIfAbsent(player.role(), role -> new ArrayList<>()).add(copy);
    }

    private void frozenTwin(Player player, long name) {
        Player twin = adopt(player, copy(player, player.role() + "/frozen@" + name));
        freeze(twin);
        twins.computeIfAbsent(player.role(), role -> new ArrayList<>()).add(twin);
    }

    /** It studies when it is its turn to live. */
    private void imitator(Player player, Imitation imitation, long step) {
        Player twin = imitations.make(player, imitation, free(player.role() + "/" + imitation.kind() + "@" + step), recordings.stream(player).now());
        tasks.imitate(player.role(), twin.role());
        twins.computeIfAbsent(player.role(), role -> new ArrayList<>()).add(welcome(player, twin));
    }

    /** The player's learner is about to be made anew: copies of what it was have no part in that. */
    void drop(Player player) {
        List<Player> dropped = of(player);
        twins.remove(player.role());
        dropped.forEach(this::remove);
        dropped.forEach(twin -> tasks.forget(twin.role()));
        Closing.all(dropped.stream().<Runnable>map(twin -> twin::close).toList());
    }

    /** Nobody plays the role any more, nor those of its twins. */
    void leave(Player player) {
        drop(player);
        twins.values().forEach(list -> list.remove(player)); // the plan may name a twin, too
        remove(player);
        tasks.leave(player.role());
        player.close();
    }

    private void remove(Player player) {
        player.flushMeasurements();
        player.tellEarnings(events);
        tasks.accountRest(player);
        passed.remove(player.role());
        recordings.forget(player.role());
        players.remove(player.role());
    }

    Map<String, List<String>> saveTwins() {
        Map<String, List<String>> names = new TreeMap<>();
        twins.forEach((role, list) -> names.put(role, list.stream().map(Player::role).toList()));
        return names;
    }

    Map<String, Integer> savePassed() {
        return new TreeMap<>(passed);
    }

    List<RunState.OfStudy> saveStudies() {
        return imitations.save();
    }

    /** All players are there again. */
    void restore(Map<String, List<String>> names, Map<String, Integer> passedBefore, List<RunState.OfStudy> studies) {
        imitations.restore(studies);
        names.forEach((role, list) -> twins.put(role, new ArrayList<>(list.stream().map(players::get).toList())));
        passed.putAll(passedBefore);
    }
}
