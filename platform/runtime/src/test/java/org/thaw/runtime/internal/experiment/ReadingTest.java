package org.thaw.runtime.internal.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.folder.ExperimentCase;

class ReadingTest {
    @Test
    void onlyALearnerThatOtherCasesHaveTooIsToldWithTheCase() {
        ExperimentCase room = ExperimentCase.of(JsonParser.parseString("{\"cases\": {\"room\": {}}}").getAsJsonObject()).get(0);
        Reading reading = new Reading(null, List.of(room), Set.of("dqn"));
        assertEquals(List.of("dqn in room", "dqn in room/twin", "dqn in hall in room/twin", "dqn-8", "dqn-8 in hall", "other/dqn"),
                Stream.of("dqn", "dqn/twin", "dqn in hall/twin", "dqn-8", "dqn-8 in hall", "other/dqn").map(reading::role).toList());
    }
}
