package org.thaw.report.internal.data.claims;

import java.util.Locale;

/** What became of a claim. */
public enum Verdict {
    /** It holds. */ SUPPORTED("supported"),
    /** Neither can be said. */ UNDETERMINED("undetermined at this scale"),
    /** It does not hold. */ REFUTED("refuted"),
    /** A gate was not passed. */ NOT_COUNTED("not counted"),
    /** Nothing was claimed, as of a control. */ NONE("no verdict");

    /** In words. */
    public final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As summaries code it; any other number is no verdict that counts. */
    static Verdict of(double code) {
        return code == 1 ? SUPPORTED : code == -1 ? REFUTED : code == 0 ? UNDETERMINED : NOT_COUNTED;
    }

    /** For style sheets. */
    public String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
