package org.thaw.environments.control.internal;

/**
 * The equations of motion of two links, of length 1 m, centre of mass at 0.5 m and moment of inertia 1 kg m² each, the first of 1 kg: those of
 * Sutton and Barto (Reinforcement learning: an introduction, 1998, section 11.3), with one step of the classical Runge–Kutta method.
 * State: θ₁, θ₂, θ₁', θ₂'.
 */
final class Links {
    private static final int VARIABLES = 4;
    private static final double M1 = 1;
    private static final double L1 = 1;
    private static final double C1 = 0.5;
    private static final double C2 = 0.5;
    private static final double INERTIA = 1;

    private final double g;
    private final double m2;
    private final double[] k1 = new double[VARIABLES];
    private final double[] k2 = new double[VARIABLES];
    private final double[] k3 = new double[VARIABLES];
    private final double[] k4 = new double[VARIABLES];
    private final double[] between = new double[VARIABLES];

    Links(double gravity, double secondMass) {
        g = gravity;
        m2 = secondMass;
    }

    /** Moves a state on, under a torque at the joint. */
    void move(double[] state, double torque, double seconds) {
        derivative(state, torque, k1);
        derivative(along(state, k1, seconds / 2), torque, k2);
        derivative(along(state, k2, seconds / 2), torque, k3);
        derivative(along(state, k3, seconds), torque, k4);
        for (int i = 0; i < VARIABLES; i++) {
            state[i] += seconds / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
    }

    private double[] along(double[] state, double[] slope, double seconds) {
        for (int i = 0; i < VARIABLES; i++) {
            between[i] = state[i] + seconds * slope[i];
        }
        return between;
    }

    private void derivative(double[] state, double torque, double[] slope) {
        double sin2 = StrictMath.sin(state[1]);
        double cos2 = StrictMath.cos(state[1]);
        double v1 = state[2];
        double v2 = state[3];
        double d1 = M1 * (C1 * C1) + m2 * (L1 * L1 + C2 * C2 + 2 * L1 * C2 * cos2) + INERTIA + INERTIA;
        double d2 = m2 * (C2 * C2 + L1 * C2 * cos2) + INERTIA;
        double phi2 = m2 * C2 * g * StrictMath.cos(state[0] + state[1] - Math.PI / 2);
        double phi1 = -m2 * L1 * C2 * (v2 * v2) * sin2 - 2 * m2 * L1 * C2 * v2 * v1 * sin2 + (M1 * C1 + m2 * L1) * g * StrictMath.cos(state[0] - Math.PI / 2) + phi2;
        double turning2 = (torque + d2 / d1 * phi1 - m2 * L1 * C2 * (v1 * v1) * sin2 - phi2) / (m2 * (C2 * C2) + INERTIA - d2 * d2 / d1);
        slope[0] = v1;
        slope[1] = v2;
        slope[2] = -(d2 * turning2 + phi1) / d1;
        slope[3] = turning2;
    }
}
