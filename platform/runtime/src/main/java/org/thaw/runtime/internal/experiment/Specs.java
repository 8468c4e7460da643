package org.thaw.runtime.internal.experiment;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Plugin;
import org.thaw.api.Spec;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Nearest;
import org.thaw.runtime.internal.configuration.Place;

/** The plugins that a plugin's configuration names: what wrappers wrap and composed learners are made of. */
public final class Specs {
    /**
     * A plugin that is named.
     *
     * @param reference how, {@code breakout@1.2.0}
     */
    public record Part(String reference, PluginEntry entry) {
    }

    private static final List<Plugin.Kind> KINDS = List.of(Plugin.Kind.LEARNER, Plugin.Kind.ENVIRONMENT);

    private final Catalog catalog;
    private final List<Part> found = new ArrayList<>();

    private Specs(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Those of a configuration, and those that these name in their turn.
     *
     * @throws BadInputException if one is unknown or is not configured as it should be
     */
    public static List<Part> of(Record configuration, Catalog catalog, Place place) {
        Specs specs = new Specs(catalog);
        specs.record(configuration, place);
        return List.copyOf(specs.found);
    }

    private void record(Record configuration, Place place) {
        for (RecordComponent component : configuration.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                value(component.getAccessor().invoke(configuration), place.field(component.getName()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(configuration.getClass() + "." + component.getName() + " cannot be read", e);
            }
        }
    }

    private void value(Object value, Place place) {
        if (value instanceof Spec spec) {
            spec(spec, place);
        } else if (value instanceof Record nested) {
            record(nested, place);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                value(list.get(i), place.element(i));
            }
        }
    }

    /** A spec does not say whether it names a learner or an environment; where an id is both, the one that its configuration fits. */
    private void spec(Spec spec, Place place) {
        List<PluginEntry> candidates = candidates(spec, place);
        BadInputException misfit = null;
        for (PluginEntry candidate : candidates) {
            int before = found.size();
            try {
                Record configuration = Configurations.read(Configurations.write(spec.with()), candidate.configuration(), place);
                found.add(new Part(spec.id(), candidate));
                record(configuration, place);
                return;
            } catch (BadInputException e) {
                found.subList(before, found.size()).clear();
                misfit = misfit == null ? e : misfit;
            }
        }
        throw misfit;
    }

    private List<PluginEntry> candidates(Spec spec, Place place) {
        List<PluginEntry> candidates = new ArrayList<>();
        String problem = "";
        for (Plugin.Kind kind : KINDS) {
            try {
                candidates.add(catalog.find(kind, spec.id()));
            } catch (UnknownPluginException e) {
                boolean known = catalog.entries(kind).stream().anyMatch(entry -> entry.id().equals(spec.plugin()));
                problem = known ? e.getMessage() : problem;
            }
        }
        if (candidates.isEmpty()) {
            List<String> ids = KINDS.stream().flatMap(kind -> catalog.entries(kind).stream()).map(PluginEntry::id).distinct().toList();
            throw place.problem(problem.isEmpty() ? "unknown plugin \"" + spec.plugin() + "\"; " + Nearest.hint(spec.plugin(), ids) : problem);
        }
        return candidates;
    }
}
