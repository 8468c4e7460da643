package org.thaw.tck.broken;

import java.util.Random;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;

/** One way to break the contract of predictors each. */
public enum PredictorFault {
    /** Sound. */
    NONE,
    OWN_RANDOMNESS {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    super.learn(inputs, targets, cue);
                    means[0] += new Random().nextFloat();
                }
            };
        }
    },
    PREDICTING_LEARNS {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public Tensor predict(Tensor inputs, Cue cue) {
                    Tensor answer = super.predict(inputs, cue);
                    means[0] += 0.5f;
                    return answer;
                }
            };
        }
    },
    PREPARING_DRAWS {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void prepare() {
                    context.random("share").nextFloat();
                }
            };
        }
    },
    SAVING_COUNTS {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void save(StateWriter out) {
                    updates++;
                    super.save(out);
                }
            };
        }
    },
    FORGETS_TO_SAVE {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                private float momentum;

                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    super.learn(inputs, targets, cue);
                    momentum = 0.9f * momentum + 0.01f;
                    means[0] += momentum;
                }
            };
        }
    },
    FORGETS_WHAT_END_LEFT {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                private int tasks;

                @Override
                public void end(Cue cue, Data data) {
                    tasks++;
                    updates++;
                }

                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    super.learn(inputs, targets, cue);
                    means[0] += 0.01f * tasks;
                }
            };
        }
    },
    RESTORES_ONLY_WHEN_FRESH {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void restore(StateReader in) {
                    if (updates == 0) {
                        super.restore(in);
                    }
                }
            };
        }
    },
    TAKES_ANY_STATE {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void restore(StateReader in) {
                    if (in.has("means")) {
                        super.restore(in);
                    }
                }
            };
        }
    },
    SHARES_WITH_TWINS {
        @Override
        Mean make(Signature signature, Context context) {
            Mean mean = new Mean(signature, context) {
                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    super.learn(inputs, targets, cue);
                    means[0] += Shared.last == this ? 0 : 0.25f;
                    Shared.last = this;
                }
            };
            Shared.last = mean;
            return mean;
        }
    },
    HOLDS_ON_TO_INPUTS {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                private Tensor before = Tensor.of(new float[] {0}, 1);

                @Override
                public void begin(Cue cue) {
                    before = Tensor.of(new float[] {0}, 1);
                }

                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    super.learn(inputs, targets, cue);
                    means[0] += before.floats()[0] > 0 ? 0.001f : 0.002f;
                    before = inputs;
                }
            };
        }
    },
    WRITES_INTO_INPUTS {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    super.learn(inputs, targets, cue);
                    inputs.floats()[0] = 0;
                }
            };
        }
    },
    WRITES_INTO_DATA {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void end(Cue cue, Data data) {
                    Batches batches = data.inOrder(4);
                    while (batches.next()) {
                        batches.targets().ints()[0] = 3;
                    }
                }
            };
        }
    },
    COUNTS_NOTHING {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public long updates() {
                    return 0;
                }
            };
        }
    },
    ANSWERS_NAN {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public Tensor predict(Tensor inputs, Cue cue) {
                    Tensor answer = super.predict(inputs, cue);
                    answer.floats()[0] = Float.NaN;
                    return answer;
                }
            };
        }
    },
    TAKES_ANY_BATCH {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    if (inputs.type() == Tensor.Type.F32 && inputs.rowSize() == width && inputs.rows() == targets.rows()) {
                        super.learn(inputs, targets, cue);
                    }
                }
            };
        }
    },
    LEARNS_NOTHING {
        @Override
        Mean make(Signature signature, Context context) {
            return new Mean(signature, context) {
                @Override
                public void learn(Tensor inputs, Tensor targets, Cue cue) {
                    signature.check(inputs, targets);
                }
            };
        }
    },
    REFUSES_WITHOUT_A_WORD {
        @Override
        Mean make(Signature signature, Context context) {
            if (signature.input().shape().size() != 1) {
                throw new UnsupportedOperationException();
            }
            return super.make(signature, context);
        }
    },
    LEAVES_A_THREAD {
        @Override
        Mean make(Signature signature, Context context) {
            Thread thread = new Thread(() -> {
                try {
                    Thread.currentThread().join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }, LEFT);
            thread.setDaemon(true);
            thread.start();
            return super.make(signature, context);
        }
    },
    STAYS_IN_A_THREAD_LOCAL {
        @Override
        Mean make(Signature signature, Context context) {
            Mean mean = super.make(signature, context);
            Shared.LOCAL.set(mean);
            return mean;
        }
    };

    /** The name of threads that a faulty predictor leaves. */
    public static final String LEFT = "left behind by a broken predictor";

    Mean make(Signature signature, Context context) {
        return new Mean(signature, context);
    }

    /** What no plugin should have. */
    private static final class Shared {
        static final ThreadLocal<Mean> LOCAL = new ThreadLocal<>();
        static Mean last;
    }
}
