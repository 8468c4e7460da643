package org.thaw.report.internal.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.internal.RunFixture;
import org.thaw.report.internal.data.ExperimentData;

class ResultsTest {
    private static ExperimentData experiment(Path runs, String learner) {
        Path folder = runs.resolve("e");
        for (long seed = 0; seed < 5; seed++) {
            new RunFixture(folder, "p", learner, "CURRENT_DATA", "w", seed).scalar("learner", "m", seed + 1).scalar("learner", "undefined", Double.NaN)
                    .scalar("learner/frozen@1", "m", 2).done();
        }
        return ExperimentData.read(folder);
    }

    @Test
    void aRowForEachLearnerAndTwinAndMetric(@TempDir Path runs) {
        String csv = ResultsCsv.write(ResultRow.of(experiment(runs, "q")));
        assertEquals(List.of("experiment,protocol,environment,learner,role,metric,seeds,mean,iqm,ci_low,ci_high",
                "e,p,w,q,learner,m,5,3.0,3.0,1.036756839,4.963243161",
                "e,p,w,q,learner,undefined,0,,,,",
                "e,p,w,q/frozen@1,learner/frozen@1,m,5,2.0,2.0,2.0,2.0", ""), List.of(csv.split("\r\n", -1)));
    }

    @Test
    void namesWithCommasQuotesAndLineEndsAreQuoted(@TempDir Path runs) {
        String csv = ResultsCsv.write(ResultRow.of(experiment(runs, "a,\"b\"\nc")));
        assertTrue(csv.contains("e,p,w,\"a,\"\"b\"\"\nc\",learner,m,5,"), csv);
    }

    @Test
    void theJsonHoldsTheValueOfEachSeed(@TempDir Path runs) {
        ExperimentData data = experiment(runs, "q");
        JsonObject json = JsonParser.parseString(ResultsJson.write(data, ResultRow.of(data))).getAsJsonObject();
        JsonObject first = json.getAsJsonArray("results").get(0).getAsJsonObject();
        assertEquals(4.0, first.getAsJsonObject("values").get("3").getAsDouble());
        assertEquals(3.0, first.get("mean").getAsDouble());
        JsonObject undefined = json.getAsJsonArray("results").get(1).getAsJsonObject();
        assertTrue(undefined.get("mean").isJsonNull());
    }
}
