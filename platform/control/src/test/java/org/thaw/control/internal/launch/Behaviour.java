package org.thaw.control.internal.launch;

/** What a fake run does. */
enum Behaviour {
    /** Ends well. */ WORK,
    /** Moves on until it is told to stop. */ WAIT,
    /** Throws. */ THROW,
    /** Does not come back. */ LOOP,
    /** Calls System.exit. */ EXIT,
    /** Ends the process at once, after a word, as an engine that keeps its last words. */ HALT,
    /** Fills the heap. */ HEAP,
    /** Fills the heap in a thread of its own. */ HEAP_ELSEWHERE,
    /** Takes memory outside the heap. */ DIRECT,
    /** Ends well, and hinders the process from ending. */ HOOK,
    /** Says it is done without an end marker. */ LIE;

    /** The file that names it. */
    static final String SCRIPT = "script";
}
