package org.thaw.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads numbers off many finished runs: what needs a maximum over all, a reference run, or a test between learners.
 *
 * <p>The role of a finding names a learner of the experiment, {@code dqn}; or, after a slash, somebody who is compared with that learner, an <em>arm</em>:
 * {@code dqn/algorithm-distillation}. The names of findings begin with the summary's id. How they end tells a report what they are, whatever the summary:
 *
 * <ul>
 * <li>{@code n/low}, {@code n/high}: the 95% interval of the number {@code n}; {@code n/error}: its standard error. Of a series: a band around it.
 * <li>{@code c/verdict}: what became of a claim {@code c}: 1, supported; −1, refuted; 0, undetermined at this scale; NaN, not counted, as a gate was not passed.
 *     Who has numbers like those of the others but no verdict is a control. A report with verdicts begins with them.
 * <li>{@code n/p}, {@code n/p-holm}: how likely so clear a number is by chance, the latter corrected for all claims that were tested together. Such a
 *     number is what the verdict on {@code n}, or on what {@code n} stands directly below of, rests on.
 * <li>{@code n/supported-above} or {@code n/supported-below}, {@code n/refuted-above} or {@code n/refuted-below}: where the interval of {@code n} must lie. None of the
 *     latter two: nothing here would refute. Such a number is evidence, too.
 * <li>{@code n/counted-above}: a gate; a verdict counts only if the interval of {@code n} lies above it. Thresholds that are told of a learner hold for its arms.
 * <li>{@code c/not-counted/some-words}: 1 if that is why {@code c}'s verdict does not count; said of whom it is true, where no gate says it.
 * <li>{@code c/failed-as-expected}: of a negative control, which has no verdict, whether it failed: 1 or 0; NaN if that cannot be told.
 * <li>{@code c/frozen-at}: at which place of the curves arms were frozen; {@code c/own-gain}: what an arm gained by itself from there on. An arm
 *     that is frozen (as events of its runs tell) and gains has adapted in its context.
 * <li>{@code c/complexity/what}: a measure of the learner itself, such as {@code updates} or {@code state-bytes}, against which evidence is drawn.
 * </ul>
 */
@ConsumerType
public interface Summary {
    /** Takes the next run. */
    void on(RunView run);

    /** Says what was found; roles name learners of the experiment, and arms. */
    void report(Findings out);
}
