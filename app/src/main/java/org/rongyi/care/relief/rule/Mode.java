package org.rongyi.care.relief.rule;

/** 援助方式 (办法 第十三条). One or several. The words are the list's, {@code relief.hardship.mode}. */
public enum Mode {
    /** 资金援助, paid to his account; cash only where it must be. */
    MONEY,
    /** 实物援助. */
    GOODS,
    /** 社会化服务援助. */
    SERVICE;

    /** Whether an amount belongs to it: what was paid, or what the goods are worth. */
    public boolean hasAmount() {
        return this != SERVICE;
    }
}
