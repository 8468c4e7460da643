package org.thaw.report.internal.html.chart;

import java.util.List;

/** What a chart shows, as data; the page's script draws it. Serialized with the field {@code kind} first. */
public sealed interface Chart permits Lines, Heat, Bars, Points {
    /** Which of the script's drawings. */
    String kind();

    /** What it shows. */
    String title();

    /** Headings of the same content as a table. */
    List<String> headings();

    /** The same content as a table. */
    List<List<String>> rows();
}
