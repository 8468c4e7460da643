package org.thaw.learners.rehearsal.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.Cue;
import org.thaw.networks.Distillation;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.Cues;
import org.thaw.toolkit.RowBuffers;

/**
 * The loss on generated inputs, whose targets are an earlier solver's answers: its best class, or its softened probabilities. Where the cue tells
 * the task, the losses under each earlier task's classes are averaged, since a generated input belongs to none; elsewhere the solver answers from
 * all classes met, and the present ones compete, with target probability 0 if they were not met (van de Ven and Tolias 2019).
 */
final class DreamTargets {
    /** What a softened score is where the probability is to be 0. */
    private static final float NEVER = -1e30f;

    private final Classifier classifier;
    private final boolean soft;
    private final Distillation distillation;
    private final List<boolean[]> known = new ArrayList<>();
    private final boolean[] compete;
    private final RowBuffers<int[]> labels;
    private final RowBuffers<float[]> masked;
    private final RowBuffers<float[]> weights;
    private final RowBuffers<float[]> gradients;
    private boolean told;

    DreamTargets(Classifier classifier, boolean soft, double temperature) {
        int classes = classifier.classes();
        this.classifier = classifier;
        this.soft = soft;
        distillation = new Distillation(classes, temperature);
        compete = new boolean[classes];
        labels = new RowBuffers<>(int[]::new);
        masked = new RowBuffers<>(n -> new float[n * classes]);
        weights = new RowBuffers<>(float[]::new);
        gradients = new RowBuffers<>(n -> new float[n * classes]);
    }

    /** Which classes the earlier solver knows: those of each cue met, one by one where the last one tells its task, else all together. */
    void know(Cues met, Cue last) {
        known.clear();
        told = last.task().isPresent();
        for (int i = 0; i < met.size(); i++) {
            boolean[] allowed = new boolean[compete.length];
            for (int c = 0; c < allowed.length; c++) {
                allowed[c] = met.cue(i).allows(c);
            }
            if (told || known.isEmpty()) {
                known.add(allowed);
            } else {
                for (int c = 0; c < allowed.length; c++) {
                    known.get(0)[c] |= allowed[c];
                }
            }
        }
    }

    /**
     * The loss, with its derivative by each score in {@link #gradient}.
     *
     * @param scores  the present solver's, [rows, classes]
     * @param answers the earlier solver's
     * @param weight  of the mean over rows
     */
    double of(float[] scores, float[] answers, int rows, Cue present, double weight) {
        float[] gradient = gradients.rows(rows);
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int i = 0; i < known.size(); i++) {
            boolean[] of = known.get(i);
            for (int c = 0; c < compete.length; c++) {
                compete[c] = of[c] || !told && present.allows(c);
            }
            loss += soft ? softened(scores, answers, rows, of, weight / known.size()) : best(scores, answers, rows, of, weight / known.size());
            float[] part = soft ? distillation.gradient() : classifier.scoreGradient();
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += part[j];
            }
        }
        return loss;
    }

    /** The derivative of the last loss of so many rows by each score: a buffer, valid until the next call of {@link #of}. */
    float[] gradient(int rows) {
        return gradients.rows(rows);
    }

    private double best(float[] scores, float[] answers, int rows, boolean[] of, double weight) {
        int[] label = labels.rows(rows);
        for (int row = 0; row < rows; row++) {
            int best = -1;
            for (int c = 0; c < of.length; c++) {
                if (of[c] && (best < 0 || answers[row * of.length + c] > answers[row * of.length + best])) {
                    best = c;
                }
            }
            label[row] = best;
        }
        return classifier.loss(scores, rows, label, compete, weight);
    }

    private double softened(float[] scores, float[] answers, int rows, boolean[] of, double weight) {
        float[] target = masked.rows(rows);
        for (int i = 0; i < target.length; i++) {
            target[i] = of[i % of.length] ? answers[i] : NEVER;
        }
        Arrays.fill(weights.rows(rows), (float) (weight / rows));
        return distillation.of(scores, rows, target, 0, compete, weights.rows(rows));
    }
}
