package org.thaw.report.internal.data.claims;

import java.util.Locale;

/** What became of a claim. */
public enum Verdict {
    /** It holds. */ SUPPORTED("supported"),
    /** Neither can be said. */ UNDETERMINED("undetermined at this scale"),
    /** It does not hold. */ REFUTED("refuted"),
    /** A gate was not passed. */ NOT_COUNTED("not counted"),
    /** Nothing was claimed, as of a control. */ NONE("no verdict"),
    /** The same, of a negative control that failed, as it should. */ FAILED_AS_EXPECTED("failed, as it should"),
    /** The same, of one that did not: something is wrong with the measurement. */ DID_NOT_FAIL("did not fail as it should");

    /** In words. */
    public final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As summaries code it; any other number is no verdict that counts. */
    static Verdict of(double code) {
        return code == 1 ? SUPPORTED : code == -1 ? REFUTED : code == 0 ? UNDETERMINED : NOT_COUNTED;
    }

    /** Of who has no verdict: whether it failed as it should, 1 or 0; any other number says nothing. */
    static Verdict ofControl(double failed) {
        return failed == 1 ? FAILED_AS_EXPECTED : failed == 0 ? DID_NOT_FAIL : NONE;
    }

    /** Whether nothing was claimed. */
    public boolean ofControl() {
        return this == NONE || this == FAILED_AS_EXPECTED || this == DID_NOT_FAIL;
    }

    /** For style sheets. */
    public String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
