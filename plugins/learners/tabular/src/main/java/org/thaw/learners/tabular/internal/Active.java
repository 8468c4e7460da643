package org.thaw.learners.tabular.internal;

/** The features of one state that are not zero: their numbers and values. A reusable buffer. */
final class Active {
    final int[] index;
    final double[] value;
    int count;

    Active(int most) {
        index = new int[most];
        value = new double[most];
    }

    void add(int feature, double amount) {
        index[count] = feature;
        value[count++] = amount;
    }

    void copyFrom(Active other) {
        System.arraycopy(other.index, 0, index, 0, other.count);
        System.arraycopy(other.value, 0, value, 0, other.count);
        count = other.count;
    }
}
