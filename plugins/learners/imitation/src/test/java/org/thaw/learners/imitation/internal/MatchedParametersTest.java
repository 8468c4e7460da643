package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Place;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.QuietContext;

/** In the ready experiments of imitation no neural student has more than twice the parameters of another: what one can and another cannot is not a matter of size. */
class MatchedParametersTest {
    private static final Path EXPERIMENTS = Path.of("../../../config/experiments");

    /** Here students differ in size on purpose. */
    private static final String SIZES = "frozen-or-thawed-trends.json";

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("frozen-or-thawed") && name.endsWith(".json") && !name.equals(SIZES)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void neuralStudentsHaveAsManyParametersWithinAFactorOfTwo(String file) throws IOException {
        JsonObject experiment = JsonParser.parseString(Files.readString(EXPERIMENTS.resolve(file))).getAsJsonObject();
        for (ExperimentCase each : ExperimentCase.of(experiment)) {
            Map<String, Long> parameters = parameters(each.fields(), new Place(file, each.name()));
            assertFalse(parameters.size() < 2, () -> "there is nothing to compare: " + parameters);
            long most = Collections.max(parameters.values());
            assertTrue(most <= 2 * Collections.min(parameters.values()), () -> file + " " + each.name() + ": " + parameters);
        }
    }

    private static Map<String, Long> parameters(JsonObject experiment, Place place) {
        Map<String, Long> parameters = new TreeMap<>();
        Signature signature = ReadyWorlds.signature(experiment);
        for (Map.Entry<String, JsonElement> role : experiment.getAsJsonObject("roles").entrySet()) {
            JsonObject given = role.getValue().isJsonObject() ? role.getValue().getAsJsonObject().deepCopy() : new JsonObject();
            JsonElement id = role.getValue().isJsonObject() ? given.remove("plugin") : role.getValue();
            parameters(id.getAsString(), given, place.field("roles." + role.getKey()), signature).forEach(count -> parameters.put(role.getKey(), count));
        }
        return parameters;
    }

    /** How many a learner of this module has; nothing for plugins of others. */
    private static List<Long> parameters(String id, JsonObject given, Place place, Signature signature) {
        List<Long> counts = new ArrayList<>();
        count(id, new BehaviourCloning.Factory(), BehaviourCloning.Config.class, given, place, signature, counts);
        count(id, new AlgorithmDistillation.Factory(), AlgorithmDistillation.Config.class, given, place, signature, counts);
        count(id, new RecurrentImitator.Factory(), RecurrentImitator.Config.class, given, place, signature, counts);
        count(id, new DecisionPretrained.Factory(), DecisionPretrained.Config.class, given, place, signature, counts);
        count(id, new Rl2.Factory(), Rl2.Config.class, given, place, signature, counts);
        assertTrue(counts.size() <= 1, id);
        return counts;
    }

    private static <C extends Record> void count(String id, LearnerFactory<C, ? extends Learner> factory, Class<C> type, JsonObject given, Place place, Signature signature, List<Long> to) {
        if (factory.getClass().getAnnotation(Plugin.class).id().equals(id)) {
            Learner learner = factory.create(Configurations.read(given, type, place), signature, new QuietContext(1));
            long bytes = MemoryState.of(learner).bytes(StateKind.PARAMETER);
            assertEquals(0, bytes % Float.BYTES);
            to.add(bytes / Float.BYTES);
        }
    }
}
