package org.rongyi.bench;

/** What a request can be made without, in the benchmark alone. */
public enum Cost {
    /** Nothing is sealed, opened or indexed: the clear text is at hand. */
    VAULT("密匣（SM4 封存、SM3 盲索引）"),
    /** The role that asks is narrowed by no policy; the statements keep their own conditions. */
    ROW_SECURITY("行级安全"),
    /** No act leaves an entry, and nothing is sealed. */
    TRAIL("留痕");

    private static volatile boolean vault = true;
    private static volatile boolean trail = true;

    private final String zh;

    Cost(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public static boolean hasVault() {
        return vault;
    }

    public static boolean hasTrail() {
        return trail;
    }

    static void vault(boolean on) {
        vault = on;
    }

    static void trail(boolean on) {
        trail = on;
    }
}
