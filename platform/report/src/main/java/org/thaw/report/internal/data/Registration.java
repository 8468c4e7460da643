package org.thaw.report.internal.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.thaw.runtime.folder.ExperimentCase;

/**
 * What an experiment's file said of its summaries when the first run was started, against what it says now: thresholds that were chosen when results could be seen
 * are no thresholds.
 *
 * @param first the file as it was then; empty if that was not kept
 * @param now   the file as it is
 */
public record Registration(JsonObject first, JsonObject now) {
    private static final String PLUGIN = "plugin";

    /** Whether anything is known of what was fixed. */
    public boolean known() {
        return first.size() > 0;
    }

    /** What the file says of a summary, plain values only: {@code supportedAbove 0.5}. The first of a case's own begins with its name: {@code bandit: window 50}. */
    public List<String> settings(String summary) {
        List<String> values = new ArrayList<>();
        entries(now, summary).forEach((in, entries) -> {
            List<String> here = entries.stream().flatMap(entry -> entry.entrySet().stream()).filter(field -> field.getValue().isJsonPrimitive() && !field.getKey().equals(PLUGIN))
                    .map(field -> field.getKey() + " " + field.getValue().getAsString()).toList();
            for (int i = 0; i < here.size(); i++) {
                values.add((i > 0 || in.isEmpty() ? "" : in + ": ") + here.get(i));
            }
        });
        return values;
    }

    /** A sentence on what was changed in a summary since the first run was started; empty if nothing was, or nothing is known. */
    public String changed(String summary) {
        Map<String, List<JsonObject>> was = entries(first, summary);
        Map<String, List<JsonObject>> is = entries(now, summary);
        if (!known() || was.equals(is)) {
            return "";
        }
        List<String> changes = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(is.keySet());
        all.addAll(was.keySet());
        all.forEach(in -> changes(was.getOrDefault(in, List.of()), is.getOrDefault(in, List.of())).forEach(change -> changes.add((in.isEmpty() ? "" : "in the case " + in + " ") + change)));
        return changes.isEmpty() ? "" : summary + " was changed after the first run was started: " + String.join("; ", changes) + ".";
    }

    private static List<String> changes(List<JsonObject> was, List<JsonObject> is) {
        List<String> changes = new ArrayList<>();
        if (was.size() != is.size()) {
            changes.add("it is listed " + is.size() + " times, and was " + was.size() + " times");
        }
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            Set<String> fields = new LinkedHashSet<>(is.get(i).keySet());
            fields.addAll(was.get(i).keySet());
            for (String field : fields) {
                Optional<JsonElement> before = Optional.ofNullable(was.get(i).get(field));
                Optional<JsonElement> after = Optional.ofNullable(is.get(i).get(field));
                if (!before.equals(after)) {
                    boolean plain = Stream.of(before, after).flatMap(Optional::stream).allMatch(JsonElement::isJsonPrimitive);
                    changes.add(field + (plain ? " is " + said(after) + " and was " + said(before) : ""));
                }
            }
        }
        return changes;
    }

    private static String said(Optional<JsonElement> value) {
        return value.map(JsonElement::toString).orElse("not given");
    }

    /** By case: its own, and under no name the file's, which hold for the cases that have none of their own. */
    private static Map<String, List<JsonObject>> entries(JsonObject file, String summary) {
        Map<String, List<JsonObject>> entries = new LinkedHashMap<>();
        for (ExperimentCase each : ExperimentCase.of(file)) {
            entries.putIfAbsent(each.summarised() ? each.name() : "", entries(each.fields().get(ExperimentCase.SUMMARIES), summary));
        }
        entries.values().removeIf(List::isEmpty);
        return entries;
    }

    private static List<JsonObject> entries(JsonElement summaries, String summary) {
        List<JsonObject> entries = new ArrayList<>();
        if (summaries instanceof JsonArray list) {
            list.forEach(each -> {
                JsonObject entry = each instanceof JsonObject object ? object : new JsonObject();
                JsonElement id = each instanceof JsonObject object ? object.get(PLUGIN) : each;
                if (id instanceof JsonPrimitive plugin && plugin.getAsString().replaceFirst("@.*", "").equals(summary)) {
                    entries.add(entry);
                }
            });
        }
        return entries;
    }
}
