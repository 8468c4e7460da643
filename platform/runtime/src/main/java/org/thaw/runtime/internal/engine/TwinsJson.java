package org.thaw.runtime.internal.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Imitation;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.folder.Numbers;

/** Control arms as JSON. Where nobody is imitated nothing is said of it: what is hashed stays what it was before there were imitations. */
final class TwinsJson {
    private static final String TASKS = "frozenAtTasks";
    private static final String STEPS = "frozenAtSteps";
    private static final String IMITATIONS = "imitations";

    private TwinsJson() {
    }

    /** @param student how a plugin is written */
    static JsonObject write(Twins twins, Function<Binding, JsonElement> student) {
        JsonObject json = new JsonObject();
        json.addProperty(TASKS, twins.frozenAtTasks());
        json.add(STEPS, numbers(twins.frozenAtSteps()));
        if (!twins.imitations().isEmpty()) {
            JsonArray list = new JsonArray();
            for (Imitation each : twins.imitations()) {
                JsonObject imitation = new JsonObject();
                imitation.addProperty("name", each.name());
                imitation.add("at", numbers(each.at()));
                imitation.add("learner", student.apply(each.student()));
                imitation.addProperty("updates", each.updates());
                imitation.addProperty("from", new BigDecimal(Numbers.format(each.from())));
                list.add(imitation);
            }
            json.add(IMITATIONS, list);
        }
        return json;
    }

    /** @param student reads what the function of {@link #write} wrote */
    static Twins read(JsonObject json, Function<JsonElement, Binding> student) {
        List<Imitation> imitations = new ArrayList<>();
        if (json.has(IMITATIONS)) {
            for (JsonElement each : json.getAsJsonArray(IMITATIONS)) {
                JsonObject it = each.getAsJsonObject();
                imitations.add(new Imitation(it.get("name").getAsString(), numbers(it.getAsJsonArray("at")), student.apply(it.get("learner")), it.get("updates").getAsLong(),
                        it.get("from").getAsDouble()));
            }
        }
        return new Twins(json.has(TASKS) && json.get(TASKS).getAsBoolean(), json.has(STEPS) ? numbers(json.getAsJsonArray(STEPS)) : List.of(), imitations);
    }

    private static JsonArray numbers(List<Long> steps) {
        JsonArray list = new JsonArray();
        steps.forEach(list::add);
        return list;
    }

    private static List<Long> numbers(JsonArray list) {
        return list.asList().stream().map(JsonElement::getAsLong).toList();
    }
}
