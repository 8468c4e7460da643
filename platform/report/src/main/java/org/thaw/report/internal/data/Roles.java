package org.thaw.report.internal.data;

/** Names of roles: a twin's is that of its original, a slash, and what it is: {@code learner/frozen@1}. */
public final class Roles {
    private Roles() {
    }

    /** What stands before the first slash: the role that a twin was copied from, or the role itself. */
    public static String root(String role) {
        int slash = role.indexOf('/');
        return slash < 0 ? role : role.substring(0, slash);
    }

    /** What follows the first slash, {@code frozen@1}; empty for the learner itself. */
    public static String suffix(String role) {
        int slash = role.indexOf('/');
        return slash < 0 ? "" : role.substring(slash + 1);
    }
}
