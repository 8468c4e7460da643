package org.thaw.learners.inference.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/**
 * The latest episodes of one life, what was observed and done in each and what it earned: a scratchpad. Of each it keeps a bounded number of steps, the
 * first ones. An episode that was not seen from its first step to its last cannot be retrieved.
 */
final class EpisodeMemory implements Stateful {
    private final Rows rows;
    private final int steps;
    /** One more than episodes that can be retrieved: the present one has a place too. */
    private final int places;
    private final float[] observations;
    private final int[] actions;
    private final int[] lengths;
    private final double[] returns;
    private final float[] latest;
    /** Places of the best episodes, the best first; derived. */
    private final int[] best;
    private int bestCount;
    private int present;
    private int finished;
    private boolean open;
    private boolean whole;
    private double worst = Double.MAX_VALUE;

    /**
     * Where it stands.
     *
     * @param present  the place of the present episode
     * @param finished how many episodes there are besides
     * @param open     whether the present one has begun
     * @param whole    whether that was seen from its first step on
     * @param worst    the least return of all finished episodes of this life
     */
    public record Now(int present, int finished, boolean open, boolean whole, double worst) {
    }

    /**
     * @param episodes how many are kept
     * @param steps    how many steps of each
     * @param most     how many of the best are retrieved at once
     */
    EpisodeMemory(Rows rows, int episodes, int steps, int most) {
        this.rows = rows;
        this.steps = steps;
        places = episodes + 1;
        observations = new float[Math.multiplyExact(Math.multiplyExact(places, steps), rows.width())];
        actions = new int[places * steps];
        lengths = new int[places];
        returns = new double[places];
        latest = new float[rows.width()];
        best = new int[most];
    }

    /** Takes in a step: what was done in the one before it is known now. */
    void meet(Step step) {
        if (step.isFirst()) {
            lengths[present] = 0;
            returns[present] = 0;
            whole = true;
        } else if (open) {
            if (lengths[present] < steps && step.previousAction().chosen()) {
                int at = present * steps + lengths[present]++;
                System.arraycopy(latest, 0, observations, at * rows.width(), rows.width());
                actions[at] = step.previousAction().index();
            }
            returns[present] += step.reward();
        }
        rows.write(step, latest, 0);
        open = !step.isLast();
        if (!open && whole) {
            worst = Math.min(worst, returns[present]);
            finished = Math.min(finished + 1, places - 1);
            present = (present + 1) % places;
            rank();
        }
        whole &= open;
    }

    /** Finds the best episodes, of equal ones the latest first. One that earned no more than the worst of this life is not worth repeating. */
    private void rank() {
        bestCount = 0;
        for (int back = 1; back <= finished; back++) {
            int place = (present - back + places) % places;
            if (returns[place] <= worst || bestCount == best.length && returns[place] <= returns[best[bestCount - 1]]) {
                continue;
            }
            int at = bestCount < best.length ? bestCount++ : bestCount - 1;
            for (; at > 0 && returns[best[at - 1]] < returns[place]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = place;
        }
    }

    /**
     * Writes what the best episodes did when they were last where this life is now, weighted by exp(return / temperature); of episodes that were never there,
     * nothing. Temperature 0 asks the best alone of those that were there.
     *
     * @param here   the latest step that it met
     * @param radius how far from here still counts as here
     * @return whether anything was found that is legal; then the weights sum to 1
     */
    boolean retrieve(Step here, double radius, double temperature, double[] into) {
        Arrays.fill(into, 0);
        double sum = 0;
        double greatest = 0;
        for (int i = 0; i < bestCount; i++) {
            int action = doneHere(best[i], radius);
            if (action < 0 || !here.legal()[action] || sum > 0 && temperature == 0) {
                continue;
            }
            greatest = sum == 0 ? returns[best[i]] : greatest;
            double weight = sum == 0 ? 1 : StrictMath.exp((returns[best[i]] - greatest) / temperature);
            into[action] += weight;
            sum += weight;
        }
        for (int a = 0; a < into.length && sum > 0; a++) {
            into[a] /= sum;
        }
        return sum > 0;
    }

    /** The action taken in the nearest observation of an episode, the last of several; −1 if none is near. */
    private int doneHere(int place, double radius) {
        double nearest = radius * radius;
        int action = -1;
        for (int at = place * steps + lengths[place] - 1; at >= place * steps; at--) {
            double distance = rows.squaredDistance(latest, 0, observations, at * rows.width());
            if (distance < nearest || distance == nearest && action < 0) {
                nearest = distance;
                action = actions[at];
            }
        }
        return action;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "observations", Tensor.of(observations, places, steps, rows.width()));
        out.tensor(StateKind.MEMORY, "actions", Tensor.of(actions, places, steps));
        out.tensor(StateKind.MEMORY, "lengths", Tensor.of(lengths, places));
        out.tensor(StateKind.MEMORY, "returns", Tensor.of(returns, places));
        out.tensor(StateKind.MEMORY, "latest", Tensor.of(latest, latest.length));
        out.record(StateKind.MEMORY, "now", new Now(present, finished, open, whole, worst));
    }

    @Override
    public void restore(StateReader in) {
        in.into("observations", Tensor.of(observations, places, steps, rows.width()));
        in.into("actions", Tensor.of(actions, places, steps));
        in.into("lengths", Tensor.of(lengths, places));
        in.into("returns", Tensor.of(returns, places));
        in.into("latest", Tensor.of(latest, latest.length));
        Now now = in.record("now", Now.class);
        present = now.present();
        finished = now.finished();
        open = now.open();
        whole = now.whole();
        worst = now.worst();
        rank();
    }
}
