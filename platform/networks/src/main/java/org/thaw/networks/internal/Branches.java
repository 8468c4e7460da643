package org.thaw.networks.internal;

import java.util.ArrayList;
import java.util.List;

/** Sequences that all read the same input; their outputs lie side by side in one flat row, in order. */
public record Branches(List<Sequence> branches) implements Layer {

    public Branches {
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("branches need at least one branch");
        }
    }

    @Override
    public String kind() {
        return "branches";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        return List.of(branches.stream().mapToInt(branch -> Layer.size(branch.outputShape(inputShape))).sum());
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            for (Need need : branches.get(i).parameters(inputShape)) {
                needs.add(new Need("branch" + (i + 1) + "." + need.name(), need.shape(), need.role(), need.fanIn(),
                        need.fanOut()));
            }
        }
        return needs;
    }

    @Override
    public List<Statistic> statistics(List<Integer> inputShape) {
        List<Statistic> statistics = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            for (Statistic one : branches.get(i).statistics(inputShape)) {
                statistics.add(new Statistic("branch" + (i + 1) + "." + one.name(), one.shape(), one.initial()));
            }
        }
        return statistics;
    }

    @Override
    public long flops(List<Integer> inputShape) {
        return branches.stream().mapToLong(branch -> branch.flops(inputShape)).sum();
    }

    @Override
    public Operator create(Site site) {
        Operator[] operators = new Operator[branches.size()];
        int[] widths = new int[branches.size()];
        int slice = 0;
        int place = 0;
        for (int i = 0; i < operators.length; i++) {
            Sequence branch = branches.get(i);
            int needs = branch.parameters(site.inputShape()).size();
            int kept = branch.statistics(site.inputShape()).size();
            operators[i] = branch.create(new Site(site.kernels(), site.parameters(), site.gradient(),
                    site.offsets().subList(slice, slice + needs), site.statistics(), site.places().subList(place, place + kept),
                    site.inputShape()));
            widths[i] = Layer.size(branch.outputShape(site.inputShape()));
            slice += needs;
            place += kept;
        }
        return new BranchOperator(operators, widths, Layer.size(site.inputShape()));
    }
}
