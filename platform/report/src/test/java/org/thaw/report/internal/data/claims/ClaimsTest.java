package org.thaw.report.internal.data.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.runtime.folder.RunFindings;

class ClaimsTest {
    private final List<RunFindings.Scalar> told = new ArrayList<>();

    private ClaimsTest tell(String role, String metric, double... valueAndInterval) {
        told.add(new RunFindings.Scalar(role, metric, valueAndInterval[0]));
        if (valueAndInterval.length > 1) {
            told.add(new RunFindings.Scalar(role, metric + "/low", valueAndInterval[1]));
            told.add(new RunFindings.Scalar(role, metric + "/high", valueAndInterval[2]));
        }
        return this;
    }

    private Claims claims() {
        return new Claims(new ExperimentData("e", new JsonObject(), new JsonObject(), List.of(), List.of(), new RunFindings(told, List.of(), List.of()), List.of()));
    }

    @Test
    void numbersWithoutVerdictsClaimNothing() {
        tell("dqn", "reliable/iqm", 0.6, 0.5, 0.7);
        assertTrue(claims().names().isEmpty());
        assertTrue(claims().learners().isEmpty());
    }

    @Test
    void aClaimCanHaveParts() {
        tell("q", "s/verdict", 0).tell("q/x", "s/L2/ratio", 0.4, 0.3, 0.5).tell("q/x", "s/L2/ratio/p", 0.01).tell("q/x", "s/L2/verdict", 1).tell("q/x", "s/verdict", 0);
        assertEquals(List.of("s", "s/L2"), claims().names());
        Claim part = claims().about("s/L2", "q").get(0);
        assertEquals(Verdict.SUPPORTED, part.verdict());
        assertEquals("L2 ratio 0.40 (0.30 … 0.50), p = 0.01", part.evidence().get(0).quantity().label() + " " + part.evidence().get(0).quantity().text() + ", " + part.evidence().get(0).quantity().odds());
    }

    @Test
    void aVerdictOnANumberRestsOnThatNumber() {
        tell("q/x", "s/delta", 0.2, 0.1, 0.3).tell("q/x", "s/delta/p", 0.01).tell("q/x", "s/delta/verdict", 1);
        assertEquals(Set.of("s/delta"), claims().evidence("s/delta"));
        assertEquals("s/delta", claims().about("s/delta", "q").get(0).evidence().get(0).quantity().metric());
    }

    @Test
    void thresholdsOfTheLearnerHoldForItsArmsUnlessTheyHaveTheirOwn() {
        tell("q", "s/gap/supported-above", 0.5).tell("q", "s/gap/refuted-below", 0.2);
        tell("q/x", "s/gap", 1, 0.9, 1.1).tell("q/x", "s/verdict", 1).tell("q/control", "s/gap", 0, -0.1, 0.1).tell("q/control", "s/gap/supported-below", 0.5).tell("q/control", "s/verdict", 1);
        List<Claim> claims = claims().about("s", "q");
        assertEquals("supported if the interval lies above 0.5, refuted if below 0.2", claims.get(0).evidence().get(0).bounds().words());
        assertEquals("supported if the interval lies below 0.5; nothing here would refute", claims.get(1).evidence().get(0).bounds().words());
    }

    @Test
    void aGateThatFailsIsToldWithItsNumber() {
        tell("q", "s/headroom", 0.3, 0.1, 0.5).tell("q", "s/headroom/counted-above", 0.2).tell("q", "s/lifetimes", 6).tell("q", "s/lifetimes/counted-above", 29);
        tell("q/x", "s/verdict", Double.NaN).tell("q/x", "s/ratio", 1, 0.95, 1.05).tell("q", "s/ratio/counted-above", 0.9);
        Claim claim = claims().about("s", "q").get(0);
        assertEquals("not counted: headroom 0.30 (0.10 … 0.50) does not lie above 0.2; lifetimes 6 does not lie above 29", claim.words());
    }

    @Test
    void aGateThatFailsCanBeToldInFewWords() {
        tell("q", "s/verdict", 0).tell("q/x", "s/verdict", Double.NaN).tell("q/x", "s/lifetimes", 6).tell("q/x", "s/lifetimes/counted-above", 29);
        tell("q/x", "s/ratio", 0.8, 0.7, 0.9).tell("q/x", "s/ratio/counted-above", 0.9).tell("q/x", "s/not-counted/listed-as-frozen-but-was-not", 1);
        Claim claim = claims().about("s", "q").get(1);
        assertEquals("not counted: too few lifetimes: 6 of 30; ratio not above 0.9; listed as frozen but was not", claim.brief());
    }

    @Test
    void aRuleNamesTheThresholdsThatWereTold() {
        tell("q", "s/verdict", 0).tell("q", "s/rule/reached", 0.8).tell("q/x", "s/verdict", 0).tell("q/x", "s/rule/own", 2);
        Claim whole = claims().about("s", "q").get(0);
        assertEquals("below 0.8 or not", claims().rule(whole, "below {rule/reached} or not"));
        assertEquals("", claims().rule(whole, "below {rule/own}"), "of an arm only");
        assertEquals("0.8 and 2", claims().rule(claims().about("s", "q").get(1), "{rule/reached} and {rule/own}"));
    }

    @Test
    void ofWhoHasNoVerdictItMayBeToldThatItFailedAsItShould() {
        tell("q/x", "s/gap", 1, 0.9, 1.1).tell("q/x", "s/gap/p", 0.01).tell("q/x", "s/verdict", 1);
        for (String control : List.of("1", "0", "NaN")) {
            tell("q/" + control, "s/gap", 1, 0.9, 1.1).tell("q/" + control, "s/failed-as-expected", Double.parseDouble(control));
        }
        assertEquals(List.of(Verdict.SUPPORTED, Verdict.FAILED_AS_EXPECTED, Verdict.DID_NOT_FAIL, Verdict.NONE), claims().about("s", "q").stream().map(Claim::verdict).toList());
    }

    @Test
    void aGateOfTheWholeSummaryIsToldForItsPartsToo() {
        tell("q/x", "s/L2/ratio", 0.4, 0.3, 0.5).tell("q/x", "s/L2/ratio/p", 0.01).tell("q/x", "s/L2/verdict", Double.NaN);
        tell("q/x", "s/snapshot-ratio", 0.8, 0.7, 0.9).tell("q/x", "s/snapshot-ratio/counted-above", 0.9).tell("q/x", "s/verdict", Double.NaN);
        assertEquals("not counted: snapshot ratio 0.80 (0.70 … 0.90) does not lie above 0.9", claims().about("s/L2", "q").get(0).words());
    }

    @Test
    void learnersAreOrderedByTheComplexityThatWasTold() {
        tell("dqn", "s/verdict", 0).tell("dqn", "s/complexity/updates", 20_000).tell("dqn", "s/complexity/state-bytes", 123_456);
        tell("bandit", "s/verdict", 0).tell("bandit", "s/complexity/updates", 100).tell("bandit", "s/complexity/state-bytes", 80);
        assertEquals(List.of("bandit", "dqn"), claims().learners());
        assertEquals("20,000 updates, state 123.5 kB", claims().complexity("dqn"));
    }
}
