package org.thaw.report.internal.data.claims;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A claim of a summary about a learner or one of its arms, and what became of it.
 *
 * @param name     the finding without its end: {@code long-term-gap-verdict}, {@code long-term-gap-verdict/L2}
 * @param learner  a learner of the experiment
 * @param arm      who is compared with it; empty if the claim is about the learner as a whole
 * @param evidence the numbers that the verdict rests on; may be empty
 * @param failed   gates that were not passed
 */
public record Claim(String name, String learner, String arm, Verdict verdict, List<Evidence> evidence, List<Gate> failed) {
    /**
     * A gate that was not passed.
     *
     * @param words with its numbers
     * @param brief as short as can be
     */
    public record Gate(String words, String brief) {
    }

    /** A number, and where it must lie. */
    public record Evidence(Quantity quantity, Bounds bounds) {
    }

    /** Whether it is about the learner as a whole. */
    public boolean whole() {
        return arm.isEmpty();
    }

    /** In words, with the gates that were not passed. */
    public String words() {
        return verdict.words + (reasons().isEmpty() ? "" : ": " + reasons().stream().map(Gate::words).collect(Collectors.joining("; ")));
    }

    /** The same in few words. */
    public String brief() {
        return verdict.words + (reasons().isEmpty() ? "" : ": " + why());
    }

    /** Why it does not count, in few words; empty if it does, or nobody said. */
    public String why() {
        return reasons().stream().map(Gate::brief).distinct().collect(Collectors.joining("; "));
    }

    /** Why it does not count; none if it does. */
    public List<Gate> reasons() {
        return verdict == Verdict.NOT_COUNTED ? failed : List.of();
    }
}
