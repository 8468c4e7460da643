package org.thaw.toolkit.replay;

/**
 * How far ahead rewards are added up before an estimate takes over, {@code R_t + γ R_(t+1) + … + γⁿ max Q} (Sutton and Barto 2018, section 7.1).
 *
 * @param steps       n, from 1
 * @param discount    γ
 * @param rewardLimit rewards count as at most this and at least its opposite; infinity: as they are
 */
public record Horizon(int steps, double discount, double rewardLimit) {
    public Horizon {
        if (steps < 1 || !(discount >= 0 && discount <= 1) || !(rewardLimit > 0)) {
            throw new IllegalArgumentException("steps " + steps + ", discount " + discount + ", reward limit " + rewardLimit
                    + ": expected at least 1 step, a discount in [0, 1] and a positive limit");
        }
    }

    double limited(double reward) {
        return Math.max(-rewardLimit, Math.min(rewardLimit, reward));
    }
}
