package org.thaw.report.internal.data;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.runtime.folder.Json;

/** The metrics known here, in the order in which tables show them; others are shown as they come. */
public final class MetricKinds {
    private final Map<String, MetricKind> known = new LinkedHashMap<>();
    private final Map<String, String> rules = new LinkedHashMap<>();

    /** Reads {@code metrics.json} and {@code rules.json}. */
    public MetricKinds() {
        for (MetricKind kind : read("metrics.json", MetricKind[].class)) {
            known.put(kind.id(), kind);
        }
        read("rules.json", JsonObject.class).entrySet().forEach(rule -> rules.put(rule.getKey(), rule.getValue().getAsString()));
    }

    private static <T> T read(String resource, Class<T> type) {
        try (Reader in = new InputStreamReader(MetricKinds.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return Json.COMPACT.fromJson(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a claim about a learner as a whole is supported and when refuted; {@code {path}} stands for a threshold. Empty if that is not known here. */
    public String rule(String claim) {
        return rules.getOrDefault(claim, "");
    }

    /** What is known of a metric; of one that is not known, that it is a number. */
    public MetricKind of(String id) {
        MetricKind kind = known.get(id);
        if (kind != null) {
            return kind;
        }
        String plain = id.replaceFirst("@\\d+$", "");
        if (known.containsKey(plain)) {
            // one of several of its kind, told apart by the step: too many for columns
            MetricKind base = known.get(plain);
            String which = " @ " + id.substring(plain.length() + 1);
            return new MetricKind(id, base.label() + which, base.shortLabel() + which, base.better(), base.fraction(), false, base.definition(), base.source());
        }
        for (int slash = id.lastIndexOf('/'); slash > id.indexOf('/'); slash = id.lastIndexOf('/', slash - 1)) {
            MetricKind base = known.get(id.substring(0, slash));
            if (base != null) {
                // of a part, such as a layer: too many for columns
                String which = ", " + id.substring(slash + 1);
                return new MetricKind(id, base.label() + which, base.shortLabel() + which, base.better(), base.fraction(), false, base.definition(), base.source());
            }
        }
        boolean cost = id.startsWith("cost");
        boolean variant = id.indexOf('/') >= 0 && known.containsKey(id.substring(0, id.indexOf('/')));
        return new MetricKind(id, id, id, MetricKind.Better.NEITHER, false, !cost && !variant, "", "");
    }

    /** The columns of the main table, out of the metrics that were found. */
    public List<MetricKind> main(Collection<String> found) {
        List<MetricKind> columns = new ArrayList<>(known.values().stream().filter(kind -> kind.main() && found.contains(kind.id())).toList());
        found.stream().filter(id -> !known.containsKey(id)).map(this::of).filter(MetricKind::main).forEach(columns::add);
        return columns;
    }
}
