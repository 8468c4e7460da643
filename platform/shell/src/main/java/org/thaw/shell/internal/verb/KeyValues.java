package org.thaw.shell.internal.verb;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.thaw.runtime.experiment.BadInputException;

/** Hyperparameters as people type them: {@code lambda=100}, {@code hidden=[100,100]}, {@code optimiser.rate=0.1}. */
final class KeyValues {
    private KeyValues() {
    }

    static JsonObject json(List<String> words) {
        JsonObject all = new JsonObject();
        for (String word : words) {
            int equals = word.indexOf('=');
            List<String> path = List.of(word.substring(0, Math.max(0, equals)).split("\\.", -1));
            if (equals < 1 || path.contains("")) {
                throw new BadInputException("\"" + word + "\": expected hyperparameter=value, such as lambda=100");
            }
            JsonObject object = all;
            for (String part : path.subList(0, path.size() - 1)) {
                if (!(object.get(part) instanceof JsonObject)) {
                    object.add(part, new JsonObject());
                }
                object = object.getAsJsonObject(part);
            }
            object.add(path.get(path.size() - 1), value(word.substring(equals + 1)));
        }
        return all;
    }

    /** JSON, or else a text: what needs no quotes in a sentence needs none here. */
    private static JsonElement value(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            boolean word = parsed instanceof JsonPrimitive primitive && primitive.isString() && !text.startsWith("\"");
            boolean nothing = parsed.isJsonNull() && !text.equals("null");
            return word || nothing ? new JsonPrimitive(text) : parsed;
        } catch (JsonParseException e) {
            return new JsonPrimitive(text);
        }
    }
}
