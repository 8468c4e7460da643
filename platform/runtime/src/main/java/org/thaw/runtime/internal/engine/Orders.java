package org.thaw.runtime.internal.engine;

/** Orders of examples. */
final class Orders {
    private Orders() {
    }

    static int[] ascending(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }
}
