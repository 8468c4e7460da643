package org.thaw.runtime.toys;

import java.util.List;
import java.util.function.UnaryOperator;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.catalog.Entries;

/** A protocol that a test writes down. */
public final class Scripted {
    private Scripted() {
    }

    /** Its phases. */
    public interface Script {
        Iterable<Phase> plan(Planning planning);
    }

    public record None() {
    }

    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "scripted", summary = "What a test says.")
    public static final class Factory implements ProtocolFactory<None> {
        private final List<Role> roles;
        private final UnaryOperator<String> worlds;
        private final Script script;

        Factory(List<Role> roles, UnaryOperator<String> worlds, Script script) {
            this.roles = roles;
            this.worlds = worlds;
            this.script = script;
        }

        @Override
        public Protocol create(None configuration) {
            return new Protocol() {
                @Override
                public List<Role> roles() {
                    return roles;
                }

                @Override
                public Iterable<Phase> plan(Planning planning) {
                    return script.plan(planning);
                }

                @Override
                public Signature signature(String learner, Planning planning) {
                    return planning.signature(worlds.apply(learner));
                }
            };
        }
    }

    public static PluginEntry of(List<Role> roles, Script script) {
        return of(roles, learner -> Role.ENVIRONMENT, script);
    }

    /** @param worlds the environment whose signature a learner's role has */
    public static PluginEntry of(List<Role> roles, UnaryOperator<String> worlds, Script script) {
        return Entries.of(new Factory(roles, worlds, script));
    }
}
