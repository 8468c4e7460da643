package org.thaw.report.internal.html;

/** A part of the page under a heading. */
public interface Section {
    /** For links within the page. */
    String id();

    /** The heading. */
    String title();

    /** Writes what stands below the heading; nothing if the experiment has nothing of the kind, and then the heading is left out too. */
    void body(View view, Html out);
}
