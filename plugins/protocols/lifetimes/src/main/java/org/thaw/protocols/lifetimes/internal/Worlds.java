package org.thaw.protocols.lifetimes.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Role;

/** Several worlds, by the names of their roles, for one agent. */
final class Worlds {
    static final String NAMES = "the worlds, by the names that the experiment's \"roles\" gives them";
    private static final String WELL_FORMED = "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?";

    private Worlds() {
    }

    /**
     * Checks a list of names.
     *
     * @throws IllegalArgumentException if there are too few, or one is malformed, taken or listed twice
     */
    static List<String> checked(List<String> names, int least) {
        List<String> known = new ArrayList<>();
        for (String name : names) {
            if (!name.matches(WELL_FORMED)) {
                throw new IllegalArgumentException("worlds: \"" + name + "\" cannot name a role; expected letters, digits, and . _ - between them, such as \"blocking-maze\"");
            }
            if (name.equals(Role.LEARNER)) {
                throw new IllegalArgumentException("worlds: \"" + name + "\" is the role of the agent; give the world another name");
            }
            if (known.contains(name)) {
                throw new IllegalArgumentException("worlds: \"" + name + "\" is listed twice; expected each world once");
            }
            known.add(name);
        }
        if (known.size() < least) {
            throw new IllegalArgumentException("worlds: " + known + ", expected the names of at least " + least + " roles, such as [\"first\", \"second\"], each bound to a world under the experiment's \"roles\"");
        }
        return List.copyOf(known);
    }

    /** An agent and these worlds. */
    static List<Role> roles(List<String> names) {
        return Stream.concat(Stream.of(Role.learner(Agent.class)), names.stream().map(name -> new Role(name, World.class))).toList();
    }

    /**
     * What an agent must be made for to live in all of them.
     *
     * @throws IllegalArgumentException if none could; the message names the two that do not go together
     */
    static Signature union(List<String> names, Planning planning) {
        Signature union = planning.signature(names.get(0));
        for (String name : names.subList(1, names.size())) {
            Signature next = planning.signature(name);
            try {
                if (next.output() instanceof Space.Real && !next.output().equals(union.output())) {
                    throw new IllegalArgumentException("real actions must be the same in all worlds, but there are " + union.output() + " and " + next.output());
                }
                union = union.union(next);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("no agent can live in \"" + name + "\" and in " + names.subList(0, names.indexOf(name)) + ": " + e.getMessage(), e);
            }
        }
        return union;
    }
}
