package org.thaw.networks.internal;

import java.util.ArrayList;
import java.util.List;

/** Layers one after the other, as one: what blocks are made of. */
public record Sequence(List<Layer.Named> layers) implements Layer {

    @Override
    public String kind() {
        return "sequence";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        List<Integer> shape = inputShape;
        for (Named named : layers) {
            shape = named.layer().outputShape(shape);
        }
        return shape;
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        List<Need> needs = new ArrayList<>();
        List<Integer> shape = inputShape;
        for (Named named : layers) {
            for (Need need : named.layer().parameters(shape)) {
                needs.add(new Need(named.name() + "." + need.name(), need.shape(), need.role(), need.fanIn(), need.fanOut()));
            }
            shape = named.layer().outputShape(shape);
        }
        return needs;
    }

    @Override
    public List<Statistic> statistics(List<Integer> inputShape) {
        List<Statistic> statistics = new ArrayList<>();
        List<Integer> shape = inputShape;
        for (Named named : layers) {
            for (Statistic one : named.layer().statistics(shape)) {
                statistics.add(new Statistic(named.name() + "." + one.name(), one.shape(), one.initial()));
            }
            shape = named.layer().outputShape(shape);
        }
        return statistics;
    }

    @Override
    public long flops(List<Integer> inputShape) {
        long flops = 0;
        List<Integer> shape = inputShape;
        for (Named named : layers) {
            flops += named.layer().flops(shape);
            shape = named.layer().outputShape(shape);
        }
        return flops;
    }

    @Override
    public Operator create(Site site) {
        List<Operator> operators = new ArrayList<>();
        List<Integer> shape = site.inputShape();
        int slice = 0;
        int place = 0;
        for (Named named : layers) {
            Layer layer = named.layer();
            int needs = layer.parameters(shape).size();
            int kept = layer.statistics(shape).size();
            operators.add(layer.create(new Site(site.kernels(), site.parameters(), site.gradient(),
                    site.offsets().subList(slice, slice + needs), site.statistics(), site.places().subList(place, place + kept),
                    shape)));
            slice += needs;
            place += kept;
            shape = layer.outputShape(shape);
        }
        return new Working(operators.toArray(Operator[]::new), layers.stream().map(Named::name).toList());
    }

    private static final class Working implements Operator, Nested {

        private final Operator[] operators;
        private final List<String> names;
        private float[] firstDelta = new float[0];

        Working(Operator[] operators, List<String> names) {
            this.operators = operators;
            this.names = names;
        }

        @Override
        public float[] activation(String path) {
            int dot = path.indexOf('.');
            int index = names.indexOf(dot < 0 ? path : path.substring(0, dot));
            if (index >= 0 && dot < 0) {
                return operators[index].output();
            }
            if (index >= 0 && operators[index] instanceof Nested nested) {
                return nested.activation(path.substring(dot + 1));
            }
            throw new IllegalArgumentException("no layer is called '" + path + "'; there are " + names);
        }

        @Override
        public void training(boolean on) {
            for (Operator operator : operators) {
                operator.training(on);
            }
        }

        @Override
        public float[] forward(float[] in, int offset, int rows) {
            float[] values = operators[0].forward(in, offset, rows);
            for (int i = 1; i < operators.length; i++) {
                values = operators[i].forward(values, 0, rows);
            }
            return values;
        }

        @Override
        public float[] output() {
            return operators[operators.length - 1].output();
        }

        @Override
        public void parameterGradient(float[] outGradient, boolean accumulate) {
            firstDelta = outGradient;
            for (int i = operators.length - 1; i >= 0; i--) {
                operators[i].parameterGradient(firstDelta, accumulate);
                if (i > 0) {
                    firstDelta = operators[i].inputGradient(firstDelta);
                }
            }
        }

        @Override
        public void addSquares(float[] outGradient, float[] sums) {
            firstDelta = outGradient;
            for (int i = operators.length - 1; i >= 0; i--) {
                operators[i].addSquares(firstDelta, sums);
                if (i > 0) {
                    firstDelta = operators[i].inputGradient(firstDelta);
                }
            }
        }

        @Override
        public float[] inputGradient(float[] outGradient) {
            return operators[0].inputGradient(firstDelta);
        }
    }
}
