package org.thaw.runtime.internal.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.configuration.Place;

/** Checks that every role of a protocol is played, by something that can play it. */
final class Casting {
    private Casting() {
    }

    static void check(Protocol protocol, String id, List<Binding> learners, List<Binding> environments, Map<String, Binding> roles, Place place) {
        boolean learnerRole = false;
        boolean environmentRole = false;
        for (Role role : protocol.roles()) {
            if (role.name().equals(Role.LEARNER)) {
                learnerRole = true;
                players(role, learners, "learners", id, place);
            } else if (role.name().equals(Role.ENVIRONMENT)) {
                environmentRole = true;
                players(role, environments, "environments", id, place);
            } else {
                players(role, roles.containsKey(role.name()) ? List.of(roles.get(role.name())) : new ArrayList<>(), "roles." + role.name(), id, place);
            }
        }
        refuse(learnerRole, learners, "learners", Role.LEARNER, id, place);
        refuse(environmentRole, environments, "environments", Role.ENVIRONMENT, id, place);
    }

    private static void players(Role role, List<Binding> players, String field, String protocol, Place place) {
        if (players.isEmpty()) {
            throw place.field(field).problem("missing: the protocol " + protocol + " needs " + words(role.type()) + " as its " + role.name());
        }
        for (Binding player : players) {
            if (!role.type().isAssignableFrom(player.plugin().product())) {
                throw place.field(field).problem(player.plugin().id() + " is " + words(player.plugin().product()) + ", but the protocol " + protocol + " needs "
                        + words(role.type()) + " as its " + role.name());
            }
        }
    }

    private static void refuse(boolean wanted, List<Binding> players, String field, String role, String protocol, Place place) {
        if (!wanted && !players.isEmpty()) {
            throw place.field(field).problem("the protocol " + protocol + " has no role \"" + role + "\"");
        }
    }

    /** The API's type that a plugin's class stands for, in words: {@code an agent}. */
    static String words(Class<?> type) {
        List<Class<?>> known = List.of(org.thaw.api.learner.Agent.class, org.thaw.api.learner.Student.class, org.thaw.api.learner.Predictor.class,
                org.thaw.api.learner.Actor.class, org.thaw.api.environment.Simulator.class, org.thaw.api.environment.World.class,
                org.thaw.api.environment.TaskStream.class);
        String name = known.stream().filter(k -> k.isAssignableFrom(type)).findFirst().map(Class::getSimpleName).orElse(type.getSimpleName());
        String word = name.equals("TaskStream") ? "task stream (labelled examples)" : name.toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
