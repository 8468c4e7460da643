package org.thaw.runtime.internal.recording;

import java.util.Arrays;

/**
 * Unpacked blocks, in pages that are filled one after the other and then again: whatever stood in a page before is forgotten as a whole. Never holds more than its
 * bytes, but for one page at least; allocates nothing once all pages are there.
 */
final class BlockCache {
    private static final int LEAST_PAGE = 1 << 16;
    private static final int PAGES = 64;
    private static final long NOWHERE = -1;

    private final long most;
    private byte[][] pages = {};
    private int pageBytes;
    /** How many pages were begun. */
    private long begun;
    private int filled;
    /** Where each block stands: the page by order of beginning, then the byte. */
    private long[] places = {};

    /** @param most bytes of all pages together */
    BlockCache(long most) {
        this.most = most;
    }

    /** Whether a block is there. */
    boolean holds(int block) {
        return block < places.length && places[block] != NOWHERE && (places[block] >>> Integer.SIZE) >= begun - pages.length;
    }

    /** The array in which a block stands that is there. */
    byte[] page(int block) {
        return pages[(int) ((places[block] >>> Integer.SIZE) % pages.length)];
    }

    /** Where in it. */
    int offset(int block) {
        return (int) places[block];
    }

    /** Makes room for a block, which is there from then on. */
    void admit(int block, int bytes) {
        if (bytes > pageBytes) {
            lay(bytes);
        }
        if (begun == 0 || filled + bytes > pageBytes) {
            int page = (int) (begun++ % pages.length);
            if (pages[page].length == 0) {
                pages[page] = new byte[pageBytes];
            }
            filled = 0;
        }
        if (block >= places.length) {
            int before = places.length;
            places = Arrays.copyOf(places, Math.max(block + 1, before + (before >> 1)));
            Arrays.fill(places, before, places.length, NOWHERE);
        }
        places[block] = begun - 1 << Integer.SIZE | filled;
        filled += bytes;
    }

    /** Begins anew with pages that blocks of this size fit into. */
    private void lay(int bytes) {
        pageBytes = (int) Math.max(bytes, Math.max(LEAST_PAGE, Math.min(most / PAGES, Integer.MAX_VALUE / 2)));
        pages = new byte[(int) Math.max(1, most / pageBytes)][0];
        begun = 0;
        filled = 0;
        Arrays.fill(places, NOWHERE);
    }

    /** Forgets a block. */
    void forget(int block) {
        places[block] = NOWHERE;
    }

    /** How many bytes it holds. */
    long bytes() {
        long sum = 0;
        for (byte[] page : pages) {
            sum += page.length;
        }
        return sum;
    }
}
