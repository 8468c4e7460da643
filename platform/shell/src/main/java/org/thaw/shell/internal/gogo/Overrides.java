package org.thaw.shell.internal.gogo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.ParameterInfo;
import org.thaw.runtime.catalog.UnknownPluginException;

/** What can be changed in an experiment's file: {@code learners.ewc.lambda=} and the like, with what each means. */
final class Overrides {
    private static final Map<String, Plugin.Kind> KINDS = Map.of("protocol", Plugin.Kind.PROTOCOL, "learner", Plugin.Kind.LEARNER, "learners", Plugin.Kind.LEARNER,
            "environment", Plugin.Kind.ENVIRONMENT, "environments", Plugin.Kind.ENVIRONMENT, "metrics", Plugin.Kind.METRIC);
    private static final List<ParameterInfo> FIELDS = List.of(
            new ParameterInfo("name", "text", "", "", "folder name of the results", ""),
            new ParameterInfo("seeds", "whole number", "1", "[1,*)", "how many seeds, or a list of them", ""),
            new ParameterInfo("lanes", "whole number", "1", "[1,*)", "lives of an agent at once", ""));

    private final Catalog catalog;

    Overrides(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Candidates for a word that begins like this one. Nothing if the file cannot be read: running it will say why. */
    List<Candidate> of(Path file, String word) {
        List<Candidate> candidates = new ArrayList<>();
        FIELDS.forEach(field -> add("", field, word, candidates));
        try {
            if (JsonParser.parseString(Files.readString(file)) instanceof JsonObject experiment) {
                for (Map.Entry<String, JsonElement> field : experiment.entrySet()) {
                    Plugin.Kind kind = KINDS.get(field.getKey());
                    if (kind != null) {
                        boolean one = kind == Plugin.Kind.PROTOCOL || field.getKey().equals("learner") || field.getKey().equals("environment");
                        plugins(field.getKey(), kind, field.getValue(), one).forEach(prefix ->
                                parameters(kind, prefix.plugin()).forEach(parameter -> add(prefix.path(), parameter, word, candidates)));
                    }
                }
            }
        } catch (IOException | JsonParseException e) {
            return candidates;
        }
        return candidates;
    }

    /** Hyperparameters of a plugin, for a word that begins like this one. */
    List<Candidate> of(Plugin.Kind kind, String plugin, String word) {
        List<Candidate> candidates = new ArrayList<>();
        parameters(kind, plugin).forEach(parameter -> add("", parameter, word, candidates));
        return candidates;
    }

    private record Prefix(String path, String plugin) {
    }

    private static Stream<Prefix> plugins(String field, Plugin.Kind kind, JsonElement json, boolean one) {
        if (one) {
            return Stream.of(new Prefix(field + ".", plugin(json, "")));
        }
        if (json instanceof JsonArray list) {
            return list.asList().stream().filter(JsonElement::isJsonPrimitive).map(each -> new Prefix(field + "." + each.getAsString() + ".", each.getAsString()));
        }
        return json instanceof JsonObject named
                ? named.entrySet().stream().map(each -> new Prefix(field + "." + each.getKey() + ".", plugin(each.getValue(), each.getKey()))) : Stream.empty();
    }

    private static String plugin(JsonElement json, String otherwise) {
        JsonElement id = json instanceof JsonObject object ? object.get("plugin") : json;
        return id != null && id.isJsonPrimitive() ? id.getAsString() : otherwise;
    }

    private List<ParameterInfo> parameters(Plugin.Kind kind, String plugin) {
        try {
            return catalog.find(kind, plugin).parameters();
        } catch (UnknownPluginException e) {
            return List.of();
        }
    }

    private static void add(String prefix, ParameterInfo parameter, String word, List<Candidate> candidates) {
        String key = prefix + parameter.name() + "=";
        if (word.startsWith(key)) {
            values(parameter).forEach(value -> candidates.add(new Candidate(key + value, value, null, null, null, null, true)));
        } else {
            String meaning = parameter.meaning() + (parameter.byDefault().isEmpty() ? "" : " (" + parameter.byDefault() + ")");
            candidates.add(new Candidate(key, key, null, meaning.isBlank() ? null : meaning, null, null, false));
        }
    }

    private static List<String> values(ParameterInfo parameter) {
        if (parameter.type().startsWith("one of ")) {
            return List.of(parameter.type().substring("one of ".length()).split(", "));
        }
        if (parameter.type().equals("true or false")) {
            return List.of("true", "false");
        }
        return parameter.byDefault().isEmpty() ? List.of() : List.of(parameter.byDefault());
    }
}
