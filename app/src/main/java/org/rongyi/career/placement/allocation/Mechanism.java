package org.rongyi.career.placement.allocation;

import java.util.Arrays;
import java.util.Optional;

/** By what rule seats are given. */
public enum Mechanism {
    /** 双向选择: candidates propose in the order of their wishes; stable, and the best of all stable results for every candidate. */
    DEFERRED_ACCEPTANCE("deferred-acceptance", "双向选择（稳定匹配）"),
    /** 积分选岗: one after the other by score, each takes the best seat left. */
    SERIAL_DICTATORSHIP("serial-dictatorship", "积分选岗（按分数依次）"),
    /** 指令性分配: as many as possible are placed, at the least total cost. */
    ASSIGNMENT("assignment", "指令性分配（总代价最小）");

    private final String code;
    private final String zh;

    Mechanism(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    /** The word in the file. */
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    static Optional<Mechanism> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
