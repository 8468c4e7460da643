package org.thaw.runtime.internal.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.Predictor;
import org.thaw.api.learner.Student;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.internal.configuration.Place;

/** Checks that every role of a protocol is played, by something that can play it, and that nobody is left without a role. */
final class Casting {
    private static final List<Class<?>> KNOWN = List.of(Agent.class, Student.class, Predictor.class, Actor.class, Learner.class, Simulator.class, World.class,
            TaskStream.class);
    private final String protocol;
    private final Place place;

    private Casting(String protocol, Place place) {
        this.protocol = protocol;
        this.place = place;
    }

    static void check(List<Role> roles, String protocol, List<Placed> learners, List<Placed> environments, Map<String, Placed> others, Place place) {
        Casting casting = new Casting(protocol, place);
        for (Role role : roles) {
            switch (role.name()) {
                case Role.LEARNER -> casting.play(role, learners, "learners");
                case Role.ENVIRONMENT -> casting.play(role, environments, "environments");
                default -> casting.play(role, others.containsKey(role.name()) ? List.of(others.get(role.name())) : List.of(), "roles." + role.name());
            }
        }
        casting.refuse(roles, Role.LEARNER, learners);
        casting.refuse(roles, Role.ENVIRONMENT, environments);
    }

    private void play(Role role, List<Placed> players, String field) {
        String needs = "the protocol " + protocol + " needs " + words(role.type()) + " as its " + role.name();
        if (players.isEmpty()) {
            throw place.field(field).problem("missing: " + needs);
        }
        for (Placed player : players) {
            var plugin = player.binding().plugin();
            if (!role.type().isAssignableFrom(plugin.product())) {
                throw player.place().problem(plugin.id() + " is " + words(plugin.product()) + ", but " + needs);
            }
        }
    }

    private void refuse(List<Role> roles, String name, List<Placed> players) {
        if (!players.isEmpty() && roles.stream().noneMatch(role -> role.name().equals(name))) {
            throw players.get(0).place().problem("the protocol " + protocol + " has no role \"" + name + "\"; its roles are: "
                    + String.join(", ", roles.stream().map(Role::name).toList()));
        }
    }

    /** The API's type that a plugin's class stands for, in words: {@code an agent}. */
    private static String words(Class<?> type) {
        String name = KNOWN.stream().filter(known -> known.isAssignableFrom(type)).findFirst().orElse(type).getSimpleName();
        String word = name.equals("TaskStream") ? "task stream (labelled examples)" : name.toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
