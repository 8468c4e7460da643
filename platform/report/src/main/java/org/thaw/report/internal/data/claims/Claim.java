package org.thaw.report.internal.data.claims;

import java.util.List;

/**
 * A claim of a summary about a learner or one of its arms, and what became of it.
 *
 * @param name     the finding without its end: {@code long-term-gap-verdict}, {@code long-term-gap-verdict/L2}
 * @param learner  a learner of the experiment
 * @param arm      who is compared with it; empty if the claim is about the learner as a whole
 * @param evidence the numbers that the verdict rests on; may be empty
 * @param failed   gates that were not passed, a phrase each
 */
public record Claim(String name, String learner, String arm, Verdict verdict, List<Evidence> evidence, List<String> failed) {
    /** A number, and where it must lie. */
    public record Evidence(Quantity quantity, Bounds bounds) {
    }

    /** Whether it is about the learner as a whole. */
    public boolean whole() {
        return arm.isEmpty();
    }

    /** In words, with the gates that were not passed. */
    public String words() {
        return verdict.words + (verdict == Verdict.NOT_COUNTED && !failed.isEmpty() ? ": " + String.join("; ", failed) : "");
    }
}
