package org.thaw.learners.tabular.internal;

import org.thaw.api.environment.Step;

/** One feature for each numbered observation: linear learning over these is learning over a table. */
record OneHot(int count) implements Features {
    @Override
    public int most() {
        return 1;
    }

    @Override
    public void of(Step step, Active into) {
        into.count = 0;
        into.add(step.state(), 1);
    }
}
