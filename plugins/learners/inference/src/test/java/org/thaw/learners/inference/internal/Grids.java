package org.thaw.learners.inference.internal;

import java.util.List;

/** Small grids of programs. */
final class Grids {
    private Grids() {
    }

    /** Few programs of each family; α = ½, γ = 0.9, ε = 0.1 is one of them. */
    static ProgramClass.Config few(ProgramClass.Kind program) {
        return new ProgramClass.Config(program, 2000, 0.001, List.of(0.1, 0.5), List.of(0.9, 0.99), List.of(0.0, 1.0), List.of(0.1, 0.3, 1.0), List.of(0.05), List.of(200L),
                List.of(0.5, 1.0, 2.0), List.of(0.95, 1.0));
    }

    /** Few programs for worlds without observations. */
    static ProgramClass.Config forArms() {
        return new ProgramClass.Config(ProgramClass.Kind.AUTO, 2000, 0.001, List.of(0.1), List.of(0.9), List.of(0.0), List.of(0.1), List.of(), List.of(),
                List.of(0.5, 1.0), List.of(1.0));
    }

    /** α = ½, γ = 0.9, nothing else. */
    static ProgramClass.Config oneTable(List<Double> epsilons) {
        return new ProgramClass.Config(ProgramClass.Kind.TABULAR_Q, 2000, 0.001, List.of(0.5), List.of(0.9), List.of(0.0), epsilons, List.of(), List.of(),
                List.of(1.0), List.of(1.0));
    }
}
