package org.thaw.environments.streams.internal;

/** Draws examples of concepts. May be asked by several threads at once. */
interface Source {
    /**
     * Draws an example.
     *
     * @param concept its concept, from 0
     * @param time    its place in the stream, for what changes all the time
     * @param draws   at its first number
     * @param x       where its inputs go, from {@code at} on
     * @return its class
     */
    int draw(int concept, long time, Draws draws, float[] x, int at);
}
