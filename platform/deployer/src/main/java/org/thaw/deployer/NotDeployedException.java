package org.thaw.deployer;

/**
 * No bundle with the wanted hash is installed, or could be. Whoever chose it from a service that has since gone should choose again, or
 * {@linkplain Deployer#recall(String) recall} it.
 */
public final class NotDeployedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sha256;

    public NotDeployedException(String sha256) {
        super("No plugin with the SHA-256 " + sha256 + " is deployed; it was never in the plugins folder, or it left and its last lease has ended.");
        this.sha256 = sha256;
    }

    /** @param sentence where the jar was looked for or what is wrong with it, and what would help */
    public NotDeployedException(String sha256, String sentence) {
        super(sentence);
        this.sha256 = sha256;
    }

    /** The hash that was asked for. */
    public String sha256() {
        return sha256;
    }
}
