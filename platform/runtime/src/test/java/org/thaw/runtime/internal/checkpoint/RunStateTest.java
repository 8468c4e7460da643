package org.thaw.runtime.internal.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.internal.recording.Moment;

class RunStateTest {
    private static RunState state() {
        RunState.OfPlugin plugin = new RunState.OfPlugin("walker", "walker", "1.0.0", "ab", new JsonObject());
        RunState.OfPlayer player = new RunState.OfPlayer("learner", "learner", plugin, "walker:1", Map.of(), Map.of(), 7, 7, "", List.of(), List.of(), Map.of(), 0, 0, 3, 2,
                "learner");
        return new RunState("hash", 0, List.of(), 0, RunState.Extent.none(), RunState.Extent.none(), 0, 0, List.of(player), Map.of(), Map.of(), Map.of(), 0, Map.of(), 0,
                new RunState.Midway(true, 5, 0, List.of(), List.of(), 9), List.of(new RunState.OfRecording("tape", new RunState.Extent(3, 4))),
                List.of(new RunState.OfStream("student", 1, false, new RunState.Extent(5, 6), 2)),
                List.of(new RunState.OfStudy("learner/imitation@7", "imitation", new Moment(3, List.of(4L, 5L)), 1, 30)));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(state(), Json.COMPACT.fromJson(Json.COMPACT.toJson(state()), RunState.class));
    }

    /** As before there were recordings and lifetimes. */
    @Test
    void anOlderCheckpointHasNoRecordingsAndIsInTheFirstLifetime() {
        JsonObject older = JsonParser.parseString(Json.COMPACT.toJson(state())).getAsJsonObject();
        older.remove("recordings");
        older.remove("streams");
        older.remove("studies");
        older.getAsJsonObject("midway").remove("studied");
        older.getAsJsonArray("players").get(0).getAsJsonObject().remove("lifetime");
        older.getAsJsonArray("players").get(0).getAsJsonObject().remove("born");
        older.getAsJsonArray("players").get(0).getAsJsonObject().remove("draws");
        RunState read = Json.COMPACT.fromJson(older, RunState.class);

        assertEquals(List.of(), read.recordings());
        assertEquals(List.of(), read.streams());
        assertEquals(List.of(), read.studies());
        assertEquals(0, read.midway().studied());
        assertEquals(0, read.players().get(0).lifetime());
        assertEquals(0, read.players().get(0).born());
        assertEquals("learner", read.players().get(0).draws());
    }

    @Test
    void aCueIsReadAsItWasWritten() {
        for (Cue cue : List.of(Cue.none(), Cue.none().withTask(2).withClasses(4, 5), Cue.none().withoutBoundaries(), Cue.none().withTask(1).withoutBoundaries())) {
            assertEquals(cue, Cues.read(Json.COMPACT.fromJson(Json.COMPACT.toJson(Cues.of(cue)), RunState.OfCue.class)));
        }
    }

    /** As before boundaries could be kept back. */
    @Test
    void anOlderCheckpointsCueTellsBoundaries() {
        assertEquals(Cue.none().withTask(3), Cues.read(Json.COMPACT.fromJson("{\"task\": 3, \"classes\": []}", RunState.OfCue.class)));
    }
}
