package org.thaw.tck.broken;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/** Makes predictors with one fault each. */
@Plugin(kind = Plugin.Kind.LEARNER, id = "broken-predictor", summary = "Has one fault.")
public final class BrokenPredictor implements LearnerFactory<BrokenPredictor.Config, Predictor> {
    /** Which fault. */
    public record Config(@Parameter("the fault") PredictorFault fault) {
    }

    @Override
    public Predictor create(Config configuration, Signature signature, Context context) {
        return configuration.fault().make(signature, context);
    }
}
