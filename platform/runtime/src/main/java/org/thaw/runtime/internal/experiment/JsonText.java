package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.internal.configuration.Place;

/** JSON of files that people write: to the letter of RFC 8259, and no name given twice, which parsers pass over in silence. */
final class JsonText {
    private static final Pattern WHERE = Pattern.compile("(?s)(.*?) at line (\\d+) column (\\d+) path \\$\\.?(\\S*).*");

    private JsonText() {
    }

    /** @throws BadInputException with line and column if it is not JSON, with the path if a name is given twice */
    static JsonObject object(String text, Place place) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw place.problem("expected a JSON object, {…}, got " + words(reader.peek()));
            }
            JsonObject object = element(reader, place).getAsJsonObject();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw place.problem("something follows the end of the JSON object");
            }
            return object;
        } catch (IOException e) {
            throw new BadInputException(place.problem(sentence(String.valueOf(e.getMessage()))).getMessage(), e);
        }
    }

    private static JsonElement element(JsonReader reader, Place place) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                JsonObject object = new JsonObject();
                reader.beginObject();
                while (reader.hasNext()) {
                    String name = reader.nextName();
                    if (object.has(name)) {
                        throw place.field(name).problem("given twice; expected each name once");
                    }
                    object.add(name, element(reader, place.field(name)));
                }
                reader.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                JsonArray array = new JsonArray();
                reader.beginArray();
                while (reader.hasNext()) {
                    array.add(element(reader, place.element(array.size())));
                }
                reader.endArray();
                return array;
            }
            case NULL -> {
                reader.nextNull();
                return JsonNull.INSTANCE;
            }
            case BOOLEAN -> {
                return new JsonPrimitive(reader.nextBoolean());
            }
            case NUMBER -> {
                return new JsonPrimitive(new BigDecimal(reader.nextString()));
            }
            default -> {
                return new JsonPrimitive(reader.nextString());
            }
        }
    }

    private static String words(JsonToken token) {
        return token == JsonToken.BEGIN_ARRAY ? "a list" : token == JsonToken.NULL ? "null" : "a single value";
    }

    /** Gson's message without its advice for programmers. */
    private static String sentence(String said) {
        Matcher where = WHERE.matcher(said);
        if (!where.matches()) {
            return "not JSON: " + said;
        }
        String path = where.group(4).isEmpty() ? "" : ", in " + where.group(4);
        String problem = where.group(1).startsWith("Use JsonReader") ? "" : ": " + where.group(1).toLowerCase(Locale.ROOT);
        return "line " + where.group(2) + ", column " + where.group(3) + path + ": not JSON" + problem;
    }
}
