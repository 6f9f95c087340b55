package org.rongyi.demo;

import java.util.random.RandomGenerator;
import org.rongyi.care.relief.rule.Mode;

/**
 * How much each of the province's grants comes to: drawn beforehand, so that all of them come to the article's sums to the yuan.
 * Most are small; services cost nothing here.
 */
final class AidAmounts {

    private static final int LEAST = 100;
    private static final double MOST = 12;
    private static final int LEAST_EMERGENCY = 10_000;
    private static final int MOST_EMERGENCY = 100_000;
    private static final int STEP = 100;

    private final Mode[] modes;
    private final int[] yuan;
    private final int[] emergencies;
    private int next;
    private int nextEmergency;

    AidAmounts(Province.Size size) {
        var random = Province.random(37);
        int many = size.aids() - size.emergencies();
        modes = new Mode[many];
        var weights = new double[many];
        int paid = 0;
        for (int i = 0; i < many; i++) {
            int kind = random.nextInt(100);
            modes[i] = kind < 62 ? Mode.MONEY : kind < 78 ? Mode.GOODS : Mode.SERVICE;
            if (modes[i].hasAmount()) {
                paid++;
                double weight = Math.exp(0.9 * random.nextGaussian());
                weights[i] = Math.min(MOST, modes[i] == Mode.GOODS ? weight / 2 : weight);
            }
        }
        yuan = Province.divide(size.aidYuan() - size.emergencyYuan() - paid * LEAST, weights);
        for (int i = 0; i < many; i++) {
            yuan[i] += modes[i].hasAmount() ? LEAST : 0;
        }
        emergencies = emergencies(size, random);
    }

    /** In steps of a hundred between the least and the most a grant may be; the last rest stands with the first. */
    private static int[] emergencies(Province.Size size, RandomGenerator random) {
        var weights = new double[size.emergencies()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(0.8 * random.nextGaussian());
        }
        int rest = size.emergencyYuan() - weights.length * LEAST_EMERGENCY;
        var steps = Province.divide(rest / STEP, weights);
        int over = 0;
        for (int i = 0; i < steps.length; i++) {
            int beyond = Math.max(0, steps[i] - (MOST_EMERGENCY - LEAST_EMERGENCY) / STEP);
            steps[i] -= beyond;
            over += beyond;
        }
        for (int i = 0; over > 0; i = (i + 1) % steps.length) {
            if (steps[i] < (MOST_EMERGENCY - LEAST_EMERGENCY) / STEP) {
                steps[i]++;
                over--;
            }
        }
        var yuan = new int[steps.length];
        for (int i = 0; i < yuan.length; i++) {
            yuan[i] = LEAST_EMERGENCY + steps[i] * STEP;
        }
        if (yuan.length > 0) {
            yuan[yuan.length - 1] += rest % STEP;
        }
        return yuan;
    }

    /** 方式, and how much it comes to. */
    record Given(Mode mode, int yuan) {}

    Given next() {
        var given = new Given(modes[next], yuan[next]);
        next++;
        return given;
    }

    int nextEmergency() {
        return emergencies[nextEmergency++];
    }

    /** Whether every one has gone to somebody: the sums are then the article's. */
    boolean areGiven() {
        return next == yuan.length && nextEmergency == emergencies.length;
    }
}
